package kiro.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.agent.RunReport.SavedPlan;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.model.Block;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.session.Event;
import kiro.session.LogReading;
import kiro.session.Recorded;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// Where a run stood when it stopped, folded from its log: enough to go on with it as if it had not.
public final class RunState {
    static final String PLAN_ONLY = "plan";

    private final RestoredTalk talk = new RestoredTalk();
    private final ChildTraces children = new ChildTraces();
    private final SequencedMap<WorkspacePath, Optional<Hash>> changed = new LinkedHashMap<>();
    private final List<Event.ToolIntended> intended = new ArrayList<>();
    private final RunClock clock = new RunClock();
    private Optional<Event.RunStarted> begun = Optional.empty();
    private Optional<Event.RunEnded> end = Optional.empty();
    private Optional<String> agent = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Optional<WorkspacePath> file = Optional.empty();
    private Optional<Event.TestsStood> stood = Optional.empty();
    private List<Event.Left> left = List.of();
    private final List<Reply> replies = new ArrayList<>();
    private String model = "";
    private Usage usage = Usage.NONE;
    private boolean isApproved;
    private boolean hasEffects;
    private boolean hasWorked;
    private int turns;
    private int earlierTurns;
    private int refusals;
    private Usage earlierUsage = Usage.NONE;
    private int earlierReplies;
    private int steps;
    private int step;
    private Optional<InHand> inHand = Optional.empty();

    /// What one reply used.
    ///
    /// @param model as people know it
    /// @param step that it was work on; 0 for none
    record Reply(String model, Usage usage, int step) {}

    /// The step that is carried out.
    ///
    /// @param turns of this run before it was begun, as are tokens, replies and time
    record InHand(int number, int turns, long tokens, List<Reply> replies, Duration time) {}

    private RunState() {}

    public static RunState of(LogReading log) {
        var state = new RunState();
        for (Recorded record : log.records()) {
            state.clock.add(record);
            state.add(record.event());
        }
        return state;
    }

    /// Takes in what has become known of the run since.
    void add(Event event) {
        talk.add(event);
        switch (event) {
            case Event.OfRun run -> run(run);
            case Event.OfPlan made -> plan(made);
            case Event.OfStep did -> step(did);
            case Event.OfTool tool -> tool(tool);
            case Event.ModelAsked asked -> turns = Math.max(turns, asked.turn());
            case Event.ModelAnswered answered -> answered(answered);
            case Event.TestsStood measured -> stood = Optional.of(measured);
            case Event.DoneRefused refused -> refusals = refused.round();
            case Event.OfChild child -> child(child);
            case Event.OfModel _,
                    Event.OfApproval _,
                    Event.OfTests _,
                    Event.OfCriteria _,
                    Event.OfPerson _,
                    Event.Unknown _ -> {}
        }
    }

    private void answered(Event.ModelAnswered answered) {
        usage = usage.plus(answered.usage());
        replies.add(
                new Reply(
                        answered.model().isEmpty() ? model : answered.model(),
                        answered.usage(),
                        step));
    }

    private void run(Event.OfRun event) {
        switch (event) {
            case Event.RunStarted started -> {
                begun = Optional.of(started);
                model = started.model();
            }
            case Event.RunEnded ended -> end = Optional.of(ended);
            case Event.RunResumed resumed -> {
                model = resumed.model();
                refusals = refusals();
                earlierTurns = turns - turnsOfThisRun();
                if (end.isPresent()) {
                    earlierUsage = usage;
                    earlierReplies = replies.size();
                    steps = 0;
                    inHand = Optional.empty();
                }
                end = Optional.empty();
            }
            case Event.AgentChosen chosen -> agent = Optional.of(chosen.name());
            case Event.WorkspaceSeen _, Event.Warned _ -> {}
        }
    }

    /// What children use and change is the run's own.
    private void child(Event.OfChild event) {
        children.add(event);
        if (event instanceof Event.ChildDid(String child, Event did)) {
            if (did instanceof Event.ModelAsked asked) {
                turns = Math.max(turns, asked.turn());
            } else if (did instanceof Event.ModelAnswered answered) {
                answered(answered);
            } else if (did instanceof Event.ToolIntended call) {
                hasEffects |= !call.isLook() && !Delegation.isCall(call.tool());
            } else if (did instanceof Event.FilesChanged files) {
                files.files().forEach(this::changed);
            } else if (did instanceof Event.ToolFinished finished) {
                children.changedBy(child, finished).forEach(this::changed);
            }
        }
    }

    private void plan(Event.OfPlan event) {
        switch (event) {
            case Event.PlanProposed proposed -> {
                plan = Optional.of(proposed.plan());
                file = Optional.of(proposed.file());
            }
            case Event.PlanApproved approved -> {
                plan = Optional.of(approved.plan());
                isApproved = true;
            }
            case Event.Estimated _ -> {}
            case Event.PlanRejected _ -> plan = isApproved ? plan : Optional.empty();
        }
    }

    private void step(Event.OfStep event) {
        switch (event) {
            case Event.StepStarted started -> {
                steps++;
                step = started.number();
                inHand = inHand.filter(same -> same.number() == step).or(this::begins);
            }
            case Event.StepFinished finished -> {
                step = 0;
                inHand = Optional.empty();
                plan = plan.map(known -> known.withStatus(finished.number(), finished.status()));
            }
        }
    }

