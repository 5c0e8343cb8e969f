package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.workspace.Workspace;

/// Finds the workspace that a command is called in.
public final class Workspaces {
    private final Path directory;
    private final Path home;

    /// @param directory where the command was called
    /// @param home the person's home folder
    public Workspaces(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
    }

    /// The workspace around the folder in which the command was called.
    public Workspace current() throws IOException {
        return Workspace.around(directory, home);
    }

    /// The workspace around another folder, named from there.
    Workspace at(String folder) throws IOException {
        return Workspace.around(absolute(folder), home);
    }

    /// Whether a workspace is the person's home folder, whose `.kiro` is no project's.
    public boolean isHome(Workspace workspace) throws IOException {
        return Files.exists(home) && workspace.root().equals(home.toRealPath());
    }

    /// The path of a file as a person names it: relative to where they are.
    public Path absolute(String name) {
        return directory.resolve(name).normalize();
    }
}
