package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksWatchCommandTest {
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - name: style
                on: file-saved
                files: "*.txt"
                command: f=done; echo {file}$KIRO_HOOKS_WATCH >> $f.log
              - name: long
                on: file-created
                files: "*.long"
                command: f=long; echo $$ > $f.pid; sleep 600
                timeout: 20m
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace project;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        TemporaryWorkspace.in(folder).with("project/.kiro/hooks.yaml", HOOKS);
        project = TemporaryWorkspace.in(folder.resolve("project"));
        project.with(".gitignore", "*.log\n*.pid\n").with("a.txt", "one").committed();
        kiro = Kiro.in(project.root());
    }

    @AfterEach
    void end() {
        kiro.run("hooks", "watch", "--stop");
    }

    @Test
    @Tag("hook-watch#AC-10")
    void a_watcher_in_the_background_runs_hooks_shows_itself_and_ends_with_all_it_started()
            throws IOException {
        kiro.run("trust", "--yes");
        assertThat(kiro.run("hooks", "watch", "--status").code()).isEqualTo(1);
        Kiro.Result nobody = kiro.run("hooks", "watch", "--status", "--json");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out().replaceAll("\\s", ""))
                .isEqualTo("{\"version\":1,\"watched\":false}");

        Kiro.Result begun = kiro.run("hooks", "watch", "--background");

        assertThat(begun.code()).as(begun.err()).isEqualTo(0);
        assertThat(begun.out()).contains("in the background", "2 hooks", "watch.log");
        assertThat(kiro.run("hooks", "watch", "--status")).isEqualTo(begun);
        assertThat(kiro.run("hooks", "watch", "--status", "--json").out())
                .contains("\"watched\" : true", "\"background\" : true", "\"state\" : \"watching\"")
                .contains("\"hooks\" : 2", "watch.log");
        project.with("a.txt", "two");
        until(() -> project.has("done.log") && project.read("done.log").startsWith("a.txt\n"));
        project.with("b.long", "");
        until(() -> project.has("long.pid") && !project.read("long.pid").isBlank());
        long pid = Long.parseLong(project.read("long.pid").strip());
        Kiro.Result second = kiro.run("hooks", "watch");
        assertThat(second.code()).isEqualTo(6);
        assertThat(second.err()).contains("watched already by process", "--stop");
        assertThat(kiro.run("hooks", "watch", "--stop").out()).startsWith("ended process ");
        until(() -> Processes.hasEnded(pid));
        assertThat(kiro.run("hooks", "watch", "--status").out()).startsWith("nobody watches");
        assertThat(log())
                .contains("saved     a.txt", "start     style", "done      style", "ended: ");
    }

    @Test
    @Tag("hook-watch#AC-8")
    @Tag("hook-watch#AC-10")
    void after_a_kill_another_can_begin() {
        kiro.run("trust", "--yes");
        Kiro.Result begun = kiro.run("hooks", "watch", "--background");
        long pid = Long.parseLong(begun.out().replaceAll("(?s)watched by process (\\d+).*", "$1"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        until(() -> Processes.hasEnded(pid));
        // Its threads may still be ending, and one of them has the lock.
        until(() -> kiro.run("hooks", "watch", "--status").code() == 1);
        assertThat(kiro.run("hooks", "watch", "--background").out()).contains("2 hooks");
        project.with("a.txt", "two");
        until(() -> project.has("done.log"));
    }

    private String logged() {
        try {
            return "not in time:\n" + log();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            Path log =
                    files.filter(file -> file.endsWith("watch/watch.log"))
                            .findFirst()
                            .orElseThrow();
            return Files.readString(log);
        }
    }

    private void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(logged());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
