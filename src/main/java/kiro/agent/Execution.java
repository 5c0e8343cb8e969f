package kiro.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.agent.Approver.Pace;
import kiro.agent.Approver.StepAnswer;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.TaggedText;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.spec.CriterionId;
import kiro.workspace.WorkspacePath;

/// Carries out the steps of an approved plan, with the tests after each that changed something.
final class Execution {
    private final Conversation conversation;
    private final TurnLoop turns;
    private final ToolCaller tools;
    private final Measure measure;
    private final Approver approver;
    private final PlanKeeper plan;
    private final EventLog log;

    private String words = "";
    private Pace pace = Pace.ALL_AT_ONCE;

    Execution(
            Conversation conversation,
            TurnLoop turns,
            ToolCaller tools,
            Measure measure,
            Approver approver,
            PlanKeeper plan,
            EventLog log) {
        this.conversation = conversation;
        this.turns = turns;
        this.tools = tools;
        this.measure = measure;
        this.approver = approver;
        this.plan = plan;
        this.log = log;
    }

    /// The model's words at the end of the last step.
    String words() {
        return words;
    }

    /// Runs the steps that are open, in order; answers how the run ends where it ends before the last.
    Optional<RunEnd> run(Pace asked) throws InterruptedException {
        pace = asked;
        for (Step step : plan.toDo()) {
            Optional<RunEnd> end = step(step);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<RunEnd> step(Step step) throws InterruptedException {
        return switch (wordOn(step)) {
            case StepAnswer.Run _ -> execute(step);
            case StepAnswer.RunAll _ -> {
                pace = Pace.ALL_AT_ONCE;
                yield execute(step);
            }
            case StepAnswer.Skip _ -> {
                finish(step, StepStatus.SKIPPED, "skipped by a person");
                yield Optional.empty();
            }
            case StepAnswer.Stop stop -> Optional.of(new RunEnd.Denied(stop.reason()));
        };
    }

    private StepAnswer wordOn(Step step) throws InterruptedException {
        return switch (pace) {
            case ALL_AT_ONCE -> new StepAnswer.Run();
            case STEP_BY_STEP -> approver.step(step);
        };
    }

    private Optional<RunEnd> execute(Step step) throws InterruptedException {
        Optional<TurnEnd.LimitReached> over = turns.begin(step);
        return over.isPresent()
                ? Optional.of(new RunEnd.LimitReached(over.get().reason()))
                : carryOut(step);
    }

    private Optional<RunEnd> carryOut(Step step) throws InterruptedException {
        plan.mark(step.number(), StepStatus.RUNNING);
        log.append(new Event.StepStarted(step.number(), step.action()));
        turns.enter(step);
        conversation.say(part(step));
        int before = tools.effects();
        TurnEnd end = turns.work(step);
        Optional<RunEnd> over = end(step, end);
        if (tools.effects() > before && isMeasured(end)) {
            conversation.say(measure.take());
        }
        return over;
    }

    private Optional<RunEnd> end(Step step, TurnEnd end) {
        return switch (end) {
            case TurnEnd.Ended ended -> {
                words = ended.words();
                finish(step, StepStatus.DONE, ended.words());
                yield Optional.empty();
            }
            case TurnEnd.Problem problem -> {
                finish(step, StepStatus.FAILED, problem.reason());
                yield Optional.of(new RunEnd.StepFailed(step.number(), problem.reason()));
            }
            case TurnEnd.Stopped stopped -> reopen(step, new RunEnd.Denied(stopped.reason()));
            case TurnEnd.Failed failed -> reopen(step, new RunEnd.ModelFailed(failed.failure()));
            case TurnEnd.LimitReached limit ->
                    reopen(step, new RunEnd.LimitReached(limit.reason()));
            case TurnEnd.Proposed _ ->
                    throw new IllegalStateException("a plan is proposed while planning only");
        };
    }

    /// Whether the tests are worth running after a turn that ended so.
    private static boolean isMeasured(TurnEnd end) {
        return switch (end) {
            case TurnEnd.Ended _, TurnEnd.Problem _ -> true;
            case TurnEnd.Stopped _, TurnEnd.Failed _, TurnEnd.LimitReached _, TurnEnd.Proposed _ ->
                    false;
        };
    }

    /// The step is open again, so that a later run takes it up.
    private Optional<RunEnd> reopen(Step step, RunEnd end) {
        finish(step, StepStatus.PENDING, end.reason());
        return Optional.of(end);
    }

    private void finish(Step step, StepStatus status, String summary) {
        plan.mark(step.number(), status);
        turns.leave();
        log.append(new Event.StepFinished(step.number(), status, summary));
    }

    static String part(Step step) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("number", String.valueOf(step.number()));
        attributes.put(
                "files",
                String.join(", ", step.targets().stream().map(WorkspacePath::value).toList()));
        attributes.put(
                "criteria",
                String.join(", ", step.criteria().stream().map(CriterionId::value).toList()));
        return new TaggedText("step", attributes, step.action()).render();
    }

    /// What the plan leaves undone, by its notes.
    List<String> open() {
        return plan.current().open();
    }

    /// The files that the plan names.
    List<WorkspacePath> targets() {
        return plan.current().steps().stream()
                .flatMap(step -> step.targets().stream())
                .distinct()
                .toList();
    }
}
