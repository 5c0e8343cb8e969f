package kiro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.ProgramFinder;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command that may write the repository does to make git, which others run later outside of the walls, run a
/// program of its own.
@Tag("sandbox#AC-9")
class GitWallsTest {
    private static final SandboxNeeds GIT = new SandboxNeeds(false, true);

    @TempDir Path folder;
    private Path real;
    private Path workspace;
    private CommandRunner commands;

    @BeforeEach
    void makeRepository() throws Exception {
        real = folder.toRealPath();
        workspace = Files.createDirectories(real.resolve("project"));
        Files.createDirectories(real.resolve("home"));
        commands = new CommandRunner(System.getenv(), real.resolve("spill"));
        Files.writeString(workspace.resolve("a.txt"), "a\n");
        outside(
                "git init -q . && git config user.name A && git config user.email a@example.org"
                        + " && git add . && git commit -qm one");
    }

    @Test
    void git_works_within_the_walls_as_it_does_outside() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            assertThat(
                            run(
                                    sandbox,
                                    "git switch -qc other && echo b >> a.txt && git commit -qam two && git stash list"
                                            + " && git merge -q - && git tag v1 && git rebase -q master && git log --format=%s",
                                    GIT))
                    .isEqualTo("0 two\none\n");
            assertThat(outside("git status --short --branch && git fsck && git gc -q"))
                    .isEqualTo("## other\n");
        }
        assertThat(workspace.resolve(".git/commondir")).doesNotExist();
        assertThat(outside("git log --format=%s")).isEqualTo("two\none\n");
    }

    @Test
    void no_command_leads_git_to_settings_of_its_own() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            run(
                    sandbox,
                    "mkdir evil && cp -r .git/. evil/ && "
                            + setting("evil/config")
                            + "; printf '%s/evil\\n' \"$PWD\" > .git/commondir",
                    GIT);
            assertNothingRan();
            run(sandbox, "rm -f .git/commondir; echo ../evil > .git/commondir", GIT);
            assertNothingRan();
        }
        assertNothingRan();
    }

    @Test
    void no_command_puts_another_folder_in_the_place_of_the_repository() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            run(sandbox, "mv .git old && cp -r old .git && " + setting(".git/config"), GIT);
            run(sandbox, "mv .git old; echo 'gitdir: evil' > .git", GIT);
            run(sandbox, "mv .git/hooks .git/h && mkdir .git/hooks", GIT);
        }
        assertThat(workspace.resolve(".git/HEAD")).isRegularFile();
        assertThat(workspace.resolve(".git/h")).doesNotExist();
        assertNothingRan();
    }

    @Test
    void settings_of_a_worktree_alone_cannot_be_made_where_git_would_read_them() throws Exception {
        outside("git config extensions.worktreeConfig true");
        try (Sandbox sandbox = sandbox()) {
            run(sandbox, setting(".git/config.worktree"), GIT);
        }
        assertNothingRan();
    }

    @Test
    void no_command_makes_a_repository_where_there_is_none() throws Exception {
        outside("rm -rf .git");
        try (Sandbox sandbox = sandbox()) {
            for (SandboxNeeds needs : List.of(SandboxNeeds.NONE, GIT)) {
                run(sandbox, "git init -q . ; " + setting(".git/config"), needs);
                run(sandbox, "rmdir .git; mv .git x; mkdir .git; echo x > .git/HEAD", needs);
                assertThat(workspace.resolve(".git")).isEmptyDirectory();
            }
            assertThat(run(sandbox, "echo fine > b.txt")).isEqualTo("0 ");
            assertThat(new Git(new Workspace(workspace), commands).state())
                    .isEqualTo(new GitState.NotARepository());
        }
        assertThat(workspace.resolve(".git")).doesNotExist();
    }

    @Test
    void settings_of_submodules_are_kept_and_so_is_what_leads_to_them() throws Exception {
        outside(
                "git init -q ../lib && git -C ../lib -c user.name=A -c user.email=a@b commit -q --allow-empty -m x"
                        + " && git -c protocol.file.allow=always submodule add -q ../lib deep/lib && git commit -qm sub");
        try (Sandbox sandbox = sandbox()) {
            run(sandbox, setting(".git/modules/deep/lib/config"), GIT);
            run(sandbox, "echo x > .git/modules/deep/lib/hooks/post-checkout", GIT);
            run(sandbox, "mv .git/modules .git/m; cp -r .git/m .git/modules", GIT);
            String other = "rm -f deep/lib/.git; cp -r .git/modules/deep/lib deep/lib/.git; ";
            run(sandbox, other + setting("deep/lib/.git/config"), GIT);
            run(sandbox, "mv deep/lib deep/old && mkdir deep/lib; " + other);
            run(sandbox, "mv deep old && mkdir -p deep/lib; " + other);
            assertThat(run(sandbox, "echo fine > deep/lib/b.txt && ls deep/lib"))
                    .isEqualTo("0 b.txt\n");
        }
        assertThat(workspace.resolve("deep/lib/.git")).isRegularFile();
        assertThat(workspace.resolve(".git/modules/deep/lib/hooks/post-checkout")).doesNotExist();
        assertNothingRan();
    }

    @Test
    void a_worktree_is_kept_with_the_repository_that_it_belongs_to() throws Exception {
        outside("git worktree add -q ../tree -b tree && git worktree add -q ../third -b third");
        Path main = workspace;
        workspace = real.resolve("tree");
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, "echo b >> a.txt && git commit -qam two", GIT)).isEqualTo("0 ");
            for (String place :
                    List.of(
                            ".git",
                            main + "/.git/commondir",
                            main + "/.git/config",
                            main + "/.git/worktrees/tree/commondir",
                            main + "/.git/worktrees/third/commondir")) {
                assertThat(run(sandbox, "echo evil > " + place + " || echo kept", GIT))
                        .as(place)
                        .endsWith("kept\n");
            }
            assertThat(run(sandbox, "rm .git || mv .git x || echo kept", GIT)).endsWith("kept\n");
        }
        assertThat(main.resolve(".git/commondir")).doesNotExist();
        assertThat(outside("git log --format=%s")).isEqualTo("two\none\n");
    }

    @Test
    void a_folder_of_hooks_within_the_project_is_kept() throws Exception {
        outside("git config core.hooksPath .husky && mkdir .husky");
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, "echo x > .husky/pre-commit || echo kept", GIT))
                    .endsWith("kept\n");
            assertThat(run(sandbox, "mv .husky h || echo kept")).endsWith("kept\n");
        }
    }

    @Test
    void what_settings_of_the_repository_and_of_the_person_take_in_of_the_project_is_kept()
            throws Exception {
        outside(
                "git config include.path ../.gitconfig && mkdir -p .githooks team && touch .gitconfig team/git");
        Files.writeString(
                real.resolve("home/.gitconfig"),
                "[core]\n\thooksPath = .githooks\n[include]\n\tpath = "
                        + workspace.resolve("team/git")
                        + "\n");
        try (Sandbox sandbox = sandbox()) {
            for (String place : List.of(".gitconfig", "team/git", ".githooks/pre-commit")) {
                assertThat(run(sandbox, "echo x > " + place + " || echo kept", GIT))
                        .as(place)
                        .endsWith("kept\n");
            }
            assertThat(run(sandbox, "mv team t || echo kept")).endsWith("kept\n");
        }
    }

    @Test
    void what_hooks_are_links_to_is_kept() throws Exception {
        outside(
                "mkdir scripts && echo 'exit 0' > scripts/check && chmod +x scripts/check && ln -s ../../scripts/check .git/hooks/pre-commit");
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox, "echo x > scripts/check || echo kept")).endsWith("kept\n");
            assertThat(run(sandbox, "mv scripts s || echo kept", GIT)).endsWith("kept\n");
            assertThat(run(sandbox, "echo y > scripts/other")).isEqualTo("0 ");
        }
    }

    /// Git writes through a link: a message, a line of a record, its index.
    @Test
    void links_that_a_command_makes_among_the_repositorys_own_files_are_taken_away()
            throws Exception {
        Path profile = real.resolve("home/profile");
        Files.writeString(profile, "mine\n");
        try (Sandbox sandbox = sandbox()) {
            run(sandbox, "ln -sf '" + profile + "' .git/COMMIT_EDITMSG", GIT);
            run(sandbox, "rm -rf .git/logs; ln -s '" + real.resolve("home") + "' .git/logs", GIT);
            assertThat(workspace.resolve(".git/COMMIT_EDITMSG")).doesNotExist();
            assertThat(
                            new Git(new Workspace(workspace), commands)
                                    .change(List.of("commit", "--allow-empty", "-m", "evil"))
                                    .run(new GitLeave.None("none"), GitLeave.Giver.FREE))
                    .isInstanceOfSatisfying(
                            Capture.Failed.class,
                            failed ->
                                    assertThat(failed.reason())
                                            .contains("is a link out of the repository"));
        }
        assertThat(Files.isSymbolicLink(workspace.resolve(".git/logs"))).isFalse();
        outside("git commit -q --allow-empty -m evil");
        assertThat(profile).hasContent("mine\n");
    }

    @Test
    void a_folder_that_looks_like_a_repository_is_none_to_kiro() throws Exception {
        outside("rm -rf .git");
        outside("mkdir refs objects && echo 'ref: refs/heads/x' > HEAD && " + setting("config"));
        assertThat(new Git(new Workspace(workspace), commands).state())
                .isNotInstanceOf(GitState.Repository.class);
        assertThat(workspace.resolve("ran")).doesNotExist();
    }

    /// Writes settings that name programs for whatever git may do.
    private String setting(String file) {
        String program = "touch " + workspace + "/ran; cat";
        return ("printf '[core]\\n\\tfsmonitor = \"%s\"\\n\\trepositoryformatversion = 0\\n[filter \"x\"]\\n\\tclean = \"%s\"\\n"
                        + "\\tsmudge = \"%s\"\\n[diff]\\n\\texternal = \"%s\"\\n' >> FILE; echo '* filter=x' > .gitattributes")
                .formatted(program, program, program, program)
                .replace("FILE", file);
    }

    private void assertNothingRan() throws Exception {
        new Git(new Workspace(workspace), commands).state();
        outside("touch a.txt; git status; git diff; git diff HEAD");
        assertThat(workspace.resolve("ran")).doesNotExist();
    }

    /// As a person would run it.
    private String outside(String line) throws InterruptedException {
        return switch (commands.capture(Command.shell(workspace, Duration.ofSeconds(20), line))) {
            case Capture.Ended ended -> new String(ended.output());
            case Capture.Failed failed -> throw new AssertionError(failed.reason());
        };
    }

    private String run(Sandbox sandbox, String line) throws InterruptedException {
        return run(sandbox, line, SandboxNeeds.NONE);
    }

    private String run(Sandbox sandbox, String line, SandboxNeeds needs)
            throws InterruptedException {
        Command command = Command.shell(workspace, Duration.ofSeconds(20), line);
        return switch (commands.run(sandbox.confine(command, needs))) {
            case CommandResult.Exited exited -> exited.code() + " " + exited.output().text();
            case CommandResult.TimedOut timedOut -> "timed out " + timedOut.output().text();
            case CommandResult.NotStarted not -> not.reason();
        };
    }

    private Sandbox sandbox() throws InterruptedException {
        var sandbox =
                new Sandbox(
                        new SandboxSettings(
                                workspace,
                                real.resolve("home"),
                                real.resolve("scratch"),
                                "Linux",
                                ProgramFinder.find(
                                        "bwrap", Optional.ofNullable(System.getenv("PATH"))),
                                Optional.empty(),
                                SandboxExtras.NONE),
                        commands);
        assumeTrue(sandbox.state() instanceof SandboxState.Active, () -> "nothing confines here");
        return sandbox;
    }
}
