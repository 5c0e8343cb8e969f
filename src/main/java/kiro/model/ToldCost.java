package kiro.model;

import java.util.Optional;

/// About what a token has cost that each request of a conversation told again: as large a share of what the request
/// cost as it was of its tokens. What was read from a cache is cheaper for all of them alike.
public final class ToldCost {
    private double each;
    private double sent;
    private boolean isCounted;
    private boolean isUnknown;

    /// Counts a request.
    ///
    /// @param price of the model that answered it; empty where it is not known
    public synchronized void add(Usage usage, Optional<Price> price) {
        long told = usage.input() + usage.cacheRead() + usage.cacheWrite();
        if (told == 0) {
            return;
        }
        isCounted = true;
        isUnknown |= price.isEmpty();
        price.map(known -> known.of(sent(usage)))
                .ifPresent(cost -> {
                    each += (double) cost.nanos() / told;
                    sent += cost.nanos();
                });
    }

    private static Usage sent(Usage usage) {
        return new Usage(usage.input(), usage.cacheRead(), usage.cacheWrite(), 0, 0);
    }

    /// Whether a provider counted any tokens.
    public synchronized boolean isCounted() {
        return isCounted;
    }

    /// What a part has cost; empty where nothing was counted, or the price of a model that was told it is not known.
    ///
    /// @param tokens about how many the part has
    /// @param all about how many all parts have: they do not cost more than the requests
    public synchronized Optional<Money> of(long tokens, long all) {
        if (!isCounted || isUnknown) {
            return Optional.empty();
        }
        double together = each * all;
        double scale = together > sent ? sent / together : 1;
        return Optional.of(new Money(Math.round(each * tokens * scale)));
    }

    /// What all that was told has cost, with the same exceptions.
    public synchronized Optional<Money> all() {
        return isCounted && !isUnknown
                ? Optional.of(new Money(Math.round(sent)))
                : Optional.empty();
    }
}
