package kiro.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.PipedCommand;

/// Calls of the program that speaks to a keyring. What is secret goes to its standard input: everybody on the machine can read
/// the arguments of a program.
final class ToolCall {
    /// A keyring that is locked asks the person first.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int LONGEST = 64 * 1024;

    private final CommandRunner commands;
    private final Path folder;

    ToolCall(CommandRunner commands, Path folder) {
        this.commands = commands;
        this.folder = folder;
    }

    /// What came of a call.
    sealed interface Result {
        record Ended(int code, String output, String errors) implements Result {}

        record Failed(String reason) implements Result {}
    }

    Result make(List<String> argv, String input) throws InterruptedException {
        return switch (commands.talk(Command.of(folder, LIMIT, argv))) {
            case PipedCommand.Start.NotStarted(String reason) -> new Result.Failed(reason);
            case PipedCommand.Start.Started(PipedCommand command) -> {
                try (command) {
                    yield follow(command, input);
                }
            }
        };
    }

    private static Result follow(PipedCommand command, String input) throws InterruptedException {
        var output = new FutureTask<>(() -> text(command.output()));
        Thread.ofPlatform().daemon().name("keyring").start(output);
        try (OutputStream in = command.input()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // Its exit code and its errors say why it did not listen.
        }
        OptionalInt code = command.await(LIMIT);
        if (code.isEmpty()) {
            return new Result.Failed(
                    "it does not answer within %d seconds".formatted(LIMIT.toSeconds()));
        }
        // What it has left running would hold its output open for ever.
        command.close();
        try {
            return new Result.Ended(code.getAsInt(), output.get(), command.lastErrors().strip());
        } catch (ExecutionException gone) {
            return new Result.Failed("it hung up");
        }
    }

    private static String text(InputStream from) throws IOException {
        return new String(from.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
}
