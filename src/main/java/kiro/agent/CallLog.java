package kiro.agent;

import java.util.List;
import kiro.edit.FileChange;
import kiro.model.Block;
import kiro.session.Event;
import kiro.session.Events;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Writes down what becomes of calls: the intent before, the answer after, and what is left undone by then.
final class CallLog {
    private final Events log;
    private final UndoneCalls undone;
    private List<Event.Left> accounted = List.of();

    CallLog(Events log, UndoneCalls undone) {
        this.log = log;
        this.undone = undone;
    }

    /// What is undone is in the log already.
    void isAccounted() {
        accounted = undone.account();
    }

    /// Writes down what is left undone, where that has changed.
    void account() {
        List<Event.Left> now = undone.account();
        if (!now.equals(accounted)) {
            log.append(new Event.LeftUndone(now));
            accounted = now;
        }
    }

    /// A call is about to be made.
    void intended(Block.ToolCall call, Preparation.Ready ready, List<FileChange> changes) {
        record(
                ready.effect(),
                new Event.ToolIntended(
                        call.id(),
                        call.name(),
                        ready.summary(),
                        FileMarks.of(changes),
                        Effects.leavesNothing(ready.effect())));
    }

    /// A call has been made.
    ToolCaller.Outcome.Answered finished(Block.ToolCall call, Effect effect, ToolResult result) {
        account();
        boolean isError = result instanceof ToolResult.Failed;
        String text = result.text().isBlank() ? "(no output)" : shown(effect, result.text());
        record(effect, new Event.ToolFinished(call.id(), isError, text));
        return new ToolCaller.Outcome.Answered(
                new Block.ToolResult(call.id(), text, isError), Effects.files(effect));
    }

    /// A call is not made.
    ToolCaller.Outcome.Answered refused(Block.ToolCall call, String reason) {
        account();
        String text = log.secrets().maskCertain(reason);
        log.append(new Event.ToolFinished(call.id(), true, text));
        return new ToolCaller.Outcome.Answered(
                new Block.ToolResult(call.id(), text, true), List.of());
    }

    /// A look that is lost in a crash is made again, and is not worth waiting for the disk.
    private void record(Effect effect, Event event) {
        if (Effects.isLook(effect)) {
            log.note(event);
        } else {
            log.append(event);
        }
    }

    /// What commands print is masked as it is shown; the project's own files lose what is a secret for certain alone.
    private String shown(Effect effect, String text) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Change _, Effect.Delegate _ ->
                    log.secrets().maskCertain(text);
            case Effect.Execute _, Effect.GitChange _, Effect.ServerCall _, Effect.Fetch _ ->
                    log.secrets().mask(text);
        };
    }
}
