package kiro.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Markdown makes of a line, which the words of a proposal must not change.
///
/// @param lead list mark, box and number before the words; empty for a line of a paragraph
record LineShape(Kind kind, String lead, int cells) {
    private static final Pattern LEAD =
            Pattern.compile(
                    "(?<lead>\\s*(?:(?:[-*+]|\\d{1,4}[.)])\\s+)?(?:\\[[ xX~-]\\]\\*?\\s+)?"
                            + "(?:(?:[A-Z]{1,6}-\\d{1,4}:|\\d{1,3}(?:\\.\\d{1,3})+[.:)]?)\\s+)?)(?<words>.*)");
    private static final Pattern MARK = Pattern.compile("\\s*(?:[-*+]|\\d{1,4}[.)])\\s.*");
    private static final Pattern NOT_PROSE =
            Pattern.compile("\\s*(?:#|>|```|~~~|\\||<|(?:[-*_]\\s*){3,}$|={3,}\\s*$).*");

    enum Kind {
        ITEM,
        /// A paragraph that begins with a number: `2.1 WHEN ...`.
        NUMBERED,
        PROSE,
        ROW,
        HEADING
    }

    /// An item of a list with nothing before its words but the mark.
    static final LineShape ITEM = new LineShape(Kind.ITEM, "- ", 0);

    static LineShape of(String line) {
        String start = line.stripLeading();
        if (start.startsWith("#")) {
            String marks =
                    line.substring(0, line.length() - start.replaceFirst("^#+\\s*", "").length());
            return new LineShape(Kind.HEADING, marks, 0);
        }
        if (start.startsWith("|")) {
            return new LineShape(Kind.ROW, "", cells(start));
        }
        Matcher matcher = LEAD.matcher(line);
        String lead = matcher.matches() ? matcher.group("lead") : "";
        if (lead.isBlank()) {
            return new LineShape(Kind.PROSE, "", 0);
        }
        return new LineShape(MARK.matcher(line).matches() ? Kind.ITEM : Kind.NUMBERED, lead, 0);
    }

    /// The line that words of a proposal make; empty where they would be something else.
    Optional<String> with(String proposed) {
        String text = proposed.strip();
        return switch (kind) {
            case ROW ->
                    text.startsWith("|") && text.endsWith("|") && cells(text) == cells
                            ? Optional.of(text)
                            : Optional.empty();
            case HEADING -> said(text.replaceFirst("^#+\\s*", ""));
            case PROSE -> said(text);
            case ITEM, NUMBERED -> said(words(text));
        };
    }

    /// The words of a line that this shape made.
    String wordsOf(String line) {
        return line.substring(lead.length());
    }

    /// In words, for whoever proposed something else.
    String demand() {
        return switch (kind) {
            case ROW -> "a row of the table with %d cells".formatted(cells);
            case HEADING -> "the words of a heading";
            case PROSE -> "a paragraph on one line, no list, heading or code block";
            case ITEM, NUMBERED -> "the words of one list item";
        };
    }

    /// Whether several lines can stand in place of one.
    boolean isRepeatable() {
        return kind != Kind.HEADING;
    }

    private Optional<String> said(String words) {
        boolean isSaid = !words.isBlank() && !NOT_PROSE.matcher(words).matches();
        return isSaid && (kind != Kind.PROSE || !MARK.matcher(words).matches())
                ? Optional.of(lead + words)
                : Optional.empty();
    }

    /// What a model wrote before the words, as the line has it already.
    private static String words(String text) {
        Matcher matcher = LEAD.matcher(text);
        return matcher.matches() && !matcher.group("lead").matches("\\d+\\.\\d+\\s+")
                ? matcher.group("words")
                : text;
    }

    private static int cells(String row) {
        int cells = -1;
        for (int i = 0; i < row.length(); i++) {
            boolean isBar = row.charAt(i) == '|' && (i == 0 || row.charAt(i - 1) != '\\');
            cells += isBar ? 1 : 0;
        }
        return cells;
    }
}
