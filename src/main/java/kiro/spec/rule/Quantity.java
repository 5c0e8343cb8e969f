package kiro.spec.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.spec.sentence.Token;

/// A number with its unit, in the base of the unit's kind.
///
/// @param kind such as `time`; the unit's own name where it is of no known kind
/// @param amount in milliseconds, bytes, or as it stands
/// @param length how many tokens it takes
record Quantity(String kind, BigDecimal amount, int length) {
    private record Unit(String kind, long factor) {}

    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    Map.entry("ms", new Unit("time", 1)),
                    Map.entry("millisecond", new Unit("time", 1)),
                    Map.entry("s", new Unit("time", 1_000)),
                    Map.entry("sec", new Unit("time", 1_000)),
                    Map.entry("second", new Unit("time", 1_000)),
                    Map.entry("min", new Unit("time", 60_000)),
                    Map.entry("minute", new Unit("time", 60_000)),
                    Map.entry("h", new Unit("time", 3_600_000)),
                    Map.entry("hour", new Unit("time", 3_600_000)),
                    Map.entry("day", new Unit("time", 86_400_000)),
                    Map.entry("week", new Unit("time", 604_800_000)),
                    Map.entry("byte", new Unit("size", 1)),
                    Map.entry("kb", new Unit("size", 1_000)),
                    Map.entry("mb", new Unit("size", 1_000_000)),
                    Map.entry("gb", new Unit("size", 1_000_000_000)),
                    Map.entry("kib", new Unit("size", 1_024)),
                    Map.entry("mib", new Unit("size", 1_048_576)));

    /// The quantity whose number is this token; empty where the digits are an ordinal, a version or a range.
    static Optional<Quantity> of(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        int end = 0;
        while (end < text.length() && isPart(text, end)) {
            end++;
        }
        String digits = text.substring(0, end).replace(",", "");
        String suffix = text.substring(end).toLowerCase(Locale.ROOT);
        if (digits.length() > 15 || !digits.matches("\\d+(\\.\\d+)?") || isRange(tokens, at)) {
            return Optional.empty();
        }
        var number = new BigDecimal(digits);
        if (!suffix.isEmpty()) {
            return unit(suffix.replace("-", "")).map(unit -> quantity(unit, number, 1));
        }
        if (at + 1 == tokens.size()) {
            return Optional.of(new Quantity("", number.stripTrailingZeros(), 1));
        }
        Token next = tokens.get(at + 1);
        if (next.isMark('%')) {
            return Optional.of(new Quantity("%", number.stripTrailingZeros(), 2));
        }
        boolean isUnit = next.is(Token.Kind.WORD) && !Words.isEmpty(next);
        return Optional.of(
                unit(next.key())
                        .map(unit -> quantity(unit, number, 2))
                        .orElseGet(() ->
                                new Quantity(
                                        isUnit ? next.stem() : "",
                                        number.stripTrailingZeros(),
                                        isUnit ? 2 : 1)));
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean isRange(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at + 1).isMark('-')
                        || tokens.get(at + 1).isMark('\u2013')
                        || tokens.get(at + 1).isMark('/')
                        || tokens.get(at + 1).is("to")
                        || tokens.get(at + 1).is("or"));
    }

    private static Optional<Unit> unit(String word) {
        return Optional.ofNullable(UNITS.get(word))
                .or(() -> Optional.ofNullable(UNITS.get(Words.stem(word))));
    }

    private static Quantity quantity(Unit unit, BigDecimal number, int length) {
        BigDecimal amount = number.multiply(BigDecimal.valueOf(unit.factor()));
        return new Quantity(unit.kind(), amount.stripTrailingZeros(), length);
    }
}
