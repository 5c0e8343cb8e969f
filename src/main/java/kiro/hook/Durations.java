package kiro.hook;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths of time as people write them: `200ms`, `30s`, `10m`, `1h30m`. A number alone is seconds.
final class Durations {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?(?:(\\d{1,9})ms)?");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        String plain = text.strip();
        if (plain.matches("\\d{1,7}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(plain)));
        }
        Matcher parts = FORM.matcher(plain);
        if (plain.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofHours(number(parts.group(1)))
                        .plusMinutes(number(parts.group(2)))
                        .plusSeconds(number(parts.group(3)))
                        .plusMillis(number(parts.group(4))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    static String words(Duration time) {
        var words = new StringBuilder();
        part(words, time.toHours(), "h");
        part(words, time.toMinutesPart(), "m");
        part(words, time.toSecondsPart(), "s");
        part(words, time.toMillisPart(), "ms");
        return words.isEmpty() ? "0s" : words.toString();
    }

    private static void part(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(count).append(unit);
        }
    }
}
