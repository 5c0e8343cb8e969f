package kiro.steering.project;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.steering.rule.Violation;
import kiro.text.SourceSpan;

/// Reads `kiro:waive RULE owner=NAME until=DAY REASON` in the comments of code.
final class WaiverComment {
    private static final Pattern FORM =
            Pattern.compile("(?://|#|/\\*|\\*|--|<!--)\\s*kiro:waive\\s+(\\S+)([^\\n]*)");
    private static final Pattern OWNER = Pattern.compile("\\bowner=(\\S+)");
    private static final Pattern UNTIL = Pattern.compile("\\buntil=(\\d{4}-\\d{2}-\\d{2})\\b");

    private WaiverComment() {}

    /// What stands at a violation about it.
    sealed interface Found {
        record Waives(Waiver waiver) implements Found {}

        /// It is about the rule, and lacks what makes it hold.
        record Incomplete(SourceSpan span) implements Found {}
    }

    /// The comment in the line of a violation or in the one above it.
    static Optional<Found> at(Violation violation, byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        int line = violation.span().line();
        return in(violation, lines, line).or(() -> in(violation, lines, line - 1));
    }

    private static Optional<Found> in(Violation violation, List<String> lines, int number) {
        if (number < 1 || number > lines.size()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(lines.get(number - 1));
        if (!form.find() || !form.group(1).equals(violation.rule().id().value())) {
            return Optional.empty();
        }
        var span = new SourceSpan(number, form.start() + 1, number, form.end() + 1);
        Matcher owner = OWNER.matcher(form.group(2));
        Matcher until = UNTIL.matcher(form.group(2));
        if (!owner.find() || !until.find() || WaiverFile.day(until.group(1)).isEmpty()) {
            return Optional.of(new Found.Incomplete(span));
        }
        return Optional.of(
                new Found.Waives(
                        new Waiver(
                                form.group(1),
                                List.of(),
                                owner.group(1),
                                WaiverFile.day(until.group(1)).orElseThrow(),
                                form.group(2)
                                        .replace(owner.group(), "")
                                        .replace(until.group(), "")
                                        .replace("*/", "")
                                        .replace("-->", "")
                                        .strip(),
                                violation.path(),
                                span)));
    }
}
