package kiro.evidence.report;

import java.time.Duration;
import java.util.regex.Pattern;

/// Durations as reports write them.
final class Seconds {
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,9}(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?");

    private Seconds() {}

    /// `0.012`, or `1,234.5` as older Surefires write it; what is no number is no time.
    static Duration of(String text) {
        String plain = text.replace(",", "").strip();
        if (!NUMBER.matcher(plain).matches()) {
            return Duration.ZERO;
        }
        return ofMillis(Double.parseDouble(plain) * 1000);
    }

    static Duration ofMillis(double millis) {
        return millis > 0 && millis < Long.MAX_VALUE
                ? Duration.ofMillis(Math.round(millis))
                : Duration.ZERO;
    }
}
