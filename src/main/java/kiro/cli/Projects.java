package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;

/// The project that a command about specs works on; says what to do where there is none.
final class Projects {
    private final Console console;
    private final Workspaces workspaces;

    Projects(Console console, Workspaces workspaces) {
        this.console = console;
        this.workspaces = workspaces;
    }

    /// The project around the folder in which the command was called; empty, and said, where it has no `.kiro`.
    Optional<Workspace> current() throws IOException {
        Workspace workspace = workspaces.current();
        if (workspace.hasKiroFolder()) {
            return Optional.of(workspace);
        }
        console.problem(
                "workspace/no-kiro-folder",
                "there is no .kiro folder in " + workspace.root() + " or above it",
                "make one with 'kiro init'");
        return Optional.empty();
    }

    /// The spec that a person names from where they are.
    SpecReading spec(Workspace workspace, String nameOrPath) {
        return new SpecStore(workspace).find(nameOrPath, workspaces.absolute(""));
    }
}
