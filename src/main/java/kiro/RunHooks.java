package kiro;

import java.util.Optional;
import kiro.agent.SessionHooks;
import kiro.cli.HookAccess;
import kiro.hook.run.Cause;
import kiro.hook.run.RecordedWrites;
import kiro.persona.Persona;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.SessionId;
import kiro.workspace.Workspace;

/// The hooks of one run of the agent, until they are let go.
///
/// @param ending ends what they have left
record RunHooks(SessionHooks hooks, Runnable ending) {
    /// Makes them for a session.
    @FunctionalInterface
    interface Opening {
        /// A rehearsal on a copy has none: nobody trusts what a copy runs, and what hooks do is not undone with it.
        Opening NONE = (_, _) -> new RunHooks(SessionHooks.NONE, () -> {});

        /// @param log in which a person reads what went wrong
        RunHooks open(SessionId session, EventLog log);
    }

    /// @param agent whose own hooks run too
    static Opening of(Outside outside, Workspace workspace, Optional<Persona> agent) {
        return (session, log) -> {
            var engines = new HookEngines(outside);
            Cause cause = Cause.of(outside.environment());
            RecordedWrites writes = engines.writes(workspace);
            HookAccess.Opened opened = engines.open(workspace, agent.map(Persona::name).orElse(""));
            return new RunHooks(
                    SessionHooks.of(
                            opened.hooks(),
                            session,
                            cause,
                            (path, content) -> writes.wrote(path, content, cause),
                            text -> log.append(new Event.Warned(text))),
                    opened.ending());
        };
    }
}
