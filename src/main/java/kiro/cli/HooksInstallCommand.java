package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.hook.git.GitHooks;
import kiro.workspace.Workspace;

/// `kiro hooks install` and `kiro hooks uninstall`: the hooks of the repository that call this program.
public final class HooksInstallCommand extends ProjectCommand {
    private final GitHookAccess git;
    private final boolean isInstalling;

    private HooksInstallCommand(
            Console console, Workspaces workspaces, GitHookAccess git, boolean isInstalling) {
        super(isInstalling ? "install" : "uninstall", console, workspaces);
        this.git = git;
        this.isInstalling = isInstalling;
        if (isInstalling) {
            description.says(
                    "Lets git call the hooks of this project: before and after a commit, for its message, and before a push. Hooks"
                            + " of git that are there go on as they are.",
                    "");
        } else {
            description.says(
                    "Takes away what 'kiro hooks install' put there, and leaves the rest to the byte.",
                    "");
        }
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks " + (isInstalling ? "install" : "uninstall"),
                "",
                "Exit codes: 0 done, 1 it cannot be done here.");
    }

    public static HooksInstallCommand installing(
            Console console, Workspaces workspaces, GitHookAccess git) {
        return new HooksInstallCommand(console, workspaces, git, true);
    }

    public static HooksInstallCommand uninstalling(
            Console console, Workspaces workspaces, GitHookAccess git) {
        return new HooksInstallCommand(console, workspaces, git, false);
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        Optional<GitHooks> hooks = git.gitHooks(workspace);
        if (hooks.isEmpty()) {
            return refused(
                    new GitHooks.Obstacle(
                            "hooks/no-repository",
                            "there is no git repository around " + workspace.root(),
                            "make one with 'git init'"));
        }
        try {
            return (isInstalling ? install(hooks.get()) : uninstall(hooks.get()));
        } catch (IOException cause) {
            return refused(
                    new GitHooks.Obstacle(
                            "hooks/not-writable",
                            "%s cannot be written: %s"
                                    .formatted(hooks.get().folder(), cause.getMessage()),
                            "make the folder writable, and run the command again"));
        }
    }

    private int install(GitHooks hooks) throws IOException, InterruptedException {
        Optional<GitHooks.Obstacle> obstacle = hooks.obstacle();
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        List<Path> written = hooks.install();
        console.print(
                written.isEmpty()
                        ? "git calls the hooks of this project already"
                        : "git calls the hooks of this project now, by %s in %s"
                                .formatted(names(written), hooks.folder()));
        hooks.remarks().forEach(console::note);
        return ExitCode.OK.number();
    }

    private int uninstall(GitHooks hooks) throws IOException {
        List<Path> changed = hooks.uninstall();
        console.print(
                changed.isEmpty()
                        ? "git did not call hooks of this project"
                        : "git does not call the hooks of this project any more");
        return ExitCode.OK.number();
    }

    private int refused(GitHooks.Obstacle obstacle) {
        console.problem(obstacle.code(), obstacle.message(), obstacle.fix());
        return ExitCode.FINDINGS.number();
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ", files.stream().map(file -> String.valueOf(file.getFileName())).toList());
    }
}
