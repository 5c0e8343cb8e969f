package kiro.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the assertion out of a failure: what was expected, what was there, and where.
final class FailureWords {
    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile("(?s)expected: ?<(?<expected>.*?)> but was: ?<(?<actual>.*?)>"),
                    Pattern.compile(
                            "(?s)[Ee]xpected:\\s*(?<expected>.+?)\\s*but was:\\s*(?<actual>.+?)(?:\\n\\s*at |\\n\\n|$)"),
                    Pattern.compile(
                            "(?s)Expected:?\\s+(?<expected>[^\\n]+)\\s+Received:?\\s+(?<actual>[^\\n]+)"),
                    Pattern.compile(
                            "expected (?<expected>\\S.*?),? (?:but )?(?:got|found|to equal|to be) (?<actual>[^\\n]+)"),
                    Pattern.compile(
                            "(?:AssertionError: )?assert (?<actual>[^\\n]+?) == (?<expected>[^\\n]+)"),
                    Pattern.compile("(?<actual>\\S+) != (?<expected>\\S+)"));

    private FailureWords() {}

    /// @param testFile the name of the file that the test stands in
    static List<String> of(String message, String testFile) {
        var lines = new ArrayList<String>();
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(message);
            if (found.find()) {
                lines.add("expected: " + found.group("expected").strip());
                lines.add("but was: " + found.group("actual").strip());
                break;
            }
        }
        if (lines.isEmpty()) {
            message.lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .ifPresent(line -> lines.add("it says: " + line.strip()));
        }
        place(message, testFile).ifPresent(place -> lines.add("at: " + place));
        return lines;
    }

    private static Optional<String> place(String message, String testFile) {
        String name = testFile.substring(testFile.lastIndexOf('/') + 1);
        Matcher place =
                Pattern.compile(Pattern.quote(name) + "(?::|\", line )(?<line>\\d+)")
                        .matcher(message);
        return place.find() ? Optional.of(testFile + ":" + place.group("line")) : Optional.empty();
    }
}
