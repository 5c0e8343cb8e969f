package kiro.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private Optional<InHand> killed = Optional.empty();
    private Optional<InHand> inHand = Optional.empty();

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

    /// The step that is carried out.
    ///
    /// @param before what the run had used when it was begun
    private record InHand(int step, Used before) {}

    /// A limit of the run, or of one of its steps.
    ///
    /// @param step its number; 0 for the run
    private record Limit(Kind kind, int step) {}

    /// What somebody was told of, so that they are told of it once.
    static final class Told {
        private final Set<Limit> limits = new HashSet<>();
    }

    /// What is used of one limit.
    ///
    /// @param words what was used of how much, for people
    private record Use(Limit limit, long used, long allowed, String words) {
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
    /// @param price what of some replies has a price, together
    synchronized void restore(RunState state, Function<List<RunState.Reply>, Money> price) {
        turns += state.turnsOfThisRun();
        tokens += state.usageOfThisRun().total();
        steps += state.stepsOfThisRun();
        started -= state.timeOfThisRun().toNanos();
        cost = cost.plus(price.apply(state.repliesOfThisRun()));
        killed =
                state.inHand()
                        .map(step ->
                                new InHand(
                                        step.number(),
                                        new Used(
                                                step.turns(),
                                                step.tokens(),
                                                price.apply(step.replies()),
                                                step.time())));
    }

    synchronized void asked() {
        turns++;
    }

    synchronized void spent(Usage usage, Optional<Money> money) {
        tokens += usage.total();
        money.ifPresent(amount -> cost = cost.plus(amount));
    }

    /// Begins a step of the plan; answers why it may not be begun, where it may not. One that was under way at a kill has what it had
    /// left.
    synchronized Optional<String> step(int number) {
        Optional<String> over = over(use -> use.limit().kind() == Kind.STEPS).or(this::exceeded);
        if (over.isEmpty()) {
            steps++;
            inHand =
                    Optional.of(
                            killed.filter(step -> step.step() == number)
                                    .orElseGet(() -> new InHand(number, used())));
            killed = Optional.empty();
        }
        return over;
    }

    /// The step is over: what is used from here on is none of its.
    synchronized void leave() {
        inHand = Optional.empty();
    }

    /// Why no further request may be sent; empty while it may.
    synchronized Optional<String> exceeded() {
        return over(use -> use.limit().kind() != Kind.STEPS);
    }

    private Optional<String> over(Predicate<Use> which) {
        return uses().stream().filter(which).filter(Use::isOver).findFirst().map(Use::words);
    }

    /// The limits that have come near, in words.
    ///
    /// @param told what was told before; these are told by then
    synchronized List<String> warnings(Told told) {
        var warnings = new ArrayList<String>();
        for (Use use : uses()) {
            if (use.isNear() && !use.isOver() && told.limits.add(use.limit())) {
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

    /// The time that is left to the run, or to the step in hand where that is less; empty where it is not limited.
    synchronized Optional<Duration> timeLeft() {
        Duration elapsed = elapsed();
        return Stream.concat(
                        limits.allowance().time().stream(),
                        inHand
                                .flatMap(step ->
                                        limits.perStep().time().map(step.before().time()::plus))
                                .stream())
                .min(Comparator.naturalOrder())
                .map(end -> end.minus(elapsed));
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

    private Used used() {
        return new Used(turns, tokens, cost, elapsed());
    }

    private List<Use> uses() {
        Allowance allowed = limits.allowance();
        Used used = used();
        var uses =
                new ArrayList<Use>(
                        uses(
                                0,
                                used,
                                new StepAllowance(
                                        OptionalInt.of(limits.turns()),
                                        allowed.tokens(),
                                        allowed.cost(),
                                        allowed.time())));
        allowed.steps().ifPresent(most -> uses.add(steps(most)));
        inHand.ifPresent(step ->
                uses.addAll(uses(step.step(), used.minus(step.before()), limits.perStep())));
        return uses;
    }

    /// @param step 0 for the run
    private static List<Use> uses(int step, Used used, StepAllowance allowed) {
        String whose =
                step == 0
                        ? ", and this run allows "
                        : " in step %d, and each step allows ".formatted(step);
        var uses = new ArrayList<Use>();
        allowed.turns()
                .ifPresent(most ->
                        uses.add(
                                new Use(
                                        new Limit(Kind.TURNS, step),
                                        used.turns(),
                                        most,
                                        "the model was asked %,d times%s%,d"
                                                .formatted(used.turns(), whose, most))));
        allowed.tokens()
                .ifPresent(most ->
                        uses.add(
                                new Use(
                                        new Limit(Kind.TOKENS, step),
                                        used.tokens(),
                                        most,
                                        "%,d tokens were used%s%,d"
                                                .formatted(used.tokens(), whose, most))));
        uses.addAll(measured(step, used, allowed, whose));
        return uses;
    }

    private static List<Use> measured(int step, Used used, StepAllowance allowed, String whose) {
        var uses = new ArrayList<Use>();
        allowed.cost()
                .ifPresent(most ->
                        uses.add(
                                new Use(
                                        new Limit(Kind.COST, step),
                                        used.cost().nanos(),
                                        most.nanos(),
                                        "%s were spent%s%s".formatted(used.cost(), whose, most))));
        allowed.time()
                .ifPresent(most ->
                        uses.add(
                                new Use(
                                        new Limit(Kind.TIME, step),
                                        used.time().toMillis(),
                                        most.toMillis(),
                                        "it took %s%s%s"
                                                .formatted(
                                                        words(used.time()), whose, words(most)))));
        return uses;
    }

    private Use steps(long most) {
        return new Use(
                new Limit(Kind.STEPS, 0),
                steps,
                most,
                "%,d steps of the plan were begun, and this run allows %,d".formatted(steps, most));
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
