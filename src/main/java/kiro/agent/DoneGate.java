package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.TaggedText;
import kiro.session.Event;
import kiro.session.EventLog;

/// Refuses "done" while a criterion lacks fresh evidence, or where a task without criteria is said to be done
/// and no tool was used: the model is told what is missing, a bounded number of times, and only as long as it
/// changes something.
final class DoneGate {
    private static final String IDLE =
            "no tool was used for the task: nothing was looked at, and nothing has changed";
    private static final String ADVICE =
            "; do it now, or look at what your answer is about, or call report_problem with what stands in the way";

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
        for (int round = first; round <= rounds && !problems().isEmpty(); round++) {
            log.append(new Event.DoneRefused(round, measure.missing(), problems()));
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
                    return new Passage(
                            withProblem(verdict(executed), problem), Optional.of(problem.reason()));
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
        if (isIdle()) {
            return new RunEnd.Unproven(IDLE);
        }
        // What a plan leaves undone by its own notes is not done by proven criteria.
        List<String> open = executed.open();
        return open.isEmpty()
                ? new RunEnd.Done()
                : new RunEnd.Unproven("the plan leaves open: " + String.join("; ", open));
    }

    /// Without criteria the model's word is all there is, also where it says that something cannot be done.
    private RunEnd withProblem(RunEnd end, TurnEnd.Problem problem) {
        return end instanceof RunEnd.Done && !measure.hasCriteria()
                ? new RunEnd.Unproven(problem.reason())
                : end;
    }

    private List<String> problems() throws InterruptedException {
        List<String> problems = measure.problems();
        return problems.isEmpty() && isIdle() ? List.of(IDLE) : problems;
    }

    /// With criteria it is evidence that counts, whoever has done the work.
    private boolean isIdle() {
        return !measure.hasCriteria() && turns.isIdle();
    }

    private String missing(int round) throws InterruptedException {
        return TaggedText.of(
                        "missing",
                        java.util.Map.of("round", String.valueOf(round)),
                        String.join("\n", problems()) + (isIdle() ? ADVICE : ""))
                .render();
    }
}
