package kiro.cli.run;

import java.time.Duration;
import java.util.Locale;

/// Spans of time as people read them.
public final class Elapsed {
    private Elapsed() {}

    /// In whole seconds, such as `12 s`, `3:05`, `1:02:00`.
    public static String of(Duration time) {
        long seconds = Math.max(time.toSeconds(), 0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// With a tenth of a second, such as `2.5 s`.
    public static String precise(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
