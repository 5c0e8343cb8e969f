package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kiro.testing.Processes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@Tag("commands#AC-14")
class PipedCommandTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    @TempDir Path folder;

    @Test
    void what_is_said_to_it_is_answered_and_errors_come_apart() throws Exception {
        try (PipedCommand command =
                        talk("echo ready >&2; while read -r x; do echo \"<$x>\"; done");
                BufferedReader answers = answers(command)) {
            say(command, "one\n");
            assertThat(answers.readLine()).isEqualTo("<one>");
            say(command, "two\n");
            assertThat(answers.readLine()).isEqualTo("<two>");
            assertThat(command.exitCode()).isEmpty();
            command.input().close();
            assertThat(command.await(Duration.ofSeconds(5))).isEqualTo(OptionalInt.of(0));
            assertThat(command.lastErrors()).isEqualTo("ready\n");
        }
    }

    @Test
    void closing_ends_it_with_all_that_it_has_started() throws Exception {
        PipedCommand command =
                talk(
                        "trap '' TERM; sleep 71 & echo $! > child; (setsid sh -c 'echo $$ > apart; exec sleep 72' &);"
                                + " until [ -s apart ]; do sleep 0.01; done; echo up; while :; do sleep 0.1; done");
        assertThat(answers(command).readLine()).isEqualTo("up");

        command.close();
        command.close();

        assertThat(command.exitCode()).isPresent();
        assertThat(Processes.hasEnded(pid("child"))).isTrue();
        assertThat(Processes.hasEnded(pid("apart"))).isTrue();
    }

    @Test
    void what_it_leaves_behind_when_it_dies_is_ended_too() throws Exception {
        PipedCommand command = talk("sleep 73 & echo $! > child; echo no >&2; exit 3");
        assertThat(command.await(Duration.ofSeconds(5))).isEqualTo(OptionalInt.of(3));
        assertThat(Processes.hasEnded(pid("child"))).isFalse();

        command.close();

        assertThat(Processes.hasEnded(pid("child"))).isTrue();
    }

    @Test
    void a_flood_of_errors_is_kept_with_its_head_and_tail() throws Exception {
        try (PipedCommand command =
                talk("echo first >&2; yes filler | head -200000 >&2; printf last >&2")) {
            assertThat(command.await(Duration.ofSeconds(15))).isEqualTo(OptionalInt.of(0));
            assertThat(command.lastErrors())
                    .startsWith("first\nfiller\n")
                    .endsWith("filler\nlast")
                    .contains("characters left out]")
                    .hasSizeLessThan(8_200);
        }
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        var runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"));
        assertThat(runner.talk(Command.of(folder, Duration.ZERO, List.of("no-such-server"))))
                .isInstanceOfSatisfying(
                        PipedCommand.Start.NotStarted.class,
                        not -> assertThat(not.reason()).contains("no-such-server"));
    }

    private PipedCommand talk(String line) {
        var runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"));
        return switch (runner.talk(Command.shell(folder, Duration.ZERO, line))) {
            case PipedCommand.Start.Started started -> started.command();
            case PipedCommand.Start.NotStarted not -> throw new AssertionError(not.reason());
        };
    }

    private static BufferedReader answers(PipedCommand command) {
        return new BufferedReader(
                new java.io.InputStreamReader(command.output(), StandardCharsets.UTF_8));
    }

    private static void say(PipedCommand command, String text) throws IOException {
        command.input().write(text.getBytes(StandardCharsets.UTF_8));
        command.input().flush();
    }

    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve(file)).strip());
    }
}
