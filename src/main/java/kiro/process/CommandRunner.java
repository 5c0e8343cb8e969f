package kiro.process;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Runs commands: each in its own process group, with standard input closed, its output bounded, and
/// the whole group ended at the time limit, on interruption, and when the command itself has ended.
public final class CommandRunner {
    private static final int LARGEST_CAPTURE = 64 << 20;

    private final Launcher launcher;
    private final Path spillFolder;
    private final LongSupplier clock;
    private final Optional<CommandGuard> guard;

    /// @param environment the variables that commands may see
    /// @param spillFolder where the full text of long outputs is kept; made when first needed
    public CommandRunner(Map<String, String> environment, Path spillFolder) {
        this(Launcher.of(Map.copyOf(environment)), spillFolder, System::nanoTime, Optional.empty());
    }

    /// @param guard ends what is run when this program is killed
    public CommandRunner(Map<String, String> environment, Path spillFolder, CommandGuard guard) {
        this(
                Launcher.of(Map.copyOf(environment)),
                spillFolder,
                System::nanoTime,
                Optional.of(guard));
    }

    /// @param clock counts nanoseconds
    CommandRunner(
            Launcher launcher, Path spillFolder, LongSupplier clock, Optional<CommandGuard> guard) {
        this.launcher = launcher;
        this.spillFolder = spillFolder;
        this.clock = clock;
        this.guard = guard;
    }

    /// What commands see as this variable.
    public Optional<String> variable(String name) {
        return launcher.variable(name);
    }

    /// Who hears of what is printed, on the calling thread.
    ///
    /// @param onNews called with the newest line, also one without an end, whenever something was read
    /// @param onFile told the file of all that is printed, where somebody wants to read it meanwhile
    private record Listening(
            OutputCollector.Hearing lines,
            Consumer<String> onNews,
            Optional<Consumer<Path>> onFile) {
        private static final Listening NOBODY = watching(news -> {});

        private static Listening watching(Consumer<String> onNews) {
            return new Listening(OutputCollector.Hearing.NOBODY, onNews, Optional.empty());
        }
    }

    /// The same command, of which whatever it leaves behind, daemons too, ends with the guard.
    public Command untilTheEnd(Command command) {
        return guard.map(kept -> command.withEnvironment(kept.untilTheEnd())).orElse(command);
    }

    /// @throws CommandStopped where this thread is interrupted while the command runs
    public CommandResult run(Command command) throws InterruptedException {
        return run(command, Listening.NOBODY);
    }

    /// @param onLine called for each line of output as it comes, on the calling thread
    public CommandResult run(Command command, Consumer<String> onLine) throws InterruptedException {
        return run(
                command,
                new Listening(OutputCollector.Hearing.each(onLine), news -> {}, Optional.empty()));
    }

    /// Runs a command that somebody watches. A flood of lines is a few calls.
    ///
    /// @param onNews called with the newest line, also one without an end, whenever something came
    public CommandResult watch(Command command, Consumer<String> onNews)
            throws InterruptedException {
        return run(command, Listening.watching(onNews));
    }

    /// Runs a command whose output can be read in a file meanwhile, and however it ends.
    ///
    /// @param onLine called for each line, but for most of those of a flood
    /// @param onGap called with the bytes of a flood whose lines are not told
    /// @param onFile told the file once something was printed
    public CommandResult record(
            Command command, Consumer<String> onLine, LongConsumer onGap, Consumer<Path> onFile)
            throws InterruptedException {
        var lines = new OutputCollector.Hearing(Optional.of(onLine), Optional.of(onGap));
        return run(command, new Listening(lines, news -> {}, Optional.of(onFile)));
    }

    private CommandResult run(Command command, Listening listening) throws InterruptedException {
        String mark = launcher.mark();
        guard.ifPresent(kept -> kept.begins(mark));
        try {
            return switch (launcher.start(command, mark)) {
                case Launcher.Start.Failed failed -> new CommandResult.NotStarted(failed.reason());
                case Launcher.Start.Started started -> attend(command, started, listening);
            };
        } finally {
            guard.ifPresent(kept -> kept.ended(mark));
        }
    }

    private CommandResult attend(
            Command command, Launcher.Start.Started started, Listening listening)
            throws InterruptedException {
        var stream = started.process().getInputStream();
        Spill spill =
                listening
                        .onFile()
                        .map(onFile -> Spill.recorded(spillFolder, onFile))
                        .orElseGet(() -> Spill.in(spillFolder));
        try (var collector = new OutputCollector(spill, listening.lines())) {
            var tap = new Tap(stream, new Gathering(collector, listening.onNews()));
            var running = new RunningCommand(started, List.of(tap), clock);
            OptionalInt code = await(running, command, collector);
            Output output = collector.finish();
            if (code.isEmpty()) {
                return new CommandResult.TimedOut(output, command.limit());
            }
            return Launcher.notStarted(code.getAsInt(), output.text())
                    .<CommandResult>map(CommandResult.NotStarted::new)
                    .orElseGet(() ->
                            new CommandResult.Exited(code.getAsInt(), output, running.took()));
        }
    }

