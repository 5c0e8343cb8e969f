package kiro.evidence;

import java.util.List;

/// What a report says of a failure, cut to what helps to repair it.
final class FailureText {
    /// Characters of a failure's text that are kept.
    static final int LONGEST = 4_000;

    private static final int TRACE_LINES = 12;

    private FailureText() {}

    /// The message, and the first lines of the trace where they say more.
    static String of(String message, String trace) {
        String head = cut(message.strip());
        String body = firstLines(trace.strip());
        if (body.isEmpty() || head.contains(body)) {
            return head;
        }
        return cut(head.isEmpty() || body.contains(head) ? body : head + "\n" + body);
    }

    private static String firstLines(String text) {
        List<String> lines = text.lines().limit(TRACE_LINES).toList();
        return cut(String.join("\n", lines));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
