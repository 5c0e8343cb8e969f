package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.TaggedText;
import kiro.session.Event;
import kiro.session.EventLog;

/// Refuses "done" while a criterion lacks fresh evidence: the model is told what is missing, a bounded
/// number of times, and only as long as it changes something.
final class DoneGate {
    private final Conversation conversation;
    private final TurnLoop turns;
    private final ToolCaller tools;
    private final Measure measure;
    private final EventLog log;

    DoneGate(
            Conversation conversation,
            TurnLoop turns,
            ToolCaller tools,
            Measure measure,
            EventLog log) {
        this.conversation = conversation;
        this.turns = turns;
        this.tools = tools;
        this.measure = measure;
        this.log = log;
    }

    /// What came of it.
    ///
    /// @param words the model's last words; empty when it was not asked
    record Passage(RunEnd end, Optional<String> words) {}

    /// @param first the round to begin with, from 1
    Passage pass(int first, int rounds, Execution executed) throws InterruptedException {
        if (measure.isEmpty()) {
            conversation.say(measure.take());
        }
        Optional<String> words = Optional.empty();
        for (int round = first; round <= rounds && !measure.problems().isEmpty(); round++) {
            log.append(new Event.DoneRefused(round, measure.missing(), measure.problems()));
            conversation.say(missing(round));
            int before = tools.effects();
            TurnEnd end = turns.work(executed.targets());
            boolean hasChanged = tools.effects() > before;
            if (hasChanged) {
                conversation.say(measure.take());
            }
            switch (end) {
                case TurnEnd.Ended ended -> words = Optional.of(ended.words());
                case TurnEnd.Problem problem -> {
                    return new Passage(verdict(executed), Optional.of(problem.reason()));
                }
                case TurnEnd.Stopped stopped -> {
                    return new Passage(new RunEnd.Denied(stopped.reason()), words);
                }
                case TurnEnd.Failed failed -> {
                    return new Passage(new RunEnd.ModelFailed(failed.failure()), words);
                }
                case TurnEnd.LimitReached limit -> {
                    return new Passage(new RunEnd.LimitReached(limit.reason()), words);
                }
                case TurnEnd.Proposed _ ->
                        throw new IllegalStateException("a plan is proposed while planning only");
            }
            if (!hasChanged) {
                break;
            }
        }
        return new Passage(verdict(executed), words);
    }

    private RunEnd verdict(Execution executed) throws InterruptedException {
        if (!measure.problems().isEmpty()) {
            return new RunEnd.Unproven(measure.summary());
        }
        // What a plan leaves undone by its own notes is not done by proven criteria.
        List<String> open = executed.open();
        return open.isEmpty()
                ? new RunEnd.Done()
                : new RunEnd.Unproven("the plan leaves open: " + String.join("; ", open));
    }

    private String missing(int round) throws InterruptedException {
        return TaggedText.of(
                        "missing",
                        java.util.Map.of("round", String.valueOf(round)),
                        String.join("\n", measure.problems()))
                .render();
    }
}
