package kiro.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of US dollars, exact to their billionth part: what a token costs is far below a cent.
public record Money(long nanos) implements Comparable<Money> {
    public static final Money NONE = new Money(0);

    private static final Pattern TEXT = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    private static final int SCALE = 9;
    private static final int SHOWN = 4;

    /// Reads an amount such as `2.50`.
    public static Optional<Money> parse(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new Money(new BigDecimal(text).movePointRight(SCALE).longValue()))
                : Optional.empty();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(nanos, other.nanos));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(nanos, other.nanos));
    }

    /// The amount without its currency, such as `0.0125`: four decimals, rounded up, so that nothing that costs is shown
    /// as nothing.
    public String dollars() {
        return BigDecimal.valueOf(nanos, SCALE).setScale(SHOWN, RoundingMode.UP).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(nanos, other.nanos);
    }

    /// For people.
    @Override
    public String toString() {
        return "$" + dollars();
    }
}
