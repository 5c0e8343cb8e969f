package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commits by git itself that are not like others.
class HooksGitCasesTest {
    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Path project;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files = TemporaryWorkspace.in(folder).with("project/src/a.java", "a\n");
        project = files.root().resolve("project");
        kiro = Kiro.in(project);
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@example.com");
        git("add", "-A");
    }

    private String git(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        var environment =
                Map.of(
                        "PATH", System.getenv("PATH"),
                        "HOME", files.root().resolve("home").toString(),
                        "KIRO_SANDBOX", "off");
        CommandResult result =
                new CommandRunner(environment, folder.resolve("spill"))
                        .run(Command.of(project, Duration.ofSeconds(60), argv));
        return result instanceof CommandResult.Exited exited
                ? exited.output().text()
                        + (exited.code() == 0 ? "" : "exit code " + exited.code() + "\n")
                : String.valueOf(result);
    }

    private void hooks(String... lines) {
        files.with(
                "project/.kiro/hooks.yaml",
                "version: 1\nhooks:\n  - " + String.join("\n  - ", lines) + "\n");
        kiro.run("trust", "--yes");
        kiro.run("hooks", "install");
    }

    @Test
    @Tag("git-hooks#AC-11")
    void a_hook_that_kills_its_parent_stops_the_commit_and_is_lost_in_the_log() throws Exception {
        hooks("{name: killer, on: pre-commit, command: kill -9 $PPID}");

        assertThat(git("commit", "-q", "-m", "one")).contains("exit code 1");
        assertThat(git("log", "--oneline")).contains("does not have any commits yet");
        assertThat(kiro.run("hooks", "log").out())
                .contains("lost     killer, on pre-commit of ")
                .contains("was cut short: the program that ran it is gone");
    }

    @Test
    @Tag("git-hooks#AC-11")
    void a_hook_that_edits_the_file_of_hooks_changes_nothing_of_this_step_and_is_not_trusted()
            throws Exception {
        hooks(
                "{name: editor, on: pre-commit, command: \"echo '  - {name: more, on: pre-commit, command: touch pwned}' >> .kiro/hooks.yaml\"}",
                "{name: second, on: pre-commit, command: echo still here}");

        String first = git("commit", "-q", "-m", "one");
        String next = git("commit", "-q", "--allow-empty", "-m", "two");

        assertThat(first).contains("second:\n  still here\n").doesNotContain("exit code");
        assertThat(next).contains("nobody trusts its file, see 'kiro trust'", "exit code 1");
        assertThat(project.resolve("pwned")).doesNotExist();
        assertThat(git("log", "--format=%s")).isEqualTo("one\n");
    }

    @Test
    @Tag("git-hooks#AC-12")
    void one_path_a_part_of_a_file_and_another_commit_have_their_files() throws Exception {
        hooks(
                "{name: seen, on: pre-commit, command: \"echo of {files}; git diff --cached | grep '^[+]' | tail -1\"}");
        git("add", "-A");
        git("commit", "-q", "-m", "one");
        files.with("project/src/a.txt", "a\n").with("project/src/b.txt", "b\n");
        git("add", "-A");

        assertThat(git("commit", "-q", "-m", "only b", "src/b.txt"))
                .isEqualTo("seen:\n  of src/b.txt\n  +b\n");
        assertThat(git("commit", "-q", "--amend", "-m", "both"))
                .isEqualTo("seen:\n  of src/a.txt\n  +a\n");
        files.with("project/src/a.txt", "a\nstaged\n");
        git("add", "-A");
        files.with("project/src/a.txt", "a\nstaged\nlying\n");
        assertThat(git("commit", "-q", "-m", "a part"))
                .isEqualTo("seen:\n  of src/a.txt\n  +staged\n");
        assertThat(git("stash")).doesNotContain("seen");
        assertThat(git("stash", "pop")).doesNotContain("seen").contains("modified:   src/a.txt");
        assertThat(git("log", "--format=%s")).isEqualTo("a part\nboth\none\n");
    }
}
