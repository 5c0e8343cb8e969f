package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.process.Capture;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("undo#AC-7")
class GitGlanceTest {
    @TempDir Path folder;
    @TempDir Path programs;
    private TemporaryWorkspace work;
    private GitShell shell;
    private GitGlance glance;

    @BeforeEach
    void makeRepository() {
        work = TemporaryWorkspace.in(folder);
        glance = glance(Map.of());
    }

    private GitGlance glance(Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        var commands = new CommandRunner(environment, folder.resolve(".git/spill"));
        shell = new GitShell(commands);
        Git git = new Git(work.workspace(), commands).askedBy(shell);
        return new GitGlance(git, new GitIndex(git, work.workspace()), work.workspace());
    }

    @AfterEach
    void endShell() {
        shell.close();
    }

    @Test
    void what_differs_is_told_whatever_its_name() throws Exception {
        work.with("a.txt", "one\n").with("b.txt", "one\n").with("it's $HOME.txt", "one\n");
        work.with("made/.gitignore", "*.log\n").committed();
        work.with("a.txt", "two\n").with("it's $HOME.txt", "two\n").with("made/x.log", "\n");
        work.with("new/it's `here`/a b.txt", "\n").with("new/line\nend.txt", "\n").with("-n", "\n");
        Files.delete(work.root().resolve("b.txt"));
        Files.createDirectories(work.root().resolve("empty/one"));

        for (int time = 0; time < 3; time++) {
            GitGlance.Seen seen = glance.look(10).orElseThrow();
            assertThat(names(seen.touched()))
                    .containsExactlyInAnyOrder("a.txt", "b.txt", "it's $HOME.txt");
            assertThat(names(seen.untracked().files()))
                    .containsExactlyInAnyOrder(
                            "-n", "new/it's `here`/a b.txt", "new/line\nend.txt");
            assertThat(seen.untracked().emptyFolders().map(Set::copyOf))
                    .contains(Set.of(WorkspacePath.of("empty/one")));
        }
    }

    /// What was found the last time is asked about at once, and may be wrong.
    @Test
    void folders_that_come_and_go_are_told_as_they_are() throws Exception {
        work.with("a.txt", "one\n").committed();
        assertThat(untracked()).isEmpty();
        work.with("new/one.txt", "\n");
        assertThat(untracked()).containsExactly("new/one.txt");
        work.with("new/two.txt", "\n").with("other/three.txt", "\n");
        assertThat(untracked()).containsExactly("new/one.txt", "new/two.txt", "other/three.txt");
        work.git("add", "new/one.txt");
        assertThat(untracked()).containsExactly("new/two.txt", "other/three.txt");
        work.git("add", "-A");
        assertThat(untracked()).isEmpty();
    }

    @Test
    void more_than_is_asked_for_and_no_commit_are_not_told() throws Exception {
        work.with("a.txt", "one\n").with("b.txt", "one\n");
        work.git("init", "-q");
        work.git("add", "-A");
        assertThat(glance.look(10)).isEmpty();
        work.committed().with("a.txt", "two\n").with("b.txt", "two\n");
        assertThat(glance.look(1)).isEmpty();
        assertThat(glance.look(2).map(seen -> names(seen.touched())))
                .contains(List.of("a.txt", "b.txt"));
    }

    /// Git is called by a shell within the one that is kept. Its pid is the first that git sees in the place of the shell's.
    private static final String UNDER_THE_SHELL =
            """
            #!/bin/sh
            shell=$(ps -o ppid= -p $PPID)
            case "$(ps -o args= -p $shell)" in
            /bin/sh) echo >> '%1$s'; %2$s ;;
            esac
            PATH=/usr/local/bin:/usr/bin:/bin exec git "$@"
            """;

    private GitGlance glanceWhere(String shellDoes) throws Exception {
        work.with("a.txt", "one\n").committed().with("a.txt", "two\n").with("b.txt", "\n");
        Path git = programs.resolve("git");
        Files.writeString(git, UNDER_THE_SHELL.formatted(programs.resolve("together"), shellDoes));
        assertThat(git.toFile().setExecutable(true)).isTrue();
        shell.close();
        return glance(Map.of("PATH", programs + ":" + System.getenv("PATH")));
    }

    private void assertTold(int times) throws Exception {
        for (int time = 0; time < times; time++) {
            GitGlance.Seen seen = glance.look(10).orElseThrow();
            assertThat(names(seen.touched())).containsExactly("a.txt");
            assertThat(names(seen.untracked().files())).containsExactly("b.txt");
        }
    }

    private long calls() throws Exception {
        return Files.readString(programs.resolve("together")).lines().count();
    }

    @Test
    void the_questions_are_asked_by_one_shell() throws Exception {
        glance = glanceWhere("echo $shell >> '%s'".formatted(programs.resolve("shells")));
        assertTold(3);
        assertThat(calls()).isEqualTo(6);
        assertThat(Files.readString(programs.resolve("shells")).lines().distinct()).hasSize(1);
    }

    @Test
    void a_shell_that_a_command_has_ended_is_started_anew() throws Exception {
        Path once = programs.resolve("once");
        glance = glanceWhere("mkdir '%s' 2>/dev/null && kill -KILL $shell".formatted(once));
        assertTold(2);
        assertThat(calls()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void where_no_shell_lives_long_enough_they_are_asked_apart() throws Exception {
        glance = glanceWhere("kill -KILL $shell; exit 1");
        assertTold(3);
        assertThat(calls()).isBetween(3L, 6L);
    }

    /// The folder is another one then, with the same name.
    @Test
    void the_shell_looks_where_the_project_is_now() throws Exception {
        work.with("a.txt", "one\n").committed().with("b.txt", "\n");
        assertThat(untracked()).containsExactly("b.txt");
        Path other = Files.createDirectories(programs.resolve("other"));
        TemporaryWorkspace.in(other).with("c.txt", "one\n").committed().with("d.txt", "\n");
        for (String name : List.of("a.txt", "b.txt", ".git")) {
            Files.move(folder.resolve(name), programs.resolve(name));
        }
        Files.delete(folder);
        Files.move(other, folder);
        assertThat(untracked()).containsExactly("d.txt");
    }

    @Test
    void a_shell_that_is_closed_has_ended_and_is_not_started_again() throws Exception {
        glance = glanceWhere("echo $shell >> '%s'".formatted(programs.resolve("shells")));
        assertTold(1);
        long pid =
                Long.parseLong(Files.readAllLines(programs.resolve("shells")).getFirst().strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();
        shell.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        long before = calls();
        assertTold(1);
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void an_answer_that_is_cut_off_counts_for_nothing() {
        var batch = new GitBatch("END", List.of(List.of("one"), List.of("two")));
        assertThat(batch.answers(printed("a\0\0END 0\0\0END 128\0")).orElseThrow())
                .extracting(
                        Capture.Ended::code, it -> new String(it.output(), StandardCharsets.UTF_8))
                .containsExactly(tuple(0, "a\0"), tuple(128, ""));
        for (String cut :
                List.of(
                        "",
                        "a\0",
                        "a\0\0END 0\0",
                        "a\0\0END 0\0b\0\0END ",
                        "a\0\0END 0\0\0END 1")) {
            assertThat(batch.answers(printed(cut))).isEqualTo(Optional.empty());
        }
    }

    private static byte[] printed(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> untracked() throws InterruptedException {
        return names(glance.look(10).orElseThrow().untracked().files());
    }

    private static List<String> names(List<WorkspacePath> paths) {
        return paths.stream().map(WorkspacePath::value).sorted().toList();
    }
}
