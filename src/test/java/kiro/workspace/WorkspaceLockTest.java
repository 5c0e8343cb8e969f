package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kiro.workspace.WorkspaceLock.Attempt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("workspace#AC-11")
class WorkspaceLockTest {
    @TempDir Path root;
    private Workspace workspace;

    @BeforeEach
    void start() throws IOException {
        workspace = new Workspace(root.toRealPath());
    }

    @Test
    void a_second_attempt_is_told_who_holds_it_and_a_later_one_succeeds() throws IOException {
        try (WorkspaceLock held = locked("session one (process 1)")) {
            assertThat(held).isNotNull();
            assertThat(holder(attempt("two"))).isEqualTo("session one (process 1)");
            assertThat(holder(attempt("three"))).isEqualTo("session one (process 1)");
        }
        locked("four").close();
    }

    @Test
    void a_text_left_by_a_crash_is_no_obstacle_and_names_nobody() throws IOException {
        Files.createDirectories(root.resolve(".kiro/sessions"));
        Files.writeString(
                root.resolve(".kiro/sessions/lock"), "a very long name of one that crashed\n");
        try (WorkspaceLock held = locked("new")) {
            assertThat(held).isNotNull();
            assertThat(holder(attempt("other"))).isEqualTo("new");
        }
    }

    @Test
    void who_holds_it_can_be_asked_and_leaves_nothing_behind() throws IOException {
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
        assertThat(root).isEmptyDirectory();

        try (WorkspaceLock held = locked("one")) {
            assertThat(held).isNotNull();
            assertThat(WorkspaceLock.holder(workspace))
                    .hasValueSatisfying(name -> assertThat(name).startsWith("one (process "));
            assertThat(holder(attempt("two"))).isEqualTo("one");
        }
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();

        Files.writeString(root.resolve(".kiro/sessions/lock"), "one that crashed\n");
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
        locked("three").close();
    }

    /// Java closes a file in the hands of a thread that is interrupted; the lock is gone with it.
    @Test
    void who_is_told_to_end_while_unlocking_has_unlocked() throws IOException {
        WorkspaceLock held = locked("first");

        Thread.currentThread().interrupt();
        held.close();

        assertThat(Thread.interrupted()).isTrue();
        locked("second").close();
    }

    @Test
    void closing_twice_does_not_release_the_next_ones_lock() throws IOException {
        WorkspaceLock first = locked("first");
        first.close();
        try (WorkspaceLock second = locked("second")) {
            first.close();
            assertThat(second).isNotNull();
            assertThat(holder(attempt("third"))).isEqualTo("second");
        }
    }

    @Test
    void another_process_is_kept_off_though_this_one_looked_at_the_lock_again() throws Exception {
        try (WorkspaceLock held = locked("parent")) {
            assertThat(held).isNotNull();
            // On Unix, closing the file once more would release a lock on it.
            assertThat(holder(attempt("again"))).isEqualTo("parent");
            assertThat(root.resolve(".kiro/sessions/lock")).content().startsWith("parent\n");
            Process child = child();
            assertThat(answer(child)).startsWith("Busy[holder=parent (process ");
            assertThat(child.waitFor()).isZero();
        }
    }

    @Test
    void the_end_of_a_process_releases_its_lock_even_when_it_is_killed() throws Exception {
        Process child = child();
        assertThat(answer(child)).isEqualTo("locked");
        assertThat(WorkspaceLock.holder(workspace))
                .hasValueSatisfying(name -> assertThat(name).startsWith("child (process "));
        assertThat(holder(attempt("parent"))).isEqualTo("child");
        child.destroyForcibly().waitFor();
        locked("parent").close();
    }

    @Test
    void a_workspace_that_cannot_be_written_is_a_clear_failure() throws IOException {
        Files.writeString(root.resolve(".kiro"), "in the way");
        assertThatThrownBy(() -> attempt("one"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the workspace could not be locked: ");
    }

    @Test
    void who_is_kept_off_is_told_since_when_and_what_can_be_done() throws IOException {
        long process = ProcessHandle.current().pid();
        Attempt first =
                WorkspaceLock.lock(workspace, new LockHolder("session a", "kiro session show a"));
        Files.setLastModifiedTime(
                root.resolve(".kiro/sessions/lock"),
                FileTime.from(Instant.parse("2026-03-01T12:00:05Z")));

        assertThat(attempt("second"))
                .isEqualTo(
                        new Attempt.Busy(
                                "session a (process %d, since 2026-03-01 12:00:05 UTC)"
                                        .formatted(process),
                                "wait until it has ended, look at it with 'kiro session show a', or stop it with 'kill %d'"
                                        .formatted(process)));
        ((Attempt.Locked) first).lock().close();
    }

    /// Another version says its name alone.
    @Test
    void a_holder_that_says_less_is_told_as_far_as_it_goes() {
        assertThat(LockHolder.read("").next()).isEqualTo("wait until it has ended, or stop it");
        assertThat(LockHolder.read("session a\n").since(Instant.EPOCH)).isEqualTo("session a");
        assertThat(LockHolder.read("a\nnobody\n\n"))
                .isEqualTo(new LockHolder("a", OptionalLong.empty(), Optional.empty()));
    }

    private static String holder(Attempt attempt) {
        return ((Attempt.Busy) attempt)
                .holder()
                .replaceFirst(" \\(process \\d+, since .* UTC\\)$", "");
    }

    private WorkspaceLock locked(String holder) throws IOException {
        return ((Attempt.Locked) attempt(holder)).lock();
    }

    private Attempt attempt(String holder) throws IOException {
        return WorkspaceLock.lock(workspace, holder);
    }

    private Process child() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Child.class.getName(),
                        workspace.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String answer(Process child) throws IOException {
        BufferedReader reader = child.inputReader();
        return reader.readLine();
    }

    /// Locks, says what came of it, and holds the lock until it is killed.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            switch (WorkspaceLock.lock(new Workspace(Path.of(arguments[0])), "child")) {
                case Attempt.Busy busy -> System.out.println(busy);
                case Attempt.Locked locked -> {
                    System.out.println("locked");
                    Thread.sleep(60_000);
                    locked.lock().close();
                }
            }
        }
    }
}
