package kiro.hook.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import kiro.text.FileTurn;
import kiro.text.OwnFile;
import kiro.text.OwnFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one seat of whoever watches a workspace. The system gives it free when the process ends, however it ends, so that neither
/// a killed one nor another process of the same number holds it.
public final class WatchSeat {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Path folder;

    /// @param folder of the person's own, for this workspace
    public WatchSeat(Path folder) {
        this.folder = folder;
    }

    /// Who has the seat.
    ///
    /// @param pid 0 where it has not said who it is yet
    /// @param state where it is with its work
    public record Holder(
            long pid, Instant since, boolean isInBackground, State state, int files, int hooks) {
        Holder with(State other, int knownFiles, int waitingHooks) {
            return new Holder(pid, since, isInBackground, other, knownFiles, waitingHooks);
        }
    }

    /// Where a watcher is with its work.
    public enum State {
        STARTING,
        WATCHING,
        /// A file of hooks is broken.
        BROKEN
    }

    /// What came of asking for the seat.
    public sealed interface Attempt {
        record Taken(Sitting sitting) implements Attempt {}

        /// @param holder empty where it does not say
        record Held(Optional<Holder> holder) implements Attempt {}
    }

    public Attempt take(long pid, Instant now, boolean isInBackground)
            throws IOException, InterruptedException {
        OwnFolder.make(folder);
        Optional<FileTurn> turn = FileTurn.take(folder, "watch", PATIENCE);
        if (turn.isEmpty()) {
            return new Attempt.Held(read());
        }
        var sitting =
                new Sitting(turn.get(), new Holder(pid, now, isInBackground, State.STARTING, 0, 0));
        sitting.tell();
        return new Attempt.Taken(sitting);
    }

    /// Who has it now; empty where it is free.
    public Optional<Holder> holder() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<FileTurn> turn = FileTurn.take(folder, "watch", Duration.ZERO);
        if (turn.isPresent()) {
            turn.get().close();
            return Optional.empty();
        }
        return read().or(() ->
                Optional.of(new Holder(0, Instant.EPOCH, false, State.STARTING, 0, 0)));
    }

    public Path log() {
        return folder.resolve("watch.log");
    }

    private Path file() {
        return folder.resolve("watch.json");
    }

    /// Empty where another has taken its seat a moment ago and not said so yet.
    private Optional<Holder> read() throws IOException {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file()));
            State state = State.valueOf(json.path("state").asString("STARTING"));
            return Optional.of(
                    new Holder(
                            json.path("pid").asLong(0),
                            Instant.parse(json.path("since").asString("")),
                            json.path("background").asBoolean(false),
                            state,
                            json.path("files").asInt(0),
                            json.path("hooks").asInt(0)));
        } catch (NoSuchFileException
                | JacksonException
                | DateTimeParseException
                | IllegalArgumentException unsaid) {
            return Optional.empty();
        }
    }

    /// The seat, while it is held.
    public final class Sitting implements AutoCloseable {
        private final FileTurn turn;
        private Holder holder;

        private Sitting(FileTurn turn, Holder holder) {
            this.turn = turn;
            this.holder = holder;
        }

        /// Lets others know how far the work is.
        public synchronized void tell(State state, int files, int hooks) throws IOException {
            Holder now = holder.with(state, files, hooks);
            if (!now.equals(holder)) {
                holder = now;
                tell();
            }
        }

        private void tell() throws IOException {
            new OwnFile(file())
                    .replacePrivately(
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("pid", holder.pid())
                                    .put("since", holder.since().toString())
                                    .put("background", holder.isInBackground())
                                    .put("state", holder.state().name())
                                    .put("files", holder.files())
                                    .put("hooks", holder.hooks())
                                    .toString());
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file());
            } catch (IOException kept) {
                // That nobody holds the seat any more is what counts.
                return;
            } finally {
                turn.close();
            }
        }
    }
}