    private Optional<InHand> begins() {
        return Optional.of(
                new InHand(
                        step,
                        turnsOfThisRun(),
                        usageOfThisRun().total(),
                        repliesOfThisRun(),
                        timeOfThisRun()));
    }

    private void tool(Event.OfTool event) {
        switch (event) {
            case Event.ToolIntended call -> {
                intended.add(call);
                hasWorked |= !ControlTools.isOne(call.tool());
                hasEffects |= !call.isLook() && !Delegation.isCall(call.tool());
            }
            case Event.FilesChanged files -> files.files().forEach(this::changed);
            case Event.LeftUndone open -> left = open.open();
            case Event.ToolStopped _ -> {}
            case Event.ToolFinished finished ->
                    intended.stream()
                            .filter(call -> call.callId().equals(finished.callId()))
                            .filter(call -> !finished.isError())
                            .flatMap(call -> call.files().stream())
                            .forEach(this::changed);
        }
    }

    private void changed(Event.FileMark file) {
        changed.putIfAbsent(file.path(), file.before());
    }

    /// What the replies so far used, those of children included.
    List<Reply> replies() {
        return List.copyOf(replies);
    }

    /// The replies that count against the limits.
    List<Reply> repliesOfThisRun() {
        return end.isPresent()
                ? List.of()
                : List.copyOf(replies.subList(earlierReplies, replies.size()));
    }

    public Optional<Event.RunStarted> begun() {
        return begun;
    }

    /// The custom agent that it works as; empty where it works as none.
    public Optional<String> agent() {
        return agent;
    }

    ChildTraces children() {
        return children;
    }

    /// How it ended; empty where it was killed.
    public Optional<Event.RunEnded> end() {
        return end;
    }

    /// Whether there is anything to go on with: a run of a saved plan that nobody had approved yet has left nothing.
    public boolean hasBegun() {
        return begun.isPresent() && (plan.isPresent() || !isOfSavedPlan(begun.get().goal()));
    }

    private static boolean isOfSavedPlan(String goal) {
        return goal.equals(AgentTask.Goal.SAVED_PLAN) || goal.startsWith(AgentTask.Goal.ONE_STEP);
    }

    RestoredTalk talk() {
        return talk;
    }

    boolean isPlanOnly() {
        return begun.map(started -> started.goal().equals(PLAN_ONLY)).orElse(false);
    }

    /// The plan as far as it has come, where a person, or the mode, had approved it.
    Optional<SavedPlan> approved(WorkspacePath fallback) {
        return isApproved
                ? plan.map(known -> new SavedPlan(known, file.orElse(fallback)))
                : Optional.empty();
    }

    /// The call that proposed a plan which nobody has answered yet.
    Optional<Block.ToolCall> waiting() {
        return isApproved || plan.isEmpty() ? Optional.empty() : talk.proposal();
    }

    /// The plan that was proposed and not answered.
    Optional<Plan> proposed() {
        return waiting().flatMap(call -> plan);
    }

    /// The files that the run has changed, with the digest of what they were before.
    Map<WorkspacePath, Optional<Hash>> changed() {
        return Collections.unmodifiableMap(changed);
    }

    List<Event.Left> left() {
        return left;
    }

    /// Whether a tool was used, be it only to look at something.
    boolean hasWorked() {
        return hasWorked;
    }

    /// Whether calls were begun that may have changed something.
    boolean hasEffects() {
        return hasEffects;
    }

    int turns() {
        return turns;
    }

    /// The requests that count against the limit: a run that had ended has a new one.
    int turnsOfThisRun() {
        return end.isPresent() ? 0 : turns - earlierTurns;
    }

    /// The tokens that count against the limit, like the requests.
    Usage usageOfThisRun() {
        return end.isPresent() ? Usage.NONE : usage.minus(earlierUsage);
    }

    /// The steps of the plan that count against the limit.
    int stepsOfThisRun() {
        return end.isPresent() ? 0 : steps;
    }

    /// The step that was under way at a kill.
    Optional<InHand> inHand() {
        return end.isPresent() ? Optional.empty() : inHand;
    }

    /// The time that counts against the limit.
    Duration timeOfThisRun() {
        return end.isPresent() ? Duration.ZERO : clock.elapsed();
    }

    Usage usage() {
        return usage;
    }

    /// The round of the gate that was under way; 0 where none was.
    int refusals() {
        return end.isPresent() ? 0 : refusals;
    }

    /// How the tests stood before anything was changed.
    Optional<TestRun> stood() {
        return stood.map(known ->
                switch (known.state()) {
                    case "finished" ->
                            new TestRun.Finished(
                                    known.command(),
                                    known.failing().stream()
                                            .map(test ->
                                                    new TestResult(
                                                            test,
                                                            TestOutcome.FAILED,
                                                            Duration.ZERO,
                                                            "",
                                                            List.of(),
                                                            ""))
                                            .toList(),
                                    Duration.ZERO);
                    case "not-measured" ->
                            new TestRun.NotMeasured(
                                    known.command(), known.reason(), "", Duration.ZERO);
                    default -> new TestRun.NoCommand(known.reason());
                });
    }
}
