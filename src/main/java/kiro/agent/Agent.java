package kiro.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import kiro.agent.Approver.Pace;
import kiro.agent.CriteriaWatch.Check;
import kiro.agent.DoneGate.Passage;
import kiro.agent.Opening.Prepared;
import kiro.agent.RunReport.SavedPlan;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.permission.Mode;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.EventLog;

/// Carries out one task from its beginning to its end: plan, ask, run, verify, repeat.
public final class Agent {
    private final ModelCaller model;
    private final ToolCaller tools;
    private final CriteriaWatch watch;
    private final SpecUpdate specUpdate;
    private final PlanFiles plans;
    private final Approver approver;
    private final EventLog log;

    public Agent(
            ModelCaller model,
            ToolCaller tools,
            CriteriaWatch watch,
            SpecUpdate specUpdate,
            PlanFiles plans,
            Approver approver,
            EventLog log) {
        this.model = model;
        this.tools = tools;
        this.watch = watch;
        this.specUpdate = specUpdate;
        this.plans = plans;
        this.approver = approver;
        this.log = log;
    }

    /// What is known of the run at any moment, so that its end can be reported wherever it comes.
    private static final class Progress {
        private Optional<PlanKeeper> plan = Optional.empty();
        private Optional<Measure> measure = Optional.empty();
        private String words = "";
        private List<Event.ContextPart> context = List.of();
    }

    /// Runs the task. A run that is interrupted ends as one that can be taken up again.
    public RunReport run(AgentTask task, RunSetting setting) {
        employ(setting);
        begin(task, setting);
        describe(setting);
        var progress = new Progress();
        RunEnd end = held(end(task, setting, progress), task);
        Optional<Check> check = progress.measure.flatMap(Measure::last);
        check.flatMap(Check::judged).ifPresent(this::update);
        return report(end, progress, check);
    }

    /// A run that must not begin.
    public RunReport refuse(AgentTask task, RunSetting setting, String reason) {
        begin(task, setting);
        return report(new RunEnd.Denied(reason), new Progress(), Optional.empty());
    }

    /// Whether the model looks at pictures.
    public boolean takesImages() {
        return model.takesImages();
    }

    /// Talks with a person until they end it.
    ///
    /// @param settlement settles what was under way when a turn was stopped
    public RunReport.Cost converse(
            AgentTask task, RunSetting setting, Settlement settlement, Talker talker)
            throws InterruptedException {
        employ(setting);
        if (resumed(task.goal()).isPresent()) {
            begin(task, setting);
        } else {
            log.append(started(task, setting, AgentTask.CHAT));
        }
        describe(setting);
        var work =
                new Chat.Work(
                        known ->
                                new Conversations(tools, log, setting.role())
                                        .begun(() -> Chat.meanwhile(talker, log), known),
                        (conversation, planned) -> planned(conversation, planned, setting));
        new Chat(model, tools, log, settlement, talker, work)
                .run(task, setting, resumed(task.goal()));
        log.append(new Event.RunEnded("closed", "", model.usage(), model.cost()));
        return model.spent(List.of());
    }

    /// A task of a conversation, from its plan to its evidence.
    private RunEnd planned(Conversation conversation, AgentTask asked, RunSetting setting)
            throws InterruptedException {
        var task =
                new AgentTask(
                        asked.words(), asked.spec(), new AgentTask.Goal.WholeWork(), asked.mode());
        var progress = new Progress();
        try (var baseline = baseline(task.goal())) {
            RunEnd end = held(work(conversation, task, setting, progress, baseline), task);
            progress.measure.flatMap(Measure::last).flatMap(Check::judged).ifPresent(this::update);
            return end.withReasons(log.secrets()::mask);
        }
    }

    /// The report is shown: it has no secrets.
    private RunReport report(RunEnd end, Progress progress, Optional<Check> check) {
        log.append(new Event.RunEnded(end.name(), end.reason(), model.usage(), model.cost()));
        UnaryOperator<String> mask = log.secrets()::mask;
        return new RunReport(
                end.withReasons(mask),
                progress.plan.map(plan -> new SavedPlan(plan.current(), plan.file())),
                check.map(Check::run),
                check.map(Check::verdicts).orElse(List.<Verdict>of()),
                progress.measure.map(Measure::shown).orElse(Map.of()),
                new RunReport.Work(
                        tools.origins(),
                        tools.undone().stream().map(call -> call.withTexts(mask)).toList(),
                        progress.measure.map(Measure::weakened).orElse(List.of()),
                        mask.apply(progress.words)),
                model.spent(progress.context));
    }

