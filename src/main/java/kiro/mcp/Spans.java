package kiro.mcp;

import java.math.BigDecimal;
import java.time.Duration;

/// Lengths of time, in words.
final class Spans {
    private Spans() {}

    static String words(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3).stripTrailingZeros().toPlainString()
                + " seconds";
    }
}
