package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;
    private CommandRunner runner;

    @BeforeEach
    void start() {
        runner =
                new CommandRunner(
                        Map.of("PATH", "/usr/bin:/bin", "GREETING", "hello"),
                        folder.resolve("spill"));
    }

    @Test
    @Tag("commands#AC-1")
    void both_streams_come_in_the_order_they_were_written() throws Exception {
        assertThat(exited("echo one; echo two >&2; echo three; exit 3"))
                .satisfies(ended -> {
                    assertThat(ended.code()).isEqualTo(3);
                    assertThat(ended.output())
                            .isEqualTo(new Output("one\ntwo\nthree\n", 14, Optional.empty()));
                });
    }

    @Test
    @Tag("commands#AC-1")
    void lines_are_passed_on_while_the_command_runs() throws Exception {
        Path signal = folder.resolve("signal");
        var lines = new ArrayList<String>();
        // The command waits for what is done on its first line: it would hang if lines came late.
        var result =
                runner.run(
                        shell("echo ready; until [ -e signal ]; do sleep 0.01; done; printf end"),
                        line -> {
                            lines.add(line);
                            create(signal);
                        });
        assertThat(lines).containsExactly("ready", "end");
        assertThat(text(result)).isEqualTo("ready\nend");
    }

    @Test
    @Tag("commands#AC-17")
    void what_comes_after_a_flood_is_told_while_the_command_runs() throws Exception {
        Path signal = folder.resolve("signal");
        // The command waits for what is done on the line after the flood.
        var result =
                runner.watch(
                        shell(
                                "yes filler | head -c 1000000; echo; echo ready; until [ -e signal ]; do sleep 0.01; done; printf end"),
                        news -> {
                            if (news.equals("ready")) {
                                create(signal);
                            }
                        });
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.Exited.class,
                        ended -> assertThat(ended.output().text()).endsWith("ready\nend"));
    }

    @Test
    @Tag("commands#AC-2")
    void a_command_sees_the_given_environment_and_nothing_else() throws Exception {
        var command =
                shell("env | grep -v -e ^KIRO_COMMAND= -e ^PWD= -e ^SHLVL= -e ^_= | sort")
                        .withEnvironment(Map.of("ADDED", "yes", "GREETING", "hi"));
        assertThat(text(runner.run(command)))
                .isEqualTo("ADDED=yes\nGREETING=hi\nPATH=/usr/bin:/bin\n");
    }

    @Test
    @Tag("commands#AC-2")
    void a_command_that_reads_finds_the_end_of_its_input() throws Exception {
        assertThat(exited("cat; read line || echo nothing").output().text()).isEqualTo("nothing\n");
    }

    @Test
    @Tag("commands#AC-2")
    void a_command_runs_in_its_folder_and_without_a_terminal() throws Exception {
        assertThat(exited("pwd; (: </dev/tty) 2>/dev/null || echo no terminal").output().text())
                .isEqualTo(folder.toRealPath() + "\nno terminal\n");
    }

    @Test
    @Tag("commands#AC-3")
    void the_command_itself_is_the_leader_of_its_session() throws Exception {
        assertThat(exited("set -- $(cat /proc/$$/stat); [ $1 = $6 ] && [ $1 = $5 ]").code())
                .isZero();
    }

    @Test
    @Tag("commands#AC-3")
    void a_signal_is_told_by_the_exit_code() throws Exception {
        assertThat(exited("kill -SEGV $$").code()).isEqualTo(128 + 11);
    }

    @Test
    @Tag("commands#AC-7")
    void what_cannot_be_started_says_why() throws Exception {
        Files.writeString(folder.resolve("plain.txt"), "text");
        Files.createDirectory(folder.resolve("sub"));
        assertThat(notStarted("no-such-program-here"))
                .isEqualTo(
                        "there is no program 'no-such-program-here' on the PATH: install it, or name it"
                                + " with its folder");
        assertThat(notStarted("./none")).isEqualTo("there is no program ./none");
        assertThat(notStarted("./plain.txt"))
                .isEqualTo(
                        folder.resolve("./plain.txt")
                                + " is not executable: chmod +x it, or name its interpreter");
        assertThat(notStarted("./sub")).endsWith("is a folder, not a program");
        assertThat(notStarted("")).startsWith("there is no program ''");
        assertThat(notStarted("echo", "a\0b"))
                .isEqualTo("an argument of echo holds a null character");
        assertThat(runner.run(Command.of(folder.resolve("gone"), LIMIT, List.of("true"))))
                .isEqualTo(
                        new CommandResult.NotStarted(
                                "there is no folder " + folder.resolve("gone")));
    }

    @Test
    @Tag("commands#AC-7")
    void a_script_whose_interpreter_is_missing_was_not_started() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), "#!/no/such/interpreter\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThat(notStarted("./script"))
                .isEqualTo("could not be started: ./script: No such file or directory");
    }

    @Test
    @Tag("commands#AC-7")
    void more_arguments_than_the_system_takes_are_an_answer() throws Exception {
        assertThat(notStarted("echo", "x".repeat(4 << 20))).contains("could not be started");
    }

    @Test
    void a_program_whose_name_begins_with_a_dash_is_no_option() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path script = Files.writeString(bin.resolve("-w"), "#!/bin/sh\necho \"ran $1\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var command =
                Command.of(folder, LIMIT, List.of("-w", "it"))
                        .withEnvironment(Map.of("PATH", bin + ":/usr/bin:/bin"));
        assertThat(text(runner.run(command))).isEqualTo("ran it\n");
    }

    @Test
    void a_command_has_a_program() {
        assertThatThrownBy(() -> Command.of(folder, LIMIT, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("commands#AC-8")
    void a_capture_is_exact_to_the_byte_with_errors_apart() throws Exception {
        var capture = runner.capture(shell("printf 'a\\000\\377\\r\\n'; echo wrong >&2; exit 5"));
        assertThat(capture)
                .isInstanceOfSatisfying(
                        Capture.Ended.class,
                        ended -> {
                            assertThat(ended.output()).containsExactly('a', 0, 0xff, '\r', '\n');
                            assertThat(ended.errors()).isEqualTo("wrong\n");
                            assertThat(ended.code()).isEqualTo(5);
                        });
    }

    @Test
    @Tag("commands#AC-8")
    void a_capture_of_megabytes_is_whole() throws Exception {
        var capture =
                (Capture.Ended)
                        runner.capture(
                                shell("head -c 20000000 /dev/zero; head -c 300000 /dev/zero >&2"));
        assertThat(capture.output()).hasSize(20_000_000);
    }

    @Test
    @Tag("commands#AC-8")
    void a_capture_has_limits() throws Exception {
        assertThat(runner.capture(Command.of(folder, LIMIT, List.of("yes"))))
                .isEqualTo(new Capture.Failed("'yes' printed more than 64 MB"));
        var slow = Command.of(folder, Duration.ofMillis(200), List.of("sleep", "60"));
        assertThat(runner.capture(slow))
                .isEqualTo(new Capture.Failed("'sleep 60' did not end within 0.2 seconds"));
        assertThat(runner.capture(Command.of(folder, LIMIT, List.of("no-such-program-here"))))
                .isInstanceOf(Capture.Failed.class);
    }

    @Test
    @Tag("commands#AC-12")
    void a_command_costs_its_caller_little() throws Exception {
        for (int i = 0; i < 20; i++) {
            exited("echo warm");
        }
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 50; i++) {
            exited("echo line");
        }
        long each = (threads.getCurrentThreadCpuTime() - before) / 50;
        assertThat(Duration.ofNanos(each)).isLessThan(Duration.ofMillis(10));
    }

    @Test
    @Tag("commands#AC-12")
    void waiting_costs_nothing_worth_mentioning() throws Exception {
        exited("sleep 0.1");
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        exited("sleep 1");
        long cost = threads.getCurrentThreadCpuTime() - before;
        assertThat(Duration.ofNanos(cost)).isLessThan(Duration.ofMillis(50));
    }

    private Command shell(String line) {
        return Command.shell(folder, LIMIT, line);
    }

    private CommandResult.Exited exited(String line) throws InterruptedException {
        return (CommandResult.Exited) runner.run(shell(line));
    }

    private String notStarted(String... argv) throws InterruptedException {
        var result = runner.run(Command.of(folder, LIMIT, List.of(argv)));
        return ((CommandResult.NotStarted) result).reason();
    }

    private static String text(CommandResult result) {
        return ((CommandResult.Exited) result).output().text();
    }

    private static void create(Path file) {
        try {
            Files.write(file, "x".getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
