package kiro.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    private static final String WEIRD = "dir with space/ünï 😀\n\"quoted\"\t.txt";

    @TempDir Path folder;
    @TempDir Path other;
    private TemporaryWorkspace project;

    @BeforeEach
    void start() {
        project = TemporaryWorkspace.in(folder).with("a.txt", "a\n").with("src/b.txt", "b\n");
    }

    /// However a repository looks: what is found out in one go is what is found out apart.
    @AfterEach
    void the_view_is_the_state_and_the_files() throws Exception {
        assertThat(git().view()).isEqualTo(new Git.View(git().state(), git().files()));
    }

    @Test
    @Tag("workspace#AC-3")
    void a_clean_repository_has_a_branch_and_a_head() throws Exception {
        project.committed();
        assertThat(git().state())
                .isEqualTo(
                        new GitState.Repository(
                                Optional.of("main"), Optional.of(head()), List.of(), List.of()));
        assertThat(((GitState.Repository) git().state()).isClean()).isTrue();
    }

    @Test
    @Tag("undo#AC-20")
    void a_repository_within_that_is_broken_is_not_taken_for_the_one_around_it() throws Exception {
        project.committed();
        for (String place : List.of("sub", "a:b/sub")) {
            project.with(place + "/c.txt", "c\n");
            project.git("init", "-q", place);
            project.git("-C", place, "add", ".");
            var inner = new Workspace(folder.toRealPath().resolve(place));
            Git within = git().within(inner);
            assertThat(within.isOfItself()).as(place).isTrue();
            assertThat(within.state()).as(place).isInstanceOf(GitState.Repository.class);

            Files.delete(inner.root().resolve(".git/HEAD"));

            assertThat(within.isOfItself() && within.state() instanceof GitState.Repository)
                    .as(place)
                    .isFalse();
        }
    }

    @Test
    @Tag("workspace#AC-3")
    void no_program_that_the_repository_or_one_within_it_names_is_run_to_look_at_files()
            throws Exception {
        Path trap = other.resolve("trap");
        Path sprung = other.resolve("sprung");
        Files.writeString(trap, "#!/bin/sh\necho >> '" + sprung + "'\n");
        assertThat(trap.toFile().setExecutable(true)).isTrue();
        project.with("sub/c.txt", "c\n").committed();
        project.git("init", "-q", "sub");
        project.git("-C", "sub", "add", ".");
        project.git(
                "-C", "sub", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "sub");
        project.git("rm", "-q", "-r", "--cached", "sub");
        project.git("add", "sub");
        project.git("-C", "sub", "config", "core.fsmonitor", trap.toString());
        project.git("config", "core.fsmonitor", trap.toString());
        Files.deleteIfExists(sprung);

        assertThat(git().state()).isInstanceOf(GitState.Repository.class);
        git().files();
        assertThat(sprung).doesNotExist();

        project.git("status");
        assertThat(sprung).exists();
    }

    @Test
    @Tag("workspace#AC-3")
    void before_the_first_commit_there_is_a_branch_and_no_head() throws Exception {
        project.git("init", "-q", "-b", "start");
        assertThat(git().state())
                .isEqualTo(
                        new GitState.Repository(
                                Optional.of("start"),
                                Optional.empty(),
                                paths("a.txt", "src/b.txt"),
                                List.of()));
    }

    @Test
    @Tag("workspace#AC-3")
    void a_detached_head_has_no_branch() throws Exception {
        project.committed().git("checkout", "-q", "--detach");
        assertThat(git().state())
                .isEqualTo(
                        new GitState.Repository(
                                Optional.empty(), Optional.of(head()), List.of(), List.of()));
    }

    @Test
    @Tag("workspace#AC-3")
    void everything_that_differs_is_dirty_whatever_its_name() throws Exception {
        project.with("gone.txt", "gone\n")
                .with("old name.txt", "moved\nmoved\nmoved\n")
                .committed();
        project.with("a.txt", "changed\n").with(WEIRD, "new\n").with("staged.txt", "s\n");
        project.git("add", "staged.txt");
        project.git("mv", "old name.txt", "new name.txt");
        project.git("rm", "-q", "gone.txt");
        assertThat(((GitState.Repository) git().state()).dirty())
                .containsExactlyElementsOf(
                        paths(
                                "a.txt",
                                WEIRD,
                                "gone.txt",
                                "new name.txt",
                                "old name.txt",
                                "staged.txt"));
    }

    @Test
    @Tag("workspace#AC-3")
    void a_file_in_conflict_is_dirty_and_listed_once() throws Exception {
        project.committed();
        project.git("checkout", "-q", "-b", "side");
        commit("a.txt", "side\n");
        project.git("checkout", "-q", "main");
        commit("a.txt", "main\n");
        project.git("merge", "side");
        assertThat(((GitState.Repository) git().state()).dirty()).isEqualTo(paths("a.txt"));
        assertThat(git().files()).isEqualTo(paths("a.txt", "src/b.txt"));
    }

    @Test
    @Tag("workspace#AC-3")
    void a_workspace_below_the_root_of_its_repository_sees_its_own_part() throws Exception {
        project.committed().with("src/new/c.txt", "c\n").with("outside.txt", "o\n");
        var git = new Git(new Workspace(project.root().resolve("src")), runner());
        assertThat(((GitState.Repository) git.state()).dirty()).isEqualTo(paths("new/c.txt"));
        assertThat(git.files()).isEqualTo(paths("b.txt", "new/c.txt"));
    }

    @Test
    @Tag("workspace#AC-3")
    void a_worktree_is_a_repository() throws Exception {
        project.committed().git("worktree", "add", "-q", other.resolve("tree").toString());
        var git = new Git(new Workspace(other.toRealPath().resolve("tree")), runner());
        assertThat(git.state())
                .isEqualTo(
                        new GitState.Repository(
                                Optional.of("tree"), Optional.of(head()), List.of(), List.of()));
        assertThat(git.files()).isEqualTo(paths("a.txt", "src/b.txt"));
    }

    @Test
    @Tag("workspace#AC-4")
    void a_submodule_is_not_a_file() throws Exception {
        var library = TemporaryWorkspace.in(other).with("lib.txt", "x\n").committed();
        project.committed();
        project.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                library.root().toString(),
                "lib");
        assertThat(project.has("lib/lib.txt")).isTrue();
        assertThat(git().files()).isEqualTo(paths(".gitmodules", "a.txt", "src/b.txt"));
        project.with("lib/lib.txt", "changed\n");
        assertThat(((GitState.Repository) git().state()).dirty())
                .isEqualTo(paths(".gitmodules", "lib"));
    }

    @Test
    @Tag("workspace#AC-4")
    void files_are_tracked_and_untracked_ones_that_are_there() throws Exception {
        project.with("gone.txt", "g\n").with(".gitignore", "*.log\n/made/\n").committed();
        project.with(WEIRD, "w\n").with("x.log", "l\n").with("made/m.txt", "m\n");
        Files.delete(project.root().resolve("gone.txt"));
        TemporaryWorkspace.in(Files.createDirectories(project.root().resolve("nested")))
                .with("n.txt", "n\n")
                .committed();
        assertThat(git().files())
                .containsExactlyElementsOf(paths(".gitignore", "a.txt", WEIRD, "src/b.txt"));
    }

    @Test
    @Tag("workspace#AC-4")
    void outside_of_a_repository_what_tools_made_is_left_out() throws Exception {
        project.with("node_modules/x/index.js", "")
                .with("target/App.class", "")
                .with("sub/build/x", "");
        project.with(".kiro/sessions/1/events.jsonl", "")
                .with(".kiro/specs/s.md", "")
                .with(".venv/x", "");
        Files.createSymbolicLink(project.root().resolve("loop"), project.root());
        assertThat(git().state()).isEqualTo(new GitState.NotARepository());
        assertThat(git().files())
                .isEqualTo(paths(".kiro/specs/s.md", "a.txt", "loop", "src/b.txt"));
    }

    @Test
    @Tag("workspace#AC-5")
    void without_git_the_files_are_found_all_the_same() throws Exception {
        var git =
                new Git(project.workspace(), new CommandRunner(Map.of("PATH", "/nowhere"), other));
        assertThat(git.state()).isEqualTo(new GitState.NoGit());
        assertThat(git.files()).isEqualTo(paths("a.txt", "src/b.txt"));
        assertThat(git.run(List.of("log"))).isInstanceOf(Capture.Failed.class);
    }

    @Test
    @Tag("workspace#AC-5")
    void a_repository_that_git_refuses_is_said_to_be_so() throws Exception {
        project.committed();
        Files.writeString(project.root().resolve(".git/config"), "[broken\n");
        assertThat(git().state())
                .isEqualTo(new GitState.Unusable("bad config line 1 in file .git/config"));
    }

    @Test
    @Tag("workspace#AC-5")
    void a_question_waits_for_no_lock_and_takes_none() throws Exception {
        project.committed().with(".git/index.lock", "");
        assertThat(((GitState.Repository) git().state()).isClean()).isTrue();
    }

    @Test
    void many_new_files_stand_among_the_others_in_order() throws Exception {
        project.committed();
        Files.delete(folder.resolve("a.txt"));
        for (int i = 0; i < 300; i++) {
            project.with("src/" + (i % 7) + "/new-" + i + ".txt", "new\n");
        }

        assertThat(git().view().files())
                .hasSize(301)
                .isSorted()
                .contains(WorkspacePath.of("src/b.txt"))
                .doesNotContain(WorkspacePath.of("a.txt"));
    }

    @Test
    @Tag("workspace#AC-5")
    void a_command_that_wants_an_editor_or_a_password_ends() throws Exception {
        project.committed().with("a.txt", "b\n");
        var ended =
                (Capture.Ended)
                        git().run(
                                        List.of(
                                                "-c",
                                                "user.name=T",
                                                "-c",
                                                "user.email=t@t",
                                                "commit",
                                                "-a"));
        assertThat(ended.errors()).contains("Aborting commit");
        assertThat(
                        new String(
                                ((Capture.Ended) git().run(List.of("log", "--format=%s"))).output(),
                                UTF_8))
                .isEqualTo("start\n");
    }

    private void commit(String path, String text) throws InterruptedException {
        project.with(path, text)
                .git("-c", "user.name=T", "-c", "user.email=t@t", "commit", "-qam", "change");
    }

    private String head() throws InterruptedException {
        return project.git("rev-parse", "HEAD").strip();
    }

    private Git git() {
        return new Git(project.workspace(), runner());
    }

    private CommandRunner runner() {
        var environment =
                Map.of("PATH", System.getenv("PATH"), "HOME", other.toString(), "LANG", "C.UTF-8");
        return new CommandRunner(environment, other.resolve("spill"));
    }

    private static List<WorkspacePath> paths(String... values) {
        return Stream.of(values).map(WorkspacePath::of).toList();
    }
}
