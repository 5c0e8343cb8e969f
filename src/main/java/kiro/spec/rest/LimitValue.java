package kiro.spec.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The value of a line on the rate limit: "20/min", "20 requests each minute per user"; "none" is no limit.
final class LimitValue {
    private static final Set<String> NONE = Set.of("none", "no", "unlimited", "-");
    private static final Set<String> QUIET =
            Set.of(
                    "requests",
                    "request",
                    "calls",
                    "per",
                    "each",
                    "every",
                    "a",
                    "an",
                    "in",
                    "within",
                    "for",
                    "/",
                    "at",
                    "most",
                    "up",
                    "to",
                    "the",
                    "api",
                    ",");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "second", Duration.ofSeconds(1),
                    "s", Duration.ofSeconds(1),
                    "sec", Duration.ofSeconds(1),
                    "minute", Duration.ofMinutes(1),
                    "min", Duration.ofMinutes(1),
                    "hour", Duration.ofHours(1),
                    "h", Duration.ofHours(1),
                    "day", Duration.ofDays(1));
    private static final Map<String, RateLimit.Subject> SUBJECTS =
            Map.of(
                    "user", RateLimit.Subject.USER,
                    "caller", RateLimit.Subject.USER,
                    "address", RateLimit.Subject.ADDRESS,
                    "ip", RateLimit.Subject.ADDRESS,
                    "key", RateLimit.Subject.API_KEY);

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Duration> units = new ArrayList<>();
    private final List<RateLimit.Subject> subjects = new ArrayList<>();

    private LimitValue() {}

    static Optional<List<Fact>> read(List<Token> value) {
        if (NONE.contains(Meaning.words(value).toLowerCase(Locale.ROOT))) {
            return Optional.of(List.of());
        }
        var limit = new LimitValue();
        return value.stream().allMatch(limit::take) && limit.isOne()
                ? Optional.of(List.of(new Fact.Limits(limit.limit())))
                : Optional.empty();
    }

    /// Whether the word has a use here.
    private boolean take(Token token) {
        String key = Words.singular(token.key());
        if (token.is(Token.Kind.NUMBER)) {
            return numbers.add(Numbers.whole(token.key()).orElse(0));
        }
        if (UNITS.containsKey(key)) {
            return units.add(UNITS.get(key));
        }
        return SUBJECTS.containsKey(key)
                ? subjects.add(SUBJECTS.get(key))
                : QUIET.contains(token.key());
    }

    private boolean isOne() {
        return units.size() == 1
                && (numbers.size() == 1 || numbers.size() == 2)
                && subjects.stream().distinct().count() <= 1
                && numbers.stream().allMatch(number -> number > 0);
    }

    private RateLimit limit() {
        Duration window = units.getFirst().multipliedBy(numbers.size() == 2 ? numbers.get(1) : 1);
        return new RateLimit(
                numbers.getFirst(),
                window,
                subjects.isEmpty() ? RateLimit.Subject.NOT_STATED : subjects.getFirst());
    }
}
