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

/// A run that can be taken up again, or why it cannot.
sealed interface StoppedRun {
    /// @param spec the name of its spec
    record Stopped(Goal goal, Optional<String> spec, String words) implements StoppedRun {}

    /// There is nothing left of it to do.
    record Over(String text) implements StoppedRun {}

    record Nothing(Problem problem) implements StoppedRun {}

    /// @param name as a person names a session
    static StoppedRun find(Workspace workspace, String name) throws IOException {
        var sessions = new Sessions(workspace);
        return switch (sessions.find(name)) {
            case Sessions.Choice.NotFound none ->
                    nothing(
                            "session/not-found",
                            none.reason(),
                            "'kiro sessions' lists all of them");
            case Sessions.Choice.Found found -> of(workspace, sessions, found.id());
        };
    }

    private static StoppedRun of(Workspace workspace, Sessions sessions, SessionId id)
            throws IOException {
        LogReading log = sessions.read(id);
        if (!log.damageWithin().isEmpty()) {
            return nothing(
                    "agent/log-damaged",
                    "the log of session %s is damaged in the middle: %s"
                            .formatted(id, log.damageWithin().getFirst()),
                    "carry its plan out with 'kiro agent --plan FILE': the plans are in .kiro/plans");
        }
        RunState state = RunState.of(log);
        if (!state.hasBegun()
                || !state.begun().map(Event.RunStarted::session).equals(Optional.of(id))) {
            return nothing(
                    "agent/nothing-to-resume",
                    "session " + id + " was stopped before there was anything to go on with",
                    "call the same command again");
        }
        if (state.begun().filter(begun -> begun.goal().equals(AgentTask.CHAT)).isPresent()) {
            return nothing(
                    "agent/is-conversation",
                    "session " + id + " is a conversation",
                    "go on with it by 'kiro chat --resume " + id + "'");
        }
        String end = state.end().map(Event.RunEnded::end).orElse("");
        return switch (end) {
            case "done" -> new Over("session " + id + " is done: there is nothing to go on with");
            case "planned" ->
                    new Over(
                            "session "
                                    + id
                                    + " has made its plan: 'kiro agent --plan FILE' carries it out");
            default -> stopped(workspace, sessions, id, state);
        };
    }

    private static StoppedRun stopped(
            Workspace workspace, Sessions sessions, SessionId id, RunState state) {
        return new Stopped(
                new Goal.Resumed(
                        state,
                        new Settlement(
                                new WorkspaceFiles(workspace),
                                sessions.folder(id).resolve("journal"))),
                state.begun().flatMap(Event.RunStarted::spec).map(spec -> spec.value()),
                state.begun().map(Event.RunStarted::task).orElse(""));
    }

    private static StoppedRun nothing(String code, String message, String fix) {
        return new Nothing(new Problem(code, message, fix));
    }
}
