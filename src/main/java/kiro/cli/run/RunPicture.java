package kiro.cli.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.LogReading;
import kiro.session.Recorded;
import kiro.session.SessionId;

/// Where a run stands at a moment, folded from its events.
///
/// @param plan that was approved, with the state of each step as it is now
/// @param step the number of the step in hand; 0 where there is none
/// @param activity what goes on; empty where nothing does
/// @param begun when the run, or its going on, began
/// @param session whose run it is; empty before it has begun
public record RunPicture(
        Optional<Plan> plan,
        int step,
        Optional<Activity> activity,
        Talk talk,
        Spent spent,
        Optional<Instant> begun,
        Optional<SessionId> session) {
    public static final RunPicture EMPTY =
            new RunPicture(
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Talk.SILENT,
                    new Spent("", Usage.NONE, Usage.NONE, List.of()),
                    Optional.empty(),
                    Optional.empty());

    /// What goes on at the moment.
    ///
    /// @param printed what it has printed last; empty where that is nothing
    public record Activity(String words, Instant since, String printed) {
        Activity(String words, Instant since) {
            this(words, since, "");
        }
    }

    /// What the model was asked for so far.
    ///
    /// @param model its name
    /// @param all of the whole session
    /// @param last of the last reply
    /// @param replies what each used, in their order
    public record Spent(String model, Usage all, Usage last, List<Reply> replies) {
        public Spent {
            replies = List.copyOf(replies);
        }

        Spent goingOnWith(String next) {
            return new Spent(next, all, last, replies);
        }

        Spent plus(Event.ModelAnswered answered) {
            var reply =
                    new Reply(
                            answered.model().isEmpty() ? model : answered.model(),
                            answered.usage());
            return new Spent(
                    model,
                    all.plus(reply.usage()),
                    reply.usage(),
                    Stream.concat(replies.stream(), Stream.of(reply)).toList());
        }

        /// What all of it cost; empty where nothing was counted, or a price is not known.
        ///
        /// @param prices of models by their names
        public Optional<Money> cost(Function<String, Optional<Price>> prices) {
            Optional<Money> sum = Optional.of(Money.NONE);
            for (Reply reply : replies) {
                Optional<Money> cost =
                        reply.usage().total() == 0
                                ? Optional.of(Money.NONE)
                                : prices.apply(reply.model()).map(price -> price.of(reply.usage()));
                sum = sum.flatMap(known -> cost.map(known::plus));
            }
            return sum.filter(_ -> all.total() > 0);
        }
    }

    /// What one reply used.
    ///
    /// @param model that gave it
    public record Reply(String model, Usage usage) {}

    /// The picture at the end of a log.
    public static RunPicture of(LogReading log) {
        var picture = EMPTY;
        for (Recorded record : log.records()) {
            picture = picture.after(record.event(), record.at());
        }
        return picture;
    }

    /// The picture after an event.
    public RunPicture after(Event event, Instant now) {
        return switch (event) {
            case Event.OfRun run -> run(run, now);
            case Event.OfPlan made -> plan(made);
            case Event.OfStep of -> step(of);
            case Event.OfModel model -> model(model, now);
            case Event.OfTool tool -> tool(tool, now);
            case Event.OfApproval _ -> idle();
            case Event.OfTests _ -> idle();
            case Event.TurnStopped _ -> idle().saying(Talk.SILENT);
            case Event.ChildDid did -> after(did.event(), now);
            case Event.ChildStarted _,
                    Event.ChildEnded _,
                    Event.OfCriteria _,
                    Event.PersonSaid _,
                    Event.Unknown _ ->
                    this;
        };
    }

    private RunPicture run(Event.OfRun event, Instant now) {
        return switch (event) {
            case Event.RunStarted started ->
                    begin(started.model(), Optional.of(started.session()), now);
            case Event.RunResumed resumed -> begin(resumed.model(), session, now);
            case Event.AgentChosen _, Event.WorkspaceSeen _, Event.Warned _ -> this;
            case Event.RunEnded _ -> idle();
        };
    }

    private RunPicture begin(String model, Optional<SessionId> id, Instant now) {
        return new RunPicture(
                plan, step, activity, talk, spent.goingOnWith(model), Optional.of(now), id);
    }

    private RunPicture plan(Event.OfPlan event) {
        return switch (event) {
            case Event.PlanProposed _, Event.Estimated _ -> idle();
            case Event.PlanApproved approved -> withPlan(Optional.of(approved.plan()));
            case Event.PlanRejected _ -> withPlan(Optional.empty());
        };
    }

    private RunPicture step(Event.OfStep event) {
        return switch (event) {
            case Event.StepStarted started ->
                    withPlan(
                                    plan.map(known ->
                                            known.withStatus(started.number(), StepStatus.RUNNING)))
                            .inStep(started.number());
            case Event.StepFinished finished ->
                    withPlan(
                                    plan.map(known ->
                                            known.withStatus(finished.number(), finished.status())))
                            .inStep(0);
        };
    }

    private RunPicture model(Event.OfModel event, Instant now) {
        return switch (event) {
            case Event.Told _, Event.ContextLaid _, Event.FactsRecalled _, Event.Compacted _ ->
                    this;
            case Event.ModelAsked _ -> doing("waiting for the model", now).saying(Talk.SILENT);
            case Event.ModelAnswered answered ->
                    idle().saying(Talk.SILENT).spending(spent.plus(answered));
            case Event.ModelFailed failed ->
                    (failed.retryAfter().isPresent()
                                    ? doing("waiting to ask the model again", now)
                                    : idle())
                            .saying(Talk.SILENT);
        };
    }

    private RunPicture tool(Event.OfTool event, Instant now) {
        return switch (event) {
            case Event.ToolIntended intended -> doing(intended.summary(), now);
            case Event.ToolFinished _, Event.ToolStopped _ -> idle();
            case Event.FilesChanged _, Event.LeftUndone _ -> this;
        };
    }

    /// The same, with something going on; what goes on already keeps its time.
    public RunPicture doing(String words, Instant now) {
        return activity.filter(known -> known.words().equals(words)).isPresent()
                ? this
                : new RunPicture(
                        plan,
                        step,
                        Optional.of(new Activity(words, now)),
                        talk,
                        spent,
                        begun,
                        session);
    }

    /// The same, with other words in place of those for what goes on, which keeps its time.
    public RunPicture showing(String words, Instant now) {
        return new RunPicture(
                plan,
                step,
                Optional.of(new Activity(words, activity.map(Activity::since).orElse(now))),
                talk,
                spent,
                begun,
                session);
    }

    /// The same, where what goes on has printed a line.
    RunPicture printing(String line) {
        return new RunPicture(
                plan,
                step,
                activity.map(known -> new Activity(known.words(), known.since(), line)),
                talk,
                spent,
                begun,
                session);
    }

    RunPicture saying(Talk said) {
        return new RunPicture(plan, step, activity, said, spent, begun, session);
    }

    private RunPicture idle() {
        return new RunPicture(plan, step, Optional.empty(), talk, spent, begun, session);
    }

    private RunPicture withPlan(Optional<Plan> known) {
        return new RunPicture(known, step, activity, talk, spent, begun, session);
    }

    private RunPicture inStep(int number) {
        return new RunPicture(plan, number, Optional.empty(), talk, spent, begun, session);
    }

    private RunPicture spending(Spent more) {
        return new RunPicture(plan, step, activity, talk, more, begun, session);
    }

    /// How many steps the plan has.
    public int steps() {
        return plan.map(known -> known.steps().size()).orElse(0);
    }

    /// The words of the step in hand; empty where there is none.
    public String action() {
        return plan.stream()
                .flatMap(known -> known.steps().stream())
                .filter(each -> each.number() == step)
                .map(each -> each.action())
                .findFirst()
                .orElse("");
    }
}
