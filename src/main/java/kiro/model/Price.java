package kiro.model;

import java.util.Optional;

/// What a model's tokens cost, each kind by the million.
///
/// @param longer what they cost in requests that are longer than some; empty where that is no other price
public record Price(
        Money input, Money cacheRead, Money cacheWrite, Money output, Optional<Longer> longer) {
    /// For what costs nothing.
    public static final Price NOTHING = new Price(Money.NONE, Money.NONE, Money.NONE, Money.NONE);

    private static final long MILLION = 1_000_000;

    /// A price that is the same for requests of any length.
    public Price(Money input, Money cacheRead, Money cacheWrite, Money output) {
        this(input, cacheRead, cacheWrite, output, Optional.empty());
    }

    /// @param above the most tokens that a request may have without costing this
    public record Longer(long above, Price price) {}

    /// What one reply costs that used this, rounded up to the billionth of a dollar.
    public Money of(Usage usage) {
        long request = usage.input() + usage.cacheRead() + usage.cacheWrite();
        return longer.filter(beyond -> request > beyond.above())
                .map(Longer::price)
                .orElse(this)
                .shortly(usage);
    }

    private Money shortly(Usage usage) {
        long millionths =
                Math.addExact(
                        Math.addExact(
                                times(input, usage.input()), times(cacheRead, usage.cacheRead())),
                        Math.addExact(
                                times(cacheWrite, usage.cacheWrite()),
                                times(output, usage.output())));
        return new Money(Math.ceilDiv(millionths, MILLION));
    }

    private static long times(Money price, long tokens) {
        return Math.multiplyExact(price.nanos(), tokens);
    }
}
