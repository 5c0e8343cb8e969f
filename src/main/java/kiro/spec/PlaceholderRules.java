package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// The rule that nothing is left open: no blank of a template, no word that promises to write the rest later.
final class PlaceholderRules {
    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*(?<hint>[^{}]*?)\\s*\\}\\}");
    private static final Pattern PROMISE =
            Pattern.compile(
                    "\\b(?:TBD|TODO|TBC|FIXME|XXX)\\b|(?<![\\p{L}\\p{N}?!])\\?{3,}|\\[NEEDS CLARIFICATION\\b[^\\]]*\\]?|(?i:\\blorem ipsum\\b)");

    private PlaceholderRules() {}

    static List<Finding> check(Spec spec, Prose prose) {
        var findings = new ArrayList<Finding>();
        for (Prose.Line line : prose.lines()) {
            if (!isPerhapsOpen(line.text())) {
                continue;
            }
            Matcher blank = BLANK.matcher(line.text());
            while (blank.find()) {
                findings.add(
                        finding(
                                spec,
                                line,
                                blank,
                                "left to fill in: " + blank.group("hint"),
                                "write it in place of '%s', or delete the line"
                                        .formatted(blank.group())));
            }
            Matcher promise = PROMISE.matcher(line.text());
            while (promise.find()) {
                findings.add(
                        finding(
                                spec,
                                line,
                                promise,
                                "left open: '%s'".formatted(promise.group()),
                                "decide it and write it down; where the word itself is meant, put it between backticks"));
            }
        }
        return findings;
    }

    private static Finding finding(
            Spec spec, Prose.Line line, Matcher found, String message, String fix) {
        return Finding.error(
                "spec/placeholder",
                spec.path().value(),
                new SourceSpan(line.number(), found.start() + 1, line.number(), found.end() + 1),
                message,
                fix);
    }

    /// Whether two characters that one of the patterns needs stand beside each other. Most lines have none.
    private static boolean isPerhapsOpen(String line) {
        for (int i = 0; i + 1 < line.length(); i++) {
            char next = line.charAt(i + 1);
            boolean isPerhaps =
                    switch (line.charAt(i)) {
                        case '{', '?', 'X' -> next == line.charAt(i);
                        case 'T' -> next == 'B' || next == 'O';
                        case 'F' -> next == 'I';
                        case '[' -> next == 'N';
                        case 'm', 'M' ->
                                next == ' ' && line.regionMatches(true, i + 2, "ipsum", 0, 5);
                        default -> false;
                    };
            if (isPerhaps) {
                return true;
            }
        }
        return false;
    }
}
