package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

class HooksGitCommandTest {
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - name: check style
                on: pre-commit
                files: "src/**"
                command: echo checked {files}; [ ! -e ba? ]
              - name: subject
                on: prepare-commit-msg
                command: "f=$(sed -n 's/.*message_file\\":\\"\\\\([^\\"]*\\\\).*/\\\\1/p'); echo from the hook > \\"$f\\""
              - name: after
                on: post-commit
                command: exit 9
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Path project;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with("project/.kiro/hooks.yaml", HOOKS)
                        .with("project/src/A b.java", "a\n");
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

    @Test
    @Tag("git-hooks#AC-1")
    @Tag("git-hooks#AC-3")
    @Tag("git-hooks#AC-6")
    @Tag("git-hooks#AC-10")
    void a_commit_is_made_with_the_hooks_of_the_project() throws Exception {
        kiro.run("trust", "--yes");
        Kiro.Result before = kiro.run("hooks", "status");
        Kiro.Result installed = kiro.run("hooks", "install");
        String said = git("commit", "-q", "-m", "one");

        assertThat(before.code()).isEqualTo(1);
        assertThat(before.out())
                .isEqualTo(
                        """
                        pre-commit           not installed, and a hook waits for it: run 'kiro hooks install'
                        prepare-commit-msg   not installed, and a hook waits for it: run 'kiro hooks install'
                        post-commit          not installed, and a hook waits for it: run 'kiro hooks install'
                        pre-push             not installed
                        """);
        assertThat(installed)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "git calls the hooks of this project now, by pre-commit, prepare-commit-msg, post-commit, pre-push in %s\n"
                                        .formatted(project.resolve(".git/hooks")),
                                ""));
        assertThat(said)
                .isEqualTo(
                        """
                        check style:
                          checked src/A b.java
                        warning: the hook 'after' ended with exit code 9
                        """);
        assertThat(git("log", "--format=%s")).isEqualTo("from the hook\n");
        assertThat(kiro.run("hooks", "status").out()).doesNotContain("not installed");
        assertThat(kiro.run("hooks", "status", "--json").out())
                .contains("\"step\" : \"pre-push\"", "\"state\" : \"installed\"");
        assertThat(kiro.run("hooks", "uninstall").code()).isZero();
        assertThat(project.resolve(".git/hooks/pre-commit")).doesNotExist();
        assertThat(kiro.run("hooks", "install").code()).isZero();
        assertThat(kiro.run("hooks", "install").out())
                .isEqualTo("git calls the hooks of this project already\n");
    }

    @Test
    @Tag("git-hooks#AC-5")
    void each_no_has_its_reason_and_the_way_on() {
        Kiro.Result untrusted = kiro.run("hooks", "git", "pre-commit");
        kiro.run("trust", "--yes");
        files.with("project/bad", "");
        Kiro.Result no = kiro.run("hooks", "git", "--in", ".", "pre-commit", "--");
        files.with("project/.kiro/hooks.yaml", HOOKS.replace("on: post", "on: pots"));
        Kiro.Result broken = kiro.reading("").run("hooks", "git", "pre-push", "--", "origin", "x");
        Kiro.Result after = kiro.run("hooks", "git", "post-commit");

        assertThat(untrusted)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                the hook 'check style' was not run: nobody trusts its file, see 'kiro trust'
                                  next: mend it, or look with 'kiro hooks list'; or go on once without hooks: KIRO_HOOKS=off git commit, or git commit --no-verify
                                """));
        assertThat(no)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                the hook 'check style' ended with exit code 1: checked src/A b.java
                                  next: mend it, or look with 'kiro hooks list'; or go on once without hooks: KIRO_HOOKS=off git commit, or git commit --no-verify
                                """));
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err())
                .contains(
                        ".kiro/hooks.yaml:11:5 hooks/unknown-event there is no event 'pots-commit'",
                        "next: mend the file; or go on once without hooks: KIRO_HOOKS=off git push, or git push --no-verify");
        assertThat(after.code()).isZero();
    }

    @Test
    @Tag("git-hooks#AC-4")
    void a_folder_that_cannot_be_written_is_said() throws Exception {
        git("config", "core.hooksPath", ".git/config");

        assertThat(kiro.run("hooks", "install"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: %1$s cannot be written: %1$s [hooks/not-writable]
                                  next: make the folder writable, and run the command again
                                """
                                        .formatted(project.resolve(".git/config"))));
        git("config", "core.hooksPath", folder.resolve("home").toString());
        assertThat(kiro.run("hooks", "install").err()).contains("hooks/folder-of-others");
        assertThat(Files.exists(folder.resolve("home/pre-commit"))).isFalse();
    }

    @Test
    @Tag("git-hooks#AC-4")
    void outside_of_a_repository_that_is_said() {
        files.with("bare/.kiro/config.yaml", "");

        assertThat(Kiro.in(files.root().resolve("bare")).run("hooks", "install").err())
                .contains("hooks/no-repository", "make one with 'git init'");
    }

    @Test
    @Tag("git-hooks#AC-8")
    void from_within_a_sandbox_a_gate_stops_and_says_how_to_commit() {
        kiro.run("trust", "--yes");
        kiro.with("KIRO_HIDDEN", "");

        assertThat(kiro.run("hooks", "git", "pre-commit"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: the hooks of this project cannot be run from within a sandbox, where nobody's trust is seen [hooks/confined]
                                  next: let the agent commit with its tool 'git', or commit by hand
                                """));
        assertThat(kiro.run("hooks", "git", "post-commit").code()).isZero();
    }
}
