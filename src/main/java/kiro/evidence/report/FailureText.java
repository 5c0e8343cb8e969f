package kiro.evidence.report;

import java.util.List;
import java.util.regex.Pattern;
import kiro.evidence.TestOutcome;

/// What a report says of a failure, cut to what helps to repair it.
final class FailureText {
    /// Characters of a failure's text that are kept.
    static final int LONGEST = 4_000;

    private static final int TRACE_LINES = 12;

    /// A control sequence for colours, its first character as Surefire writes it.
    private static final Pattern ESCAPE =
            Pattern.compile("(?:\\u001b|&(?:amp;?)?#27;)(?:\\[[0-9;?]*[A-Za-z])?");

    private FailureText() {}

    /// The message, and the first lines of the trace where they say more. An error keeps its type, which
    /// is half of what it says; that of a failed assertion says nothing.
    static String of(TestOutcome outcome, String type, String message, String trace) {
        boolean isAssertion = outcome == TestOutcome.FAILED;
        String head = cut(plain(message));
        if (isAssertion && head.startsWith(type + ": ")) {
            head = head.substring(type.length() + 2);
        }
        String body = firstLines(plain(trace));
        if (body.isEmpty() || head.contains(body)) {
            return head;
        }
        String first = body.lines().findFirst().orElse("");
        if (!first.contains(head)) {
            return cut(head + "\n" + body);
        }
        return isAssertion && !head.isEmpty() ? cut(head + body.substring(first.length())) : body;
    }

    private static String plain(String text) {
        return ESCAPE.matcher(text).replaceAll("").strip();
    }

    private static String firstLines(String text) {
        List<String> lines = text.lines().limit(TRACE_LINES).toList();
        return cut(String.join("\n", lines));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
