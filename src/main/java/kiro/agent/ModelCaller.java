package kiro.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kiro.model.Answer;
import kiro.model.Deadlines;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Patience;
import kiro.model.RequestRules;
import kiro.model.Tokens;
import kiro.model.ToldCost;
import kiro.model.Usage;
import kiro.permission.Phase;
import kiro.plan.Plan;
import kiro.session.Event;
import kiro.session.Events;

/// Asks the model, again where a failure may pass, and records every try.
public final class ModelCaller {
    private static final double LEAST_CORRECTION = 0.7;
    private static final double MOST_CORRECTION = 3;
    private static final int LONGEST_REASON = 60;

    private final ModelRoutes routes;
    private final Desk desk;
    private final Events log;
    private final Shared shared;
    private final Budget.Told warned = new Budget.Told();
    private final RequestHashes hashes = new RequestHashes();
    private final ToldCost told = new ToldCost();
    private double correction = 1;

    /// What a run and its children have in common.
    private static final class Shared {
        private final Patience patience;
        private final Pause pause;
        private final Budget budget;
        private final Costs costs;
        private final Authors authors = new Authors();
        private final Set<String> told = ConcurrentHashMap.newKeySet();
        private final Budget.Told warned = new Budget.Told();
        private final Events run;
        private int turns;

        /// @param run the log of the run itself
        private Shared(Patience patience, Pause pause, Budget budget, Costs costs, Events run) {
            this.run = run;
            this.patience = patience;
            this.pause = pause;
            this.budget = budget;
            this.costs = costs;
        }
    }

    /// @param routes to the models, one for each kind of work
    public ModelCaller(
            ModelRoutes routes, Patience patience, Pause pause, Budget budget, Events log) {
        this(routes, log, new Shared(patience, pause, budget, new Costs(routes), log));
    }

    /// One model for all work.
    public ModelCaller(Model model, Patience patience, Pause pause, Spending spending, Events log) {
        this(ModelRoutes.ofOne(model, spending.price()), patience, pause, spending.budget(), log);
    }

    private ModelCaller(ModelRoutes routes, Events log, Shared shared) {
        this.routes = routes;
        this.desk = new Desk(routes);
        this.log = log;
        this.shared = shared;
    }

    /// For a child: what it uses is counted with the rest.
    ///
    /// @param own models, where the child has some
    ModelCaller of(Events child, Optional<ModelRoutes> own) {
        return new ModelCaller(own.orElse(routes), child, shared);
    }

    /// The name of the model by which the run is known.
    String name() {
        return routes.usual().name();
    }

    boolean takesImages() {
        return routes.usual().model().takesImages();
    }

    /// Counts on from where a run had stopped.
    void restore(RunState state) {
        shared.turns = state.turns();
        state.replies()
                .forEach(reply -> {
                    shared.costs.enter(reply.step());
                    shared.costs.add(reply.model(), reply.usage());
                });
        shared.costs.leave();
        shared.authors.restore(state.talk().authors());
        shared.budget.restore(state, shared.costs::known);
    }

    Budget budget() {
        return shared.budget;
    }

    /// The most tokens that a request and its answer may have together.
    int window() {
        return routes.window();
    }

    /// An estimate in the measure of what the provider has counted so far.
    long corrected(long estimate) {
        return Math.round(estimate * correction);
    }

    /// The limits that have come near: the run's own agent and each child is told once of each, and so is the person,
    /// whoever comes near it.
    List<String> warnings() {
        shared.budget
                .warnings(shared.warned)
                .forEach(warning -> shared.run.append(new Event.Warned(warning)));
        return shared.budget.warnings(warned);
    }

    /// Says beside a plan about what carrying it out will use, where that is paid for by tokens.
    ///
    /// @param tokens about how many the conversation has already
    void estimate(Plan plan, Phase working, long tokens) {
        new Estimator(routes)
                .of(plan, working, corrected(tokens))
                .map(each ->
                        new Event.Estimated(each.least(), each.most(), shared.budget.against(each)))
                .ifPresent(log::append);
    }

    /// What the tokens used so far cost; empty where the price of a model that used some is not known.
    Optional<Money> cost() {
        return shared.costs.money();
    }

    /// What was used so far, and where.
    ///
    /// @param context what the conversation began with
    RunReport.Cost spent(List<Event.ContextPart> context) {
        long all = context.stream().mapToLong(Event.ContextPart::tokens).sum();
        return new RunReport.Cost(
                usage(),
                cost(),
                shared.costs.shares(),
                context.stream()
                        .map(part -> new RunReport.Told(part, told.of(part.tokens(), all)))
                        .toList());
    }

    /// What is asked from now on is work on a step.
    void enter(int step) {
        shared.costs.enter(step);
    }

    /// What is asked from now on is work on no step.
    void leave() {
        shared.budget.leave();
        shared.costs.leave();
    }

    /// Tokens used so far.
    Usage usage() {
        return shared.costs.usage();
    }

    Answer ask(ModelRequest asked) throws InterruptedException {
        return ask(asked, "");
    }

