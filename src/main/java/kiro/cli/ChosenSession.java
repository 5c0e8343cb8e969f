package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.session.SessionId;
import kiro.session.Sessions;
import kiro.workspace.Workspace;

/// The session that a person names on the command line; says what to do where there is none of the name.
final class ChosenSession {
    private final Console console;
    private final Projects projects;

    ChosenSession(Console console, Workspaces workspaces) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
    }

    /// A session of a workspace.
    record Chosen(Workspace workspace, Sessions sessions, SessionId id) {}

    /// The sessions of the workspace; empty, and said, where there is none.
    Optional<Sessions> all() throws IOException {
        return projects.current().map(Sessions::new);
    }

    Optional<Chosen> of(String name) throws IOException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        var sessions = new Sessions(workspace.get());
        return switch (sessions.find(name)) {
            case Sessions.Choice.Found found ->
                    Optional.of(new Chosen(workspace.get(), sessions, found.id()));
            case Sessions.Choice.NotFound none -> {
                console.problem(
                        "session/not-found", none.reason(), "'kiro sessions' lists all of them");
                yield Optional.empty();
            }
        };
    }
}
