package kiro.workspace;

import java.util.List;
import kiro.process.Capture;
import kiro.process.CommandRunner;

/// The workspace's repository, through the git command.
public final class Git {
    private final Workspace workspace;
    private final CommandRunner commands;

    public Git(Workspace workspace, CommandRunner commands) {
        this.workspace = workspace;
        this.commands = commands;
    }

    public GitState state() throws InterruptedException {
        throw new IllegalStateException("skeleton" + java.util.Objects.hash(workspace, commands));
    }

    /// The files of the project, sorted: tracked and untracked ones, without the ignored. Outside of a
    /// repository, every file but those in folders that hold what tools make.
    public List<WorkspacePath> files() throws InterruptedException {
        throw new IllegalStateException("skeleton");
    }

    /// Runs `git` with these arguments in the workspace.
    public Capture run(List<String> arguments) throws InterruptedException {
        throw new IllegalStateException("skeleton");
    }
}
