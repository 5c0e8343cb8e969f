package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/// A command that works on the project around the folder in which it is called; where there is none, it says so.
abstract class ProjectCommand implements Callable<Integer> {
    final Console console;
    final CommandDescription description;
    private final Projects projects;

    ProjectCommand(String name, Console console, Workspaces workspaces) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.description = new CommandDescription(name, this);
    }

    /// The command as picocli takes it.
    public final CommandSpec description() {
        return description.spec();
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        return workspace.isEmpty() ? ExitCode.FINDINGS.number() : work(workspace.get());
    }

    /// @return the exit code
    abstract int work(Workspace workspace) throws IOException, InterruptedException;
}
