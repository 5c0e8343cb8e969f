package kiro.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Usage;

/// What the replies of a run have used, and cost, step by step: each at the price of the model that gave it.
final class Costs {
    private static final int NO_STEP = 0;

    private final ModelRoutes routes;
    private final Map<Integer, Sum> sums = new TreeMap<>();
    private int step = NO_STEP;

    Costs(ModelRoutes routes) {
        this.routes = routes;
    }

    /// @param money of what has a price
    /// @param isUnknown whether something of it has none
    private record Sum(Usage usage, Money money, boolean isUnknown) {
        private static final Sum NOTHING = new Sum(Usage.NONE, Money.NONE, false);

        private Sum plus(Sum more) {
            return new Sum(
                    usage.plus(more.usage), money.plus(more.money), isUnknown || more.isUnknown);
        }

        private RunReport.Share share(int step) {
            return new RunReport.Share(
                    step == NO_STEP ? OptionalInt.empty() : OptionalInt.of(step),
                    usage,
                    isUnknown ? Optional.empty() : Optional.of(money));
        }
    }

    /// What follows is work on a step.
    synchronized void enter(int number) {
        step = number;
    }

    /// What follows is work on no step.
    synchronized void leave() {
        step = NO_STEP;
    }

    /// Counts a reply; answers what it cost, where that is known.
    synchronized Optional<Money> add(String model, Usage used) {
        Optional<Money> cost =
                used.total() == 0
                        ? Optional.of(Money.NONE)
                        : routes.price(model).map(price -> price.of(used));
        sums.merge(step, new Sum(used, cost.orElse(Money.NONE), cost.isEmpty()), Sum::plus);
        return cost;
    }

    /// What of some replies has a price, together.
    Money known(List<RunState.Reply> replies) {
        return replies.stream()
                .flatMap(reply ->
                        routes.price(reply.model()).map(price -> price.of(reply.usage())).stream())
                .reduce(Money.NONE, Money::plus);
    }

    synchronized Usage usage() {
        return all().usage();
    }

    /// Empty where the price of a model that answered is not known, or of the one that would.
    synchronized Optional<Money> money() {
        Sum all = all();
        boolean isPriced = all.usage().total() > 0 || routes.usual().price().isPresent();
        return all.isUnknown() || !isPriced ? Optional.empty() : Optional.of(all.money());
    }

    /// What each step took, and last what was no work on one.
    synchronized List<RunReport.Share> shares() {
        return sums.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compareUnsigned(one.getKey() - 1, other.getKey() - 1))
                .map(each -> each.getValue().share(each.getKey()))
                .toList();
    }

    private Sum all() {
        return sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }
}