    private void employ(RunSetting setting) {
        if (setting.crew().isThere()) {
            var shop =
                    new Children.Shop(
                            model,
                            setting.project(),
                            setting.limits().outputTokens(),
                            log,
                            new AtomicInteger());
            tools.employ(setting.crew(), new Children(setting.crew(), shop, tools, ""));
        }
    }

    /// Who works, where, and what a person should know of it.
    private void describe(RunSetting setting) {
        setting.role()
                .agent()
                .ifPresent(named -> log.append(new Event.AgentChosen(named.name(), named.file())));
        log.append(new Event.WorkspaceSeen(setting.project().lines()));
        setting.remarks().forEach(remark -> log.append(new Event.Warned(remark)));
    }

    private void begin(AgentTask task, RunSetting setting) {
        switch (task.goal()) {
            case AgentTask.Goal.Resumed resumed -> {
                log.append(
                        new Event.RunResumed(setting.version(), word(task.mode()), model.name()));
                List<Event.ToolIntended> open = resumed.settlement().settle(resumed.state(), log);
                model.restore(resumed.state());
                tools.restore(resumed.state(), open);
            }
            case AgentTask.Goal.PlanOnly _,
                    AgentTask.Goal.WholeWork _,
                    AgentTask.Goal.SavedPlan _ ->
                    log.append(started(task, setting, task.goal().word()));
        }
    }

    private Event.RunStarted started(AgentTask task, RunSetting setting, String goal) {
        return new Event.RunStarted(
                setting.session(),
                setting.version(),
                task.words(),
                task.spec().map(spec -> spec.name()),
                word(task.mode()),
                model.name(),
                goal);
    }

    /// With a spec, evidence says what is done; without one, what calls have come to.
    private RunEnd held(RunEnd end, AgentTask task) {
        List<UndoneCall> undone =
                tools.undone().stream()
                        .filter(call -> call.cause() != UndoneCall.Cause.DECLINED)
                        .toList();
        return end instanceof RunEnd.Done && task.spec().isEmpty() && !undone.isEmpty()
                ? new RunEnd.Undone(undone)
                : end;
    }

    private RunEnd end(AgentTask task, RunSetting setting, Progress progress) {
        try {
            if (task.goal().isPlanOnly()) {
                return planOnly(task, setting, progress);
            }
            try (var baseline = baseline(task.goal())) {
                return work(conversation(task, setting), task, setting, progress, baseline);
            }
        } catch (InterruptedException stopped) {
            return new RunEnd.Interrupted();
        }
    }

    private Baseline baseline(AgentTask.Goal goal) {
        return resumed(goal)
                .flatMap(RunState::stood)
                .map(Baseline::known)
                .orElseGet(() -> Baseline.start(watch));
    }

    private static Optional<RunState> resumed(AgentTask.Goal goal) {
        return goal instanceof AgentTask.Goal.Resumed(RunState state, Settlement _)
                ? Optional.of(state)
                : Optional.empty();
    }

    private RunEnd planOnly(AgentTask task, RunSetting setting, Progress progress)
            throws InterruptedException {
        Conversation conversation = conversation(task, setting);
        TurnLoop turns = turns(conversation, task, setting);
        return switch (opening(conversation, turns).open(task, setting)) {
            case Prepared.Ready ready -> {
                progress.plan = Optional.of(ready.plan());
                progress.context = conversation.begun();
                yield new RunEnd.Planned();
            }
            case Prepared.Over over -> over.end();
        };
    }

    private RunEnd work(
            Conversation conversation,
            AgentTask task,
            RunSetting setting,
            Progress progress,
            Baseline baseline)
            throws InterruptedException {
        TurnLoop turns = turns(conversation, task, setting);
        return switch (opening(conversation, turns).open(task, setting)) {
            case Prepared.Over over -> over.end();
            case Prepared.Ready ready -> {
                progress.plan = Optional.of(ready.plan());
                progress.context = conversation.begun();
                var measure =
                        new Measure(
                                watch,
                                watch.standard(task, tools),
                                task.spec(),
                                before(task, baseline));
                progress.measure = Optional.of(measure);
                var state = new StandingState(setting.project(), tools, measure);
                turns.stateIs(() -> Optional.of(state.of(task, ready.plan().current())));
                if (resumed(task.goal()).filter(RunState::hasEffects).isPresent()) {
                    conversation.say(measure.take());
                }
                yield execute(
                        new Execution(
                                conversation, turns, tools, measure, approver, ready.plan(), log),
                        new DoneGate(conversation, turns, tools, measure, log),
                        ready.pace(),
                        new Rounds(
                                resumed(task.goal())
                                        .map(RunState::refusals)
                                        .filter(refused -> refused > 0)
                                        .orElse(1),
                                setting.limits().rounds()),
                        progress);
            }
        };
    }

