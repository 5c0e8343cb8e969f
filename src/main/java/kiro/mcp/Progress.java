package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.math.BigDecimal;
import kiro.tool.Untrusted;

/// Words how far a server says it has come with a call.
final class Progress {
    private static final int LONGEST = 200;

    private Progress() {}

    /// `12 of 40: indexing`, as far as the server says that.
    static String words(ProgressNotification progress) {
        String count =
                number(progress.progress())
                        + (progress.total() == null ? "" : " of " + number(progress.total()));
        String message =
                progress.message() == null
                        ? ""
                        : Failures.oneLine(Untrusted.clean(progress.message())).strip();
        String bounded =
                message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        return bounded.isEmpty() ? count : count + ": " + bounded;
    }

    private static String number(Double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "?";
    }
}
