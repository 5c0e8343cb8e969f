package kiro.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kiro.model.Reply;
import kiro.secret.SecretMask;

/// The append-only log of one session: one JSON record a line, with a sequence number and a checksum.
/// What precedes and what follows an effect is on the disk before `append` returns.
public final class EventLog implements Events, AutoCloseable {
    private final Path file;
    private final LogDisk disk;
    private final Clock clock;
    private final List<SessionListener> listeners;
    private final SecretMask secrets;
    private final EventMask mask;
    private final MaskedReply reply;
    private long sequence;

    private EventLog(
            Path file,
            LogDisk disk,
            Clock clock,
            List<SessionListener> listeners,
            SecretMask secrets) {
        this.file = file;
        this.disk = disk;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
        this.secrets = secrets;
        this.mask = new EventMask(secrets);
        this.reply = new MaskedReply(secrets);
    }

    /// A log that goes on, and what stood in it.
    ///
    /// @param repairs one line for each thing that had to be mended at its end
    public record Continued(EventLog log, LogReading reading, List<String> repairs) {
        public Continued {
            repairs = List.copyOf(repairs);
        }
    }

    /// Begins the log of a new session that knows secrets by their form alone.
    ///
    /// @param folder the session's own folder, made when it is not there
    public static EventLog create(Path folder, Clock clock, List<SessionListener> listeners) {
        return create(folder, clock, listeners, SecretMask.of(Map.of()));
    }

    /// Begins the log of a new session.
    ///
    /// @param folder the session's own folder, made when it is not there
    /// @param secrets takes out of every event what nobody is to see
    public static EventLog create(
            Path folder, Clock clock, List<SessionListener> listeners, SecretMask secrets) {
        return create(folder, clock, listeners, secrets, LogFile::new);
    }

    /// The same on a disk of one's own.
    public static EventLog create(
            Path folder,
            Clock clock,
            List<SessionListener> listeners,
            SecretMask secrets,
            LogDisk.Opening disks) {
        Path file = folder.resolve("events.jsonl");
        try {
            Files.createDirectories(folder);
            Files.createFile(file);
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
        return onto(file, clock, listeners, secrets, disks);
    }

    /// Goes on with the log of a session that has stopped. A record that is cut off at its end is moved to a file beside
    /// it, so that the next one begins a line of its own.
    public static Continued resume(Path folder, Clock clock, List<SessionListener> listeners) {
        return resume(folder, clock, listeners, SecretMask.of(Map.of()));
    }

    /// The same with secrets that are known.
    public static Continued resume(
            Path folder, Clock clock, List<SessionListener> listeners, SecretMask secrets) {
        Path file = folder.resolve("events.jsonl");
        try {
            List<String> repairs = new LogTail(file).repair();
            LogReading reading = new EventReader().read(file);
            EventLog log = onto(file, clock, listeners, secrets, LogFile::new);
            log.sequence = reading.records().stream().mapToLong(Recorded::sequence).max().orElse(0);
            return new Continued(log, reading, repairs);
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
    }

    /// Begins a log at the end of a file that is there.
    static EventLog onto(
            Path file,
            Clock clock,
            List<SessionListener> listeners,
            SecretMask secrets,
            LogDisk.Opening disks) {
        try {
            return new EventLog(file, disks.open(file), clock, listeners, secrets);
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
    }

    public Path file() {
        return file;
    }

    /// What takes secrets out of the texts of this session.
    @Override
    public SecretMask secrets() {
        return secrets;
    }

    /// Appends an event, without the secrets in it, and tells the listeners.
    @Override
    public Recorded append(Event event) {
        return write(event, isDurable(event));
    }

    @Override
    public Recorded note(Event event) {
        return write(event, false);
    }

    private synchronized Recorded write(Event event, boolean isDurable) {
        var recorded = new Recorded(sequence + 1, clock.instant(), mask.of(event));
        String line = EventCodec.encode(recorded);
        try {
            disk.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (isDurable) {
                disk.force();
            }
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
        sequence++;
        if (event instanceof Event.ModelFailed || event instanceof Event.ModelAsked) {
            reply.forget();
        }
        for (SessionListener listener : listeners) {
            listener.recorded(recorded, line);
        }
        return recorded;
    }

    /// Shows the listeners a piece of the model's reply.
    @Override
    public void arrived(Reply piece) {
        reply.arrived(piece, shown -> listeners.forEach(listener -> listener.arrived(shown)));
    }

    /// Several may print at the same time; whoever watches is told of one thing after the other.
    @Override
    public synchronized void printed(String line) {
        String shown = secrets.mask(line);
        listeners.forEach(listener -> listener.printed(shown));
    }

    @Override
    public void close() {
        try {
            disk.force();
            disk.close();
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
    }

    /// Whether the event must survive a crash right after it: intents, results, decisions, ends. What a command
    /// changed is in the journal, and its answer comes right after it.
    private static boolean isDurable(Event event) {
        return switch (event) {
            case Event.FilesChanged _ -> false;
            case Event.RunStarted _,
                    Event.RunResumed _,
                    Event.TestsStood _,
                    Event.OfPlan _,
                    Event.OfTool _,
                    Event.StepFinished _,
                    Event.ApprovalGiven _,
                    Event.Compacted _,
                    Event.CriteriaJudged _,
                    Event.CriteriaTicked _,
                    Event.ChildStarted _,
                    Event.ChildEnded _,
                    Event.RunEnded _ ->
                    true;
            case Event.ChildDid did -> isDurable(did.event());
            case Event.AgentChosen _,
                    Event.WorkspaceSeen _,
                    Event.Warned _,
                    Event.StepStarted _,
                    Event.OfPerson _,
                    Event.Told _,
                    Event.ContextLaid _,
                    Event.FactsRecalled _,
                    Event.ModelAsked _,
                    Event.ModelAnswered _,
                    Event.ModelFailed _,
                    Event.ApprovalAsked _,
                    Event.TestsRan _,
                    Event.TestsNotMeasured _,
                    Event.TestsWeakened _,
                    Event.DoneRefused _,
                    Event.Unknown _ ->
                    false;
        };
    }
}
