package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import kiro.workspace.Workspace;

/// Finds the workspace that a command is called in.
public final class Workspaces {
    private final Path directory;

    /// @param directory where the command was called
    public Workspaces(Path directory) {
        this.directory = directory;
    }

    /// The workspace around the folder in which the command was called.
    public Workspace current() throws IOException {
        return Workspace.around(directory);
    }

    /// The path of a file as a person names it: relative to where they are.
    public Path absolute(String name) {
        return directory.resolve(name).normalize();
    }
}
