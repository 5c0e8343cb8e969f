package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Reads the correctness properties of a `design.md`: each begins with a line `Property N: name`, as a heading, in
/// bold or bare, and names what it validates.
final class DesignScan {
    private static final String CORRECTNESS = "Correctness ";
    private static final Pattern PROPERTY =
            Pattern.compile(
                    "\\s*(?:#{1,6}\\s+)?(?:\\*\\*|__)?(?:"
                            + CORRECTNESS
                            + ")?(?i:property)\\s+(?<number>[A-Z]?\\d+(?:\\.\\d+)*)"
                            + "\\s*(?:[:：.–—-]|\\*\\*|$)\\s*(?<name>.*)");
    private static final Pattern VALIDATES =
            Pattern.compile("(?i)\\s*(?:[-*>]\\s+)*[_*]{0,3}validates\\b.*");

    /// How most begin.
    private static final String USUAL = "### Property ";

    private static final String USUAL_VALIDATION = "**Validates: ";

    private final TextDocument document;
    private final List<CorrectnessProperty> properties = new ArrayList<>();
    private final List<Citation> validates = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int firstLine;
    private int lastLine;
    private String number = "";
    private String name = "";

    private DesignScan(TextDocument document) {
        this.document = document;
    }

    static List<CorrectnessProperty> of(VisibleLines lines) {
        var scan = new DesignScan(lines.document());
        lines.forEach(scan::take);
        scan.close();
        return List.copyOf(scan.properties);
    }

    private void take(int at) {
        String line = document.line(at);
        if (isPerhapsProperty(line) && opens(line, at)) {
            return;
        }
        if (firstLine == 0 || line.isBlank()) {
            return;
        }
        if (VisibleLines.headingLevel(line) > 0) {
            close();
            return;
        }
        lastLine = at;
        boolean isValidation =
                line.startsWith(USUAL_VALIDATION)
                        || (isPerhapsValidation(line) && VALIDATES.matcher(line).matches());
        if (isValidation) {
            validates.addAll(CitationLine.of(line, at));
        } else {
            text.append(line).append('\n');
        }
    }

    private boolean opens(String line, int at) {
        int colon = line.indexOf(": ");
        if (line.startsWith(USUAL) && isNumber(line, USUAL.length(), colon)) {
            open(line.substring(USUAL.length(), colon), line.substring(colon + 2), at);
            return true;
        }
        Matcher property = PROPERTY.matcher(line);
        if (property.matches()) {
            open(property.group("number"), property.group("name"), at);
            return true;
        }
        return false;
    }

    private static boolean isNumber(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private void open(String its, String words, int at) {
        close();
        boolean isMarked =
                words.indexOf('*') >= 0 || words.indexOf('_') >= 0 || words.indexOf('#') >= 0;
        number = its;
        name = (isMarked ? words.replaceAll("\\*\\*|__|\\s#+$", "") : words).strip();
        firstLine = at;
        lastLine = at;
    }

    /// Whether a line may be the beginning of a property. Most are told from one by their first letter.
    private static boolean isPerhapsProperty(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetter(line.charAt(at))) {
            at++;
        }
        int word = line.startsWith(CORRECTNESS, at) ? at + CORRECTNESS.length() : at;
        return line.regionMatches(true, word, "property", 0, 8);
    }

    private static boolean isPerhapsValidation(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetter(line.charAt(at))) {
            at++;
        }
        return line.regionMatches(true, at, "validates", 0, 9);
    }

    private void close() {
        if (firstLine > 0 && !(text.isEmpty() && validates.isEmpty())) {
            properties.add(
                    new CorrectnessProperty(
                            number,
                            name,
                            ItemWords.oneLine(text.toString()),
                            validates,
                            new SourceSpan(
                                    firstLine, 1, lastLine, document.line(lastLine).length() + 1)));
        }
        firstLine = 0;
        validates.clear();
        text.setLength(0);
    }
}
