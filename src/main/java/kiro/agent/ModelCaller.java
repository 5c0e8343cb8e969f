package kiro.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.model.Answer;
import kiro.model.Deadlines;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Money;
import kiro.model.Patience;
import kiro.model.RequestRules;
import kiro.model.Tokens;
import kiro.model.Usage;
import kiro.session.Event;
import kiro.session.Events;

/// Asks the model, again where a failure may pass, and records every try.
public final class ModelCaller {
    private static final double LEAST_CORRECTION = 0.7;
    private static final double MOST_CORRECTION = 3;

    private final Model model;
    private final Patience patience;
    private final Pause pause;
    private final Spending spending;
    private final Events log;
    private final Count count;
    private final boolean isOfChild;
    private double correction = 1;

    /// What a run and its children have asked and used.
    private static final class Count {
        private int turns;
        private Usage usage = Usage.NONE;
        private boolean isOfOneModel = true;
    }

    public ModelCaller(Model model, Patience patience, Pause pause, Spending spending, Events log) {
        this.model = model;
        this.patience = patience;
        this.pause = pause;
        this.spending = spending;
        this.log = log;
        this.count = new Count();
        this.isOfChild = false;
    }

    private ModelCaller(ModelCaller parent, Events log) {
        this.model = parent.model;
        this.patience = parent.patience;
        this.pause = parent.pause;
        this.spending = parent.spending;
        this.log = log;
        this.count = parent.count;
        this.isOfChild = true;
    }

    /// The same model for a child: what it uses is counted with the rest.
    ModelCaller of(Events child) {
        return new ModelCaller(this, child);
    }

    String name() {
        return model.name();
    }

    boolean takesImages() {
        return model.takesImages();
    }

    /// Counts on from where a run had stopped.
    void restore(RunState state) {
        count.turns = state.turns();
        count.usage = state.usage();
        count.isOfOneModel = state.isOf(model.name()) || count.usage.total() == 0;
        budget().restore(state, spending);
    }

    Budget budget() {
        return spending.budget();
    }

    /// The most tokens that a request and its answer may have together.
    int window() {
        return model.window();
    }

    /// An estimate in the measure of what the provider has counted so far.
    long corrected(long estimate) {
        return Math.round(estimate * correction);
    }

    /// The limits that have come near; each is told once, and is in the log by then. They are the business of the run's
    /// own agent, which plans with them, and not of a child.
    List<String> warnings() {
        if (isOfChild) {
            return List.of();
        }
        List<String> warnings = budget().warnings();
        warnings.forEach(warning -> log.append(new Event.Warned(warning)));
        return warnings;
    }

    /// What the tokens used so far cost; empty where the price is not known, or several models have used them.
    Optional<Money> cost() {
        return spending.price().filter(_ -> count.isOfOneModel).map(price -> price.of(count.usage));
    }

    /// Tokens used so far.
    Usage usage() {
        return count.usage;
    }

    Answer ask(ModelRequest asked) throws InterruptedException {
        RequestRules.check(asked);
        count.turns++;
        budget().asked();
        log.append(new Event.ModelAsked(count.turns, asked.purpose(), asked.messages().size()));
        for (int failures = 1; ; failures++) {
            switch (model.answer(inTime(asked), log::arrived)) {
                case Answer.Complete complete -> {
                    measure(asked, complete.usage());
                    return complete(complete);
                }
                case Answer.Failed failed -> {
                    Optional<Duration> wait = wait(failures, failed.failure());
                    log.append(failure(failed.failure(), wait));
                    if (wait.isEmpty()) {
                        return failed;
                    }
                    pause.forThis(wait.get());
                }
            }
        }
    }

    /// How long to wait before the next try; empty where there is none, or no time for it.
    private Optional<Duration> wait(int failures, ModelFailure failure) {
        return switch (patience.after(failures, failure)) {
            case Patience.Advice.Wait(Duration time) ->
                    budget().timeLeft().filter(left -> left.compareTo(time) <= 0).isPresent()
                            ? Optional.empty()
                            : Optional.of(time);
            case Patience.Advice.GiveUp _ -> Optional.empty();
        };
    }

    /// The request with no more time for its reply than the run has.
    private ModelRequest inTime(ModelRequest request) {
        Deadlines known = request.deadlines();
        return budget().timeLeft()
                .filter(left -> left.compareTo(known.total()) < 0)
                .map(left -> left.isPositive() ? left : Duration.ofMillis(1))
                .map(left -> request.within(new Deadlines(known.firstEvent(), known.idle(), left)))
                .orElse(request);
    }

    /// Providers count otherwise than by letters; what is far off is no count.
    private void measure(ModelRequest request, Usage counted) {
        long prompt = counted.input() + counted.cacheRead() + counted.cacheWrite();
        long estimate = Tokens.about(request.system(), request.tools(), request.messages());
        if (prompt > 0) {
            correction = Math.clamp((double) prompt / estimate, LEAST_CORRECTION, MOST_CORRECTION);
        }
    }

    private Answer complete(Answer.Complete complete) {
        count.usage = count.usage.plus(complete.usage());
        budget().spent(complete.usage(), spending.price().map(price -> price.of(complete.usage())));
        log.append(
                new Event.ModelAnswered(
                        count.turns,
                        complete.message().blocks(),
                        complete.stop().word(),
                        complete.usage()));
        return complete;
    }

    private Event.ModelFailed failure(ModelFailure failure, Optional<Duration> wait) {
        return new Event.ModelFailed(
                count.turns, failure.getClass().getSimpleName(), failure.message(), wait);
    }
}
