package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.hook.run.Subject;
import kiro.tool.Effect;
import kiro.tool.ToolResult;
import tools.jackson.databind.node.JsonNodeFactory;

/// The hooks around a piece of work that is given to another agent: it is a call of a tool, and a task of its own.
///
/// @param hooks of the run
record DelegationHooks(SessionHooks hooks, Effect.Delegate work) {
    /// Asked before the work begins; what they say is told to whoever does it.
    SessionHooks.Word before() throws InterruptedException {
        SessionHooks.Word called = hooks.before(use(Optional.empty(), false));
        if (!(called instanceof SessionHooks.Word.Yes(String first))) {
            return called;
        }
        SessionHooks.Word begun = hooks.taskBegins(work.task(), Optional.empty());
        return begun instanceof SessionHooks.Word.Yes(String more)
                ? new SessionHooks.Word.Yes(SessionHooks.joined(first, more))
                : begun;
    }

    /// Told of what came of it; what they say is told to whoever gave the work.
    ToolResult after(ToolResult result) throws InterruptedException {
        String ended = hooks.taskEnds(work.task(), Optional.empty());
        boolean hasFailed = !(result instanceof ToolResult.Done);
        String said = hooks.after(use(Optional.of(result.text()), hasFailed));
        return HookedTool.with(result, SessionHooks.joined(ended, said));
    }

    private Subject.ToolUse use(Optional<String> response, boolean hasFailed) {
        var input = JsonNodeFactory.instance.objectNode().put("task", work.task());
        if (!work.agent().isEmpty()) {
            input.put("agent", work.agent());
        }
        work.files().forEach(input.putArray("files")::add);
        return new Subject.ToolUse(
                Delegation.TOOL, input.toString(), response, hasFailed, List.of());
    }
}
