package kiro.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import kiro.model.Money;
import kiro.model.Usage;
import kiro.session.Event;

/// Counts what a run uses up, and says when it comes to its limits. Shared by all who work for the run, on whatever
/// threads. Time is counted by a clock that nobody can set, and stands still while a person is asked.
public final class Budget {
    private static final int WARN_AT = 80;

    private final Limits limits;
    private final LongSupplier nanoTime;
    private long started;
    private long asking;
    private long turns;
    private long tokens;
    private long steps;
    private Money cost = Money.NONE;
    private boolean isAsking;

    /// @param nanoTime grows as time goes on
    public Budget(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    private enum Kind {
        TURNS,
        TOKENS,
        COST,
        TIME,
        STEPS
    }

    /// What somebody was told of, so that they are told of it once.
    static final class Told {
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    }

    /// What is used of one limit.
    ///
    /// @param words what was used of how much, for people
    private record Use(Kind kind, long used, long allowed, String words) {
        private boolean isOver() {
            return used >= allowed;
        }

        private boolean isNear() {
            return used >= allowed / 100.0 * WARN_AT;
        }
    }

    /// An approver whose answers take no time.
    public Approver uncounted(Approver approver) {
        return new UncountedApprover(approver, this);
    }

    /// Takes up what an earlier part of the run has used.
    ///
    /// @param spent what of it has a price
    synchronized void restore(RunState state, Money spent) {
        turns += state.turnsOfThisRun();
        tokens += state.usageOfThisRun().total();
        steps += state.stepsOfThisRun();
        started -= state.timeOfThisRun().toNanos();
        cost = cost.plus(spent);
    }

    synchronized void asked() {
        turns++;
    }

    synchronized void spent(Usage usage, Optional<Money> money) {
        tokens += usage.total();
        money.ifPresent(amount -> cost = cost.plus(amount));
    }

    /// Begins a step of the plan; answers why it may not be begun, where it may not.
    synchronized Optional<String> step() {
        Optional<String> over = over(List.of(Kind.STEPS)).or(this::exceeded);
        if (over.isEmpty()) {
            steps++;
        }
        return over;
    }

    /// Why no further request may be sent; empty while it may.
    synchronized Optional<String> exceeded() {
        return over(List.of(Kind.TURNS, Kind.TOKENS, Kind.COST, Kind.TIME));
    }

    private Optional<String> over(List<Kind> kinds) {
        return uses().stream()
                .filter(use -> kinds.contains(use.kind()) && use.isOver())
                .findFirst()
                .map(Use::words);
    }

    /// The limits that have come near, in words.
    ///
    /// @param told what was told before; these are told by then
    synchronized List<String> warnings(Told told) {
        var warnings = new ArrayList<String>();
        for (Use use : uses()) {
            if (use.isNear() && !use.isOver() && told.kinds.add(use.kind())) {
                warnings.add(
                        "more than %d %% of a limit is used up: %s"
                                .formatted(WARN_AT, use.words()));
            }
        }
        return warnings;
    }

    /// What of an estimate the limits do not allow, in words.
    synchronized List<String> against(Event.Estimated estimate) {
        var limits = new ArrayList<String>();
        Allowance allowed = this.limits.allowance();
        allowed.cost()
                .filter(most -> estimate.most().cost().isPresent())
                .flatMap(most ->
                        over(
                                estimate.least().cost().orElseThrow().nanos(),
                                estimate.most().cost().orElseThrow().nanos(),
                                most.nanos() - cost.nanos(),
                                "cost more than the %s that this run allows".formatted(most)))
                .ifPresent(limits::add);
        allowed.tokens().stream()
                .boxed()
                .flatMap(most ->
                        over(
                                estimate.least().tokens(),
                                estimate.most().tokens(),
                                most - tokens,
                                "use more than the %,d tokens that this run allows".formatted(most))
                                .stream())
                .forEach(limits::add);
        over(
                        estimate.least().requests(),
                        estimate.most().requests(),
                        this.limits.turns() - turns,
                        "take more than the %,d requests that this run allows"
                                .formatted(this.limits.turns()))
                .ifPresent(limits::add);
        return limits;
    }

    private static Optional<String> over(long least, long most, long left, String words) {
        if (least > left) {
            return Optional.of("the plan is expected to " + words);
        }
        return most > left ? Optional.of("the plan may " + words) : Optional.empty();
    }

    /// The time that is left; empty where it is not limited.
    synchronized Optional<Duration> timeLeft() {
        return limits.allowance().time().map(time -> time.minus(elapsed()));
    }

    synchronized void pause() {
        asking = nanoTime.getAsLong();
        isAsking = true;
    }

    synchronized void goOn() {
        started += nanoTime.getAsLong() - asking;
        isAsking = false;
    }

    private Duration elapsed() {
        return Duration.ofNanos((isAsking ? asking : nanoTime.getAsLong()) - started);
    }

    private List<Use> uses() {
        Allowance allowed = limits.allowance();
        var uses = new ArrayList<Use>();
        uses.add(turns(limits.turns()));
        allowed.tokens().ifPresent(most -> uses.add(tokens(most)));
        allowed.cost().ifPresent(most -> uses.add(cost(most)));
        allowed.time().ifPresent(most -> uses.add(time(most)));
        allowed.steps().ifPresent(most -> uses.add(steps(most)));
        return uses;
    }

    private Use turns(long most) {
        return use(
                Kind.TURNS, turns, most, "the model was asked %,d times, and this run allows %,d");
    }

    private Use tokens(long most) {
        return use(Kind.TOKENS, tokens, most, "%,d tokens were used, and this run allows %,d");
    }

    private Use steps(long most) {
        return use(
                Kind.STEPS,
                steps,
                most,
                "%,d steps of the plan were begun, and this run allows %,d");
    }

    private static Use use(Kind kind, long used, long most, String words) {
        return new Use(kind, used, most, words.formatted(used, most));
    }

    private Use cost(Money most) {
        String words = "%s were spent, and this run allows %s".formatted(cost, most);
        return new Use(Kind.COST, cost.nanos(), most.nanos(), words);
    }

    private Use time(Duration most) {
        Duration used = elapsed();
        String words = "it took %s, and this run allows %s".formatted(words(used), words(most));
        return new Use(Kind.TIME, used.toMillis(), most.toMillis(), words);
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 120
                ? seconds + " s"
                : seconds < 7200
                        ? "%d min".formatted(seconds / 60)
                        : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
    }
}
