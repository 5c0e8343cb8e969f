package kiro.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers and lengths of time as settings write them.
final class Numbers {
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern TIME_SPAN =
            Pattern.compile("(?:([0-9]{1,5})h)?(?:([0-9]{1,7})m)?(?:([0-9]{1,8})s)?");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private Numbers() {}

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    static Optional<Integer> positive(String text) {
        if (!POSITIVE.matcher(text).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return number > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) number);
    }

    static Optional<Duration> timeSpan(String text) {
        Matcher parts = TIME_SPAN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration span =
                Duration.ofHours(part(parts, 1))
                        .plusMinutes(part(parts, 2))
                        .plusSeconds(part(parts, 3));
        return span.isZero() ? Optional.empty() : Optional.of(span);
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
