package kiro.permission.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the reading of lines against what the shells of this machine do with them: no shell may run a command
/// that was not read.
class RealShellTest {
    private static final int LINES = Integer.getInteger("kiro.lines", 250);
    private static final long SEED = Long.getLong("kiro.seed", 4);

    @TempDir Path folder;

    private int runs;

    @Test
    @Tag("shell-lines#AC-5")
    void no_shell_runs_a_command_that_was_not_read() throws Exception {
        List<String> shells =
                Stream.of("/bin/sh", "/bin/bash")
                        .filter(shell -> Files.exists(Path.of(shell)))
                        .toList();
        programs();
        var lines = new RandomLines(new Random(SEED));
        int readable = 0;
        for (int i = 0; i < LINES; i++) {
            String line = lines.next();
            if (ShellReader.read(line) instanceof ShellReading.Commands read) {
                readable++;
                for (String shell : shells) {
                    assertThat(unread(ran(shell, line), read.commands()))
                            .as("%s ran, of the line%n%s%nread as %s", shell, line, read.commands())
                            .isEmpty();
                }
            }
        }
        assertThat(shells).contains("/bin/sh");
        assertThat(readable).isGreaterThan(LINES / 2);
    }

    /// Programs that write down how they were called.
    private void programs() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("cwd"));
        for (int i = 0; i < 10; i++) {
            Path program = folder.resolve("bin/p" + i);
            Files.writeString(
                    program, "#!/bin/sh\nprintf '%s\\037' \"${0##*/}\" \"$@\" '\036' >>\"$LOG\"\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    private List<List<String>> ran(String shell, String line) throws Exception {
        // What a line leaves running writes into a log of its own, and is ended with its session.
        Path log = folder.resolve("log" + runs++);
        var builder = new ProcessBuilder("/usr/bin/setsid", shell, "-c", line + "\nwait");
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("LOG", log.toString());
        builder.directory(folder.resolve("cwd").toFile());
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Process process = builder.start();
        process.waitFor(3, TimeUnit.SECONDS);
        new ProcessBuilder("/bin/kill", "-KILL", "--", "-" + process.pid()).start().waitFor();
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).isTrue();
        return Files.exists(log) ? calls(Files.readString(log)) : List.of();
    }

    private static List<List<String>> calls(String log) {
        return Stream.of(log.split("\036\037"))
                .filter(call -> !call.isEmpty())
                .map(call -> List.of(call.substring(0, call.length() - 1).split("\037", -1)))
                .toList();
    }

    private static List<List<String>> unread(List<List<String>> ran, List<ShellCommand> read) {
        var left = new ArrayList<>(ran);
        left.removeIf(call -> read.stream().anyMatch(command -> fits(command, call)));
        return left;
    }

    /// A word that is made as it runs can be anything, and any number of words.
    private static boolean fits(ShellCommand command, List<String> call) {
        if (command.words().isEmpty() || !command.program().equals(call.getFirst())) {
            return false;
        }
        String pattern =
                command.arguments().stream()
                        .map(word ->
                                word.isPlain() ? "\037" + Pattern.quote(word.text()) : "(\037.*)?")
                        .collect(Collectors.joining());
        String given =
                call.stream().skip(1).map(word -> "\037" + word).collect(Collectors.joining());
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(given).matches();
    }
}