    /// What was printed outlives an interruption.
    private static OptionalInt await(
            RunningCommand running, Command command, OutputCollector collector)
            throws InterruptedException {
        try {
            return running.await(command.limit());
        } catch (InterruptedException stopped) {
            var told = new CommandStopped(collector.finish());
            told.addSuppressed(stopped);
            throw told;
        }
    }

    /// Gathers what is printed, and tells the newest line of it.
    private record Gathering(OutputCollector collector, Consumer<String> onNews)
            implements Tap.Sink {
        @Override
        public void accept(byte[] bytes, int count) {
            if (collector.accept(bytes, count)) {
                onNews.accept(collector.newest());
            }
        }

        @Override
        public void rest() {
            if (collector.settle()) {
                onNews.accept(collector.newest());
            }
        }
    }

    /// Runs a command for the bytes of its standard output.
    public Capture capture(Command command) throws InterruptedException {
        return switch (launcher.startWithErrorsApart(command)) {
            case Launcher.Start.Failed failed -> new Capture.Failed(failed.reason());
            case Launcher.Start.Started started -> capture(command, started);
        };
    }

    /// The same for a program that leaves nothing behind: whether it has is not looked for.
    public Capture look(Command command) throws InterruptedException {
        return switch (launcher.startWithErrorsApart(command)) {
            case Launcher.Start.Failed failed -> new Capture.Failed(failed.reason());
            case Launcher.Start.Started started -> capture(command, started.withoutTable());
        };
    }

    private Capture capture(Command command, Launcher.Start.Started started)
            throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        try (var errors = new OutputCollector(Spill.none(), OutputCollector.Hearing.NOBODY)) {
            var output =
                    new Tap(
                            started.process().getInputStream(),
                            LARGEST_CAPTURE,
                            (read, count) -> bytes.write(read, 0, count));
            var errorOutput = new Tap(started.process().getErrorStream(), errors::accept);
            var running = new RunningCommand(started, List.of(output, errorOutput), clock);
            OptionalInt code = running.await(command.limit());
            String errorText = errors.finish().text();
            if (output.isOver()) {
                return failed(command, "printed more than %d MB".formatted(LARGEST_CAPTURE >> 20));
            }
            if (code.isEmpty()) {
                return failed(
                        command,
                        "did not end within %s seconds".formatted(seconds(command.limit())));
            }
            return Launcher.notStarted(code.getAsInt(), errorText)
                    .<Capture>map(Capture.Failed::new)
                    .orElseGet(() ->
                            new Capture.Ended(code.getAsInt(), bytes.toByteArray(), errorText));
        }
    }

    /// Runs a command whose errors are told apart from its output; each is bounded, with all of it in a file where it is
    /// longer.
    public Parted runParted(Command command) throws InterruptedException {
        String mark = launcher.mark();
        guard.ifPresent(kept -> kept.begins(mark));
        try {
            return switch (launcher.startParted(command, mark)) {
                case Launcher.Start.Failed failed ->
                        Parted.silent(new CommandResult.NotStarted(failed.reason()));
                case Launcher.Start.Started started -> attendParted(command, started);
            };
        } finally {
            guard.ifPresent(kept -> kept.ended(mark));
        }
    }

    private Parted attendParted(Command command, Launcher.Start.Started started)
            throws InterruptedException {
        try (var out = new OutputCollector(Spill.in(spillFolder), OutputCollector.Hearing.NOBODY);
                var err =
                        new OutputCollector(
                                Spill.in(spillFolder), OutputCollector.Hearing.NOBODY)) {
            var taps =
                    List.of(
                            new Tap(started.process().getInputStream(), out::accept),
                            new Tap(started.process().getErrorStream(), err::accept));
            var running = new RunningCommand(started, taps, clock);
            OptionalInt code = running.await(command.limit());
            Output output = out.finish();
            Output errors = err.finish();
            if (code.isEmpty()) {
                return new Parted(new CommandResult.TimedOut(output, command.limit()), errors);
            }
            return Launcher.notStarted(code.getAsInt(), errors.text())
                    .map(reason -> Parted.silent(new CommandResult.NotStarted(reason)))
                    .orElseGet(() ->
                            new Parted(
                                    new CommandResult.Exited(
                                            code.getAsInt(), output, running.took()),
                                    errors));
        }
    }

    /// Starts a command that is talked to, and goes on until it is closed. Its time limit does not count.
    public PipedCommand.Start talk(Command command) {
        String mark = launcher.mark();
        guard.ifPresent(kept -> kept.begins(mark));
        Runnable ending = () -> guard.ifPresent(kept -> kept.ended(mark));
        return switch (launcher.startTalking(command, mark)) {
            case Launcher.Start.Failed failed -> {
                ending.run();
                yield new PipedCommand.Start.NotStarted(failed.reason());
            }
            case Launcher.Start.Started started ->
                    new PipedCommand.Start.Started(PipedCommand.of(started, clock, ending));
        };
    }

    private static Capture failed(Command command, String reason) {
        return new Capture.Failed("'%s' %s".formatted(String.join(" ", command.argv()), reason));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
