package kiro.model;

/// What a model's tokens cost, each kind by the million.
public record Price(Money input, Money cacheRead, Money cacheWrite, Money output) {
    /// For what costs nothing.
    public static final Price NOTHING = new Price(Money.NONE, Money.NONE, Money.NONE, Money.NONE);

    private static final long MILLION = 1_000_000;

    /// What this use costs, rounded up to the billionth of a dollar.
    public Money of(Usage usage) {
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
