package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Usage;

/// What the replies of a run have used, and cost: each at the price of the model that gave it.
final class Costs {
    private final ModelRoutes routes;
    private Usage usage = Usage.NONE;
    private Money money = Money.NONE;
    private boolean isUnknown;

    Costs(ModelRoutes routes) {
        this.routes = routes;
    }

    /// Counts a reply; answers what it cost, where that is known.
    synchronized Optional<Money> add(String model, Usage used) {
        Optional<Money> cost =
                used.total() == 0
                        ? Optional.of(Money.NONE)
                        : routes.price(model).map(price -> price.of(used));
        usage = usage.plus(used);
        money = cost.map(money::plus).orElse(money);
        isUnknown |= cost.isEmpty();
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
        return usage;
    }

    /// Empty where the price of a model that answered is not known, or of the one that would.
    synchronized Optional<Money> money() {
        boolean isPriced = usage.total() > 0 || routes.usual().price().isPresent();
        return isUnknown || !isPriced ? Optional.empty() : Optional.of(money);
    }
}