    /// @param kind why the work is of its kind; empty where that needs no reason
    Answer ask(ModelRequest asked, String kind) throws InterruptedException {
        RequestRules.check(asked);
        shared.turns++;
        shared.budget.asked();
        log.append(asked(asked));
        Desk.Choice choice = desk.choose(asked.purpose(), size(asked), kind);
        for (int failures = 1; ; failures++) {
            ModelRequest request = readable(asked, choice);
            switch (choice.routed().model().answer(inTime(request), log::arrived)) {
                case Answer.Complete complete -> {
                    measure(request, complete.usage());
                    told.add(complete.usage(), choice.routed().price());
                    return complete(complete, choice);
                }
                case Answer.Failed failed -> {
                    ModelFailure failure = failed.failure();
                    Patience.Advice advice = advice(failures, failure);
                    boolean mayWait = advice instanceof Patience.Advice.Wait;
                    Optional<Desk.Choice> other = desk.instead(choice, failures, failure, mayWait);
                    if (other.isPresent()) {
                        handOver(choice, other.get(), failure);
                        choice = other.get();
                        failures = 0;
                        continue;
                    }
                    switch (advice) {
                        case Patience.Advice.Wait(Duration time) -> {
                            log.append(failure(failure, Optional.of(time)));
                            shared.pause.forThis(time);
                        }
                        case Patience.Advice.GiveUp(String reason) -> {
                            charge(failure, choice);
                            return givenUp(failure, reason);
                        }
                    }
                }
            }
        }
    }

    private Event.ModelAsked asked(ModelRequest request) {
        return new Event.ModelAsked(
                shared.turns,
                request.purpose(),
                request.messages().size(),
                Optional.of(hashes.of(request)));
    }

    private long size(ModelRequest asked) {
        return corrected(Tokens.about(asked.system(), asked.tools(), asked.messages()))
                + asked.maxOutputTokens();
    }

    private Answer givenUp(ModelFailure failure, String reason) {
        ModelFailure last = failure.isTransient() ? failure.saying(reason) : failure;
        log.append(failure(last, Optional.empty()));
        return new Answer.Failed(last);
    }

    /// A reply that was stopped is in the log without its words, and with what it used.
    private void charge(ModelFailure failure, Desk.Choice choice) {
        if (failure instanceof ModelFailure.Blocked(String _, Usage used) && used.total() > 0) {
            shared.budget.spent(used, shared.costs.add(choice.name(), used));
            log.append(
                    new Event.ModelAnswered(
                            shared.turns,
                            List.of(),
                            Event.ModelAnswered.BLOCKED,
                            used,
                            choice.name(),
                            choice.why()));
        }
    }

    private void handOver(Desk.Choice from, Desk.Choice to, ModelFailure failure) {
        log.append(failure(failure, Optional.of(Duration.ZERO)));
        log.append(
                new Event.Warned(
                        "%s answers from here on, in the place of %s (%s): %s"
                                .formatted(
                                        to.name(),
                                        from.name(),
                                        to.routed().why(),
                                        failure.message())));
    }

    /// The request as the chosen model can be told it.
    private ModelRequest readable(ModelRequest asked, Desk.Choice choice) {
        Authors.Told told = shared.authors.toldTo(choice.name(), asked);
        told.others().stream()
                .filter(other -> shared.told.add(other + " > " + choice.name()))
                .forEach(other ->
                        log.append(
                                new Event.Warned(
                                        "what %s kept of its thinking is not told to %s, which could not read it"
                                                .formatted(other, choice.name()))));
        return told.request();
    }

    /// Whether to wait for the next try; not where the run has no time for it.
    private Patience.Advice advice(int failures, ModelFailure failure) {
        Patience.Advice advice = shared.patience.after(failures, failure);
        return advice instanceof Patience.Advice.Wait(Duration time)
                        && shared.budget
                                .timeLeft()
                                .filter(left -> left.compareTo(time) <= 0)
                                .isPresent()
                ? new Patience.Advice.GiveUp(
                        "the next try would be in %d s, and the run has no time for that"
                                .formatted((time.toMillis() + 999) / 1000))
                : advice;
    }

    /// The request with no more time for its reply than the run has.
    private ModelRequest inTime(ModelRequest request) {
        Deadlines known = request.deadlines();
        return shared.budget
                .timeLeft()
                .filter(left -> left.compareTo(known.total()) < 0)
                .map(left -> left.isPositive() ? left : Duration.ofMillis(1))
                .map(left -> request.within(new Deadlines(known.firstEvent(), known.idle(), left)))
                .orElse(request);
    }

    /// Providers count otherwise than by letters; what is far off is no count.
    private void measure(ModelRequest request, Usage counted) {
        long prompt = counted.input() + counted.cacheRead() + counted.cacheWrite();
        long estimate = Tokens.about(request.system(), request.tools(), request.messages());
        if (prompt > 0 && counted.estimated() == 0) {
            correction = Math.clamp((double) prompt / estimate, LEAST_CORRECTION, MOST_CORRECTION);
        }
    }

    private Answer complete(Answer.Complete complete, Desk.Choice choice) {
        shared.authors.wrote(choice.name(), complete.message());
        Optional<Money> cost = shared.costs.add(choice.name(), complete.usage());
        shared.budget.spent(complete.usage(), cost);
        if (complete.usage().estimated() > 0 && shared.told.add(choice.name() + " counts")) {
            log.append(
                    new Event.Warned(
                            "%s does not say what its replies use: tokens and cost are estimated"
                                    .formatted(choice.name())));
        }
        if (complete.stop() instanceof Answer.Stop.Unknown(String reason)) {
            log.append(
                    new Event.Warned(
                            "%s ended its reply for a reason that is not known here, '%s': it may not be whole"
                                    .formatted(
                                            choice.name(),
                                            reason.substring(
                                                    0,
                                                    Math.min(reason.length(), LONGEST_REASON)))));
        }
        log.append(
                new Event.ModelAnswered(
                        shared.turns,
                        complete.message().blocks(),
                        complete.stop().word(),
                        complete.usage(),
                        choice.name(),
                        choice.why()));
        return complete;
    }

    private Event.ModelFailed failure(ModelFailure failure, Optional<Duration> wait) {
        return new Event.ModelFailed(
                shared.turns, failure.getClass().getSimpleName(), failure.message(), wait);
    }
}
