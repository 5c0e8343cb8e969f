package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ProcessGroupTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    @TempDir Path folder;
    private CommandRunner runner;

    @BeforeEach
    void start() {
        runner = new CommandRunner(ENVIRONMENT, folder.resolve("spill"));
    }

    /// A clock on which the time limit comes when the command has written its files, and not before: how
    /// fast the machine is plays no part. From then on it goes as usual.
    private LongSupplier untilWritten(String... names) {
        var readings = new AtomicLong();
        var jump = new AtomicLong();
        return () -> {
            boolean isFirst = readings.getAndIncrement() == 0;
            if (!isFirst && jump.get() == 0 && Stream.of(names).allMatch(this::isWritten)) {
                jump.set(LONG.toNanos() - System.nanoTime());
            }
            return jump.get() == 0 ? 0 : jump.get() + System.nanoTime();
        };
    }

    private CommandRunner on(LongSupplier clock) {
        return new CommandRunner(
                Launcher.of(ENVIRONMENT), folder.resolve("spill"), clock, Optional.empty());
    }

    @Test
    @Tag("commands#AC-4")
    void the_time_limit_ends_the_whole_group() throws Exception {
        runner = on(untilWritten("a", "b"));
        var result =
                run(LONG, "echo begun; sleep 61 & echo $! > a; (sleep 62 & echo $! > b); sleep 63");
        assertThat(result)
                .isInstanceOfSatisfying(
                        CommandResult.TimedOut.class,
                        ended -> {
                            assertThat(ended.output().text()).isEqualTo("begun\n");
                            assertThat(ended.limit()).isEqualTo(LONG);
                        });
        assertThat(hasEnded("a")).isTrue();
        assertThat(hasEnded("b")).isTrue();
    }

    @Test
    @Tag("commands#AC-4")
    void a_command_that_ignores_the_request_to_end_is_killed() throws Exception {
        runner = on(untilWritten("a"));
        var result = run(LONG, "trap '' TERM; echo $$ > a; while :; do sleep 0.05; done");
        assertThat(result).isInstanceOf(CommandResult.TimedOut.class);
        assertThat(hasEnded("a")).isTrue();
    }

    @Test
    @Tag("commands#AC-4")
    void a_command_may_tidy_up_within_its_grace() throws Exception {
        // On this clock the limit comes when the command is ready, and the grace never passes.
        var readings = new AtomicLong();
        runner = on(() -> readings.getAndIncrement() > 0 && isWritten("a") ? LONG.toNanos() : 0);
        var result =
                run(
                        LONG,
                        "trap 'echo tidied; exit' TERM; echo $$ > a; while :; do sleep 0.01; done");
        assertThat(((CommandResult.TimedOut) result).output().text()).endsWith("tidied\n");
    }

    @Test
    @Tag("commands#AC-4")
    void a_daemon_that_left_the_session_is_ended_with_the_command() throws Exception {
        runner = on(untilWritten("a"));
        run(LONG, "(setsid sh -c 'echo $$ > a; exec sleep 64' &); sleep 65");
        assertThat(hasEnded("a")).isTrue();
    }

    @Test
    @Tag("commands#AC-4")
    void a_command_that_starts_others_without_end_is_ended() throws Exception {
        runner = on(untilWritten("a"));
        run(LONG, "while :; do (sleep 66 & echo $! > a); sleep 0.002; done");
        assertThat(hasEnded("a")).isTrue();
        assertThat(exited("ps -e -o args | grep -c '^sleep 6[6]' || true")).isEqualTo("0\n");
    }

    @Test
    @Tag("commands#AC-5")
    void an_interruption_ends_the_group_and_is_passed_on() throws Exception {
        var outcome = new AtomicReference<Throwable>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                run(LONG, "sleep 67 & echo $! > b; echo $$ > a; sleep 68");
                            } catch (InterruptedException expected) {
                                outcome.set(expected);
                            }
                        });
        awaitFile("a");
        long start = System.nanoTime();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        assertThat(hasEnded("a")).isTrue();
        assertThat(hasEnded("b")).isTrue();
    }

    @Test
    @Tag("commands#AC-5")
    void a_listener_that_fails_leaves_no_process_behind() {
        String line = "trap '' TERM; echo $$ > a; while :; do echo line; sleep 0.01; done";
        var command = Command.shell(folder, LONG, line);
        assertThatThrownBy(() ->
                        runner.run(
                                command,
                                printed -> {
                                    throw new IllegalStateException(printed);
                                }))
                .hasMessage("line");
        assertThat(hasEnded("a")).isTrue();
    }

    @Test
    @Tag("commands#AC-6")
    void what_a_command_leaves_in_the_background_is_ended_and_not_waited_for() throws Exception {
        var result = (CommandResult.Exited) run(LONG, "sleep 70 & echo $! > a; echo done");
        assertThat(result.output().text()).isEqualTo("done\n");
        assertThat(result.took()).isLessThan(Duration.ofSeconds(5));
        assertThat(hasEnded("a")).isTrue();
    }

    @Test
    @Tag("commands#AC-6")
    void what_is_printed_shortly_after_the_exit_is_still_read() throws Exception {
        // On this clock the time for it never passes; what is waited for is the end of what prints.
        // The command
        // exits once it is attended: what it prints before that, with nobody there, may be lost.
        var readings = new AtomicLong();
        runner =
                on(() -> {
                    if (readings.getAndIncrement() == 1) {
                        write("attended");
                    }
                    return 0;
                });
        String attended = "while [ ! -e attended ]; do sleep 0.01; done";
        assertThat(exited("(" + attended + "; sleep 0.1; echo late) & echo early; " + attended))
                .isEqualTo("early\nlate\n");
    }

    @Test
    @Tag("commands#AC-6")
    void what_is_printed_later_than_that_is_not_waited_for() throws Exception {
        // On this clock the time for it has passed as soon as it begins.
        var now = new AtomicLong();
        runner = on(() -> now.addAndGet(Duration.ofMillis(100).toNanos()));
        assertThat(exited("(sleep 75; echo late) & echo $! > a; echo early")).isEqualTo("early\n");
        assertThat(hasEnded("a")).isTrue();
    }

    @Test
    @Tag("commands#AC-6")
    void a_daemon_outlives_a_command_that_ended_well_and_keeps_nobody_waiting() throws Exception {
        var result =
                (CommandResult.Exited)
                        run(LONG, "setsid sh -c 'echo $$ > a; exec yes' & sleep 0.1; echo started");
        assertThat(result.took()).isLessThan(Duration.ofSeconds(5));
        assertThat(result.code()).isZero();
        // It writes to a pipe that nobody reads any more, and so ends by itself.
        while (!hasEnded("a")) {
            Thread.sleep(10);
        }
    }

    @Test
    @Tag("commands#AC-6")
    void a_real_daemon_keeps_running() throws Exception {
        run(LONG, "setsid sh -c 'echo $$ > a; exec sleep 71' >/dev/null 2>&1 & sleep 0.1");
        assertThat(hasEnded("a")).isFalse();
        ProcessHandle.of(pid("a")).orElseThrow().destroyForcibly();
    }

    @Test
    @Tag("commands#AC-4")
    void where_sessions_cannot_be_made_descendants_are_ended() throws Exception {
        var launcher = new Launcher(ENVIRONMENT, Optional.empty());
        runner = endingAtOnce(launcher);
        assertThat(exited("echo plain; exit 0")).isEqualTo("plain\n");
        runner = endingAtOnce(launcher);
        var result = run(LONG, "sh -c 'trap \"\" TERM; echo $$ > a; sleep 72; sleep 73'; sleep 74");
        assertThat(result).isInstanceOf(CommandResult.TimedOut.class);
        assertThat(hasEnded("a")).isTrue();
    }

    private CommandRunner endingAtOnce(Launcher launcher) {
        return new CommandRunner(
                launcher, folder.resolve("spill"), untilWritten("a"), Optional.empty());
    }

    private CommandResult run(Duration limit, String line) throws InterruptedException {
        return runner.run(Command.shell(folder, limit, line));
    }

    private String exited(String line) throws InterruptedException {
        return ((CommandResult.Exited) run(LONG, line)).output().text();
    }

    private void awaitFile(String name) throws InterruptedException {
        while (!isWritten(name)) {
            Thread.sleep(5);
        }
    }

    private void write(String name) {
        try {
            Files.writeString(folder.resolve(name), "");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private boolean isWritten(String name) {
        return Files.exists(folder.resolve(name)) && pid(name) != 0;
    }

    private boolean hasEnded(String name) {
        return ProcessTable.in(Path.of("/proc"))
                .map(table -> !table.isAlive(pid(name)))
                .orElseThrow();
    }

    private long pid(String name) {
        try {
            String text = Files.readString(folder.resolve(name)).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
