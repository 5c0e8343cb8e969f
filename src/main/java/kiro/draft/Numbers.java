package kiro.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.TextDocument;

/// The running numbers of a new spec, to which nothing refers yet: lines that were doubled or left out leave neither
/// gaps nor numbers that are there twice.
final class Numbers {
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<before>\\s*[-*+]\\s+\\[[ xX]\\]\\s+AC-)(?<number>\\d+)(?<after>:.*)");
    private static final Pattern ITEM =
            Pattern.compile("(?<before>)(?<number>\\d+)(?<after>[.)]\\s.*)");
    private static final Pattern CLAUSE =
            Pattern.compile("(?<before>\\d+\\.)(?<number>\\d+)(?<after>[.:)]?\\s.*)");

    private final Map<String, Integer> last = new HashMap<>();

    private Numbers() {}

    static TextDocument counted(TextDocument document) {
        var numbers = new Numbers();
        var lines = new ArrayList<TextDocument.Line>();
        for (TextDocument.Line line : document.lines()) {
            if (line.text().startsWith("#")) {
                numbers.last.remove("item");
            }
            lines.add(new TextDocument.Line(numbers.counted(line.text()), line.end()));
        }
        return new TextDocument(document.hasByteOrderMark(), lines);
    }

    private String counted(String line) {
        for (Pattern pattern : List.of(LABEL, CLAUSE, ITEM)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                String key =
                        pattern == LABEL
                                ? "label"
                                : pattern == ITEM ? "item" : matcher.group("before");
                int number =
                        last.merge(
                                key,
                                Integer.parseInt(matcher.group("number")),
                                (before, _) -> before + 1);
                return matcher.group("before") + number + matcher.group("after");
            }
        }
        return line;
    }
}