    private TurnLoop turns(Conversation conversation, AgentTask task, RunSetting setting) {
        return new TurnLoop(
                conversation,
                model,
                tools,
                setting.limits().outputTokens(),
                task.phase(),
                FolderRules.of(setting.project()));
    }

    /// Rounds of the gate, the first and the last.
    private record Rounds(int first, int last) {}

    private static RunEnd execute(
            Execution execution, DoneGate gate, Pace pace, Rounds rounds, Progress progress)
            throws InterruptedException {
        Optional<RunEnd> early = execution.run(pace);
        progress.words = execution.words();
        if (early.isPresent()) {
            return early.get();
        }
        Optional<RunEnd> partly = ofOneStep(progress);
        if (partly.isPresent()) {
            return partly.get();
        }
        Passage passage = gate.pass(rounds.first(), rounds.last(), execution);
        passage.words().ifPresent(words -> progress.words = words);
        return passage.end();
    }

    /// How a run ends that was to do one step; empty where no step is left after it, or all were to be done.
    private static Optional<RunEnd> ofOneStep(Progress progress) {
        PlanKeeper plan = progress.plan.orElseThrow();
        int open = plan.open().size();
        if (plan.only().isEmpty() || open == 0) {
            return Optional.empty();
        }
        int number = plan.only().getAsInt();
        boolean isDone =
                plan.current().steps().stream()
                        .anyMatch(step ->
                                step.number() == number && step.status() == StepStatus.DONE);
        if (!isDone) {
            return Optional.of(
                    new RunEnd.Denied(
                            "step %d was skipped, or taken out of the plan".formatted(number)));
        }
        return Optional.of(
                progress.measure
                        .flatMap(Measure::broken)
                        .<RunEnd>map(RunEnd.Unproven::new)
                        .orElseGet(() -> new RunEnd.Stepped(number, open)));
    }

    private TestRun before(AgentTask task, Baseline baseline) throws InterruptedException {
        TestRun before = baseline.await();
        if (resumed(task.goal()).flatMap(RunState::stood).isPresent()) {
            return before;
        }
        log.append(stood(before));
        switch (before) {
            case TestRun.NotMeasured _ ->
                    warn(
                            "the tests cannot be run as the project stands: until they can, criteria count as 'could not measure'");
            case TestRun.NoCommand none when task.spec().isPresent() ->
                    warn("no criterion can be proven: " + none.reason());
            case TestRun.NoCommand _, TestRun.Finished _ -> {}
        }
        return before;
    }

    private static Event.TestsStood stood(TestRun run) {
        return switch (run) {
            case TestRun.Finished finished ->
                    new Event.TestsStood(
                            "finished",
                            finished.command(),
                            "",
                            finished.results().stream()
                                    .filter(Measure::isFailure)
                                    .map(TestResult::test)
                                    .toList());
            case TestRun.NotMeasured not ->
                    new Event.TestsStood("not-measured", not.command(), not.reason(), List.of());
            case TestRun.NoCommand none ->
                    new Event.TestsStood("no-command", "", none.reason(), List.of());
        };
    }

    private void warn(String text) {
        log.append(new Event.Warned(text));
    }

    private Opening opening(Conversation conversation, TurnLoop turns) {
        return new Opening(conversation, turns, approver, plans, log);
    }

    private Conversation conversation(AgentTask task, RunSetting setting) {
        return new Conversations(tools, log, setting.role()).ofRun(resumed(task.goal()));
    }

    private void update(CriteriaWatch.Judged judged) {
        try {
            SpecUpdate.Ticks ticks = specUpdate.update(judged.spec(), judged.verification());
            if (!ticks.ticked().isEmpty() || !ticks.unticked().isEmpty()) {
                log.append(
                        new Event.CriteriaTicked(
                                judged.spec().name(), ticks.ticked(), ticks.unticked()));
            }
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException("cannot write the spec or its evidence", cause);
        }
    }

    private static String word(Mode mode) {
        return switch (mode) {
            case INTERACTIVE -> "interactive";
            case SEMI_AUTOMATIC -> "semi-automatic";
            case AUTONOMOUS -> "autonomous";
        };
    }
}
