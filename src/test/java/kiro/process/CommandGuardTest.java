package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kiro.testing.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@Tag("commands#AC-13")
class CommandGuardTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    @TempDir Path folder;

    /// Leaves a daemon behind by a first command, and is killed in the middle of a second one.
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            try (var guard = new CommandGuard(ENVIRONMENT)) {
                var runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"), guard);
                for (String line :
                        new String[] {
                            "setsid sh -c 'echo $$ > daemon; exec sleep 81' >/dev/null 2>&1 &"
                                    + " until [ -s daemon ]; do sleep 0.01; done",
                            "trap '' TERM; echo $$ > leader; sleep 82 & echo $! > child;"
                                    + " (setsid sh -c 'echo $$ > apart; exec sleep 83' &);"
                                    + " while :; do sleep 0.1; done"
                        }) {
                    runner.run(Command.shell(folder, Duration.ofMinutes(1), line));
                }
            }
        }
    }

    @AfterEach
    void endTheDaemon() throws IOException {
        if (Files.exists(folder.resolve("daemon"))) {
            ProcessHandle.of(pid("daemon")).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void a_program_that_is_killed_leaves_no_command_running() throws Exception {
        Process killed = start();
        for (String file : new String[] {"leader", "child", "apart"}) {
            awaitWritten(file);
        }

        killed.destroyForcibly().waitFor();

        for (String file : new String[] {"leader", "child", "apart"}) {
            while (!Processes.hasEnded(pid(file))) {
                Thread.sleep(20);
            }
        }
        assertThat(Processes.hasEnded(pid("daemon")))
                .as("what a command that ended well has left outside of its session")
                .isFalse();
    }

    /// Of a command of the model, that is; a daemon of a build that kiro itself runs is there for the next one.
    @Test
    @Tag("commands#AC-16")
    void a_daemon_ends_with_the_guard_where_its_command_was_marked_so() throws Exception {
        var guard = new CommandGuard(ENVIRONMENT);
        var runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"), guard);
        for (String name : new String[] {"daemon", "marked"}) {
            String line =
                    "setsid sh -c 'echo $$ > NAME; exec sleep 84' >/dev/null 2>&1 & until [ -s NAME ]; do sleep 0.01; done"
                            .replace("NAME", name);
            Command command = Command.shell(folder, Duration.ofMinutes(1), line);
            runner.run(name.equals("marked") ? runner.untilTheEnd(command) : command);
        }
        assertThat(Processes.hasEnded(pid("marked"))).isFalse();

        guard.close();

        while (!Processes.hasEnded(pid("marked"))) {
            Thread.sleep(20);
        }
        assertThat(Processes.hasEnded(pid("daemon"))).isFalse();
    }

    @Test
    void a_guard_that_was_let_go_is_in_nobodys_way() throws Exception {
        var guard = new CommandGuard(ENVIRONMENT);
        var runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"), guard);
        var command = Command.shell(folder, Duration.ofSeconds(10), "echo well");
        runner.run(command);
        guard.close();

        assertThat(runner.run(command))
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        exited -> assertThat(exited.output().text()).isEqualTo("well\n"));
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Killed.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private void awaitWritten(String name) throws Exception {
        while (Files.notExists(folder.resolve(name)) || pid(name) == 0) {
            Thread.sleep(10);
        }
    }

    private long pid(String name) throws IOException {
        String text = Files.readString(folder.resolve(name)).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
