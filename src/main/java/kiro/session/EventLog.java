package kiro.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/// The append-only log of one session: one JSON record a line, with a sequence number and a checksum.
/// What precedes and what follows an effect is on the disk before `append` returns.
public final class EventLog implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private final List<SessionListener> listeners;
    private long sequence;

    private EventLog(Path file, FileChannel channel, Clock clock, List<SessionListener> listeners) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /// Begins the log of a new session.
    ///
    /// @param folder the session's own folder, made when it is not there
    public static EventLog create(Path folder, Clock clock, List<SessionListener> listeners) {
        Path file = folder.resolve("events.jsonl");
        try {
            Files.createDirectories(folder);
            return new EventLog(
                    file,
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    clock,
                    listeners);
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
    }

    public Path file() {
        return file;
    }

    /// Appends an event and tells the listeners.
    public synchronized Recorded append(Event event) {
        var recorded = new Recorded(sequence + 1, clock.instant(), event);
        String line = EventCodec.encode(recorded);
        try {
            write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            if (isDurable(event)) {
                channel.force(false);
            }
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
        sequence++;
        for (SessionListener listener : listeners) {
            listener.recorded(recorded, line);
        }
        return recorded;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            channel.force(false);
            channel.close();
        } catch (IOException cause) {
            throw new LogFailure(file, cause);
        }
    }

    /// Whether the event must survive a crash right after it: intents, results, decisions, ends.
    private static boolean isDurable(Event event) {
        return switch (event) {
            case Event.RunStarted _,
                    Event.PlanProposed _,
                    Event.PlanApproved _,
                    Event.PlanRejected _,
                    Event.StepFinished _,
                    Event.ToolIntended _,
                    Event.ApprovalGiven _,
                    Event.ToolFinished _,
                    Event.CriteriaJudged _,
                    Event.CriteriaTicked _,
                    Event.RunEnded _ ->
                    true;
            case Event.WorkspaceSeen _,
                    Event.Warned _,
                    Event.StepStarted _,
                    Event.ModelAsked _,
                    Event.ModelAnswered _,
                    Event.ModelFailed _,
                    Event.ApprovalAsked _,
                    Event.TestsRan _,
                    Event.TestsNotMeasured _,
                    Event.DoneRefused _,
                    Event.Unknown _ ->
                    false;
        };
    }
}
