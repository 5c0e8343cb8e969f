package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.agent.AgentTask;
import kiro.agent.AgentTask.Goal;
import kiro.agent.RunState;
import kiro.agent.Settlement;
import kiro.session.Event;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.Sessions;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// A conversation of before that can be gone on with, or why it cannot.
sealed interface ChatSession {
    record Known(SessionId id, Goal goal) implements ChatSession {}

    record Nothing(Problem problem) implements ChatSession {}

    /// @param name as a person names a session; `last` is the newest conversation in which something was said
    /// @param but one that is not meant by it
    static ChatSession find(Workspace workspace, String name, Optional<SessionId> but)
            throws IOException {
        var sessions = new Sessions(workspace);
        if (!name.equals(Sessions.LAST)) {
            return switch (sessions.find(name)) {
                case Sessions.Choice.NotFound none -> nothing(none.reason());
                case Sessions.Choice.Found found -> of(workspace, sessions, found.id());
            };
        }
        for (SessionId id : sessions.ids()) {
            if (!but.equals(Optional.of(id))
                    && of(workspace, sessions, id) instanceof Known known
                    && hasWords(sessions.read(id))) {
                return known;
            }
        }
        return nothing("there is no conversation to go on with");
    }

    private static boolean hasWords(LogReading log) {
        return log.records().stream().anyMatch(record -> record.event() instanceof Event.Told);
    }

    private static ChatSession of(Workspace workspace, Sessions sessions, SessionId id)
            throws IOException {
        LogReading log = sessions.read(id);
        if (!log.damageWithin().isEmpty()) {
            return nothing(
                    "the log of session %s is damaged in the middle: %s"
                            .formatted(id, log.damageWithin().getFirst()));
        }
        RunState state = RunState.of(log);
        boolean isChat =
                state.begun().filter(begun -> begun.goal().equals(AgentTask.CHAT)).isPresent();
        return isChat
                ? new Known(
                        id,
                        new Goal.Resumed(
                                state,
                                new Settlement(
                                        new WorkspaceFiles(workspace),
                                        sessions.folder(id).resolve("journal"))))
                : new Nothing(
                        new Problem(
                                "chat/no-conversation",
                                "session " + id + " is a run and no conversation",
                                "go on with it by 'kiro agent --resume " + id + "'"));
    }

    private static ChatSession nothing(String reason) {
        return new Nothing(
                new Problem("session/not-found", reason, "'kiro sessions' lists all of them"));
    }
}
