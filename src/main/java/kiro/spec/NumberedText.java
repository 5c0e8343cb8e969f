package kiro.spec;

import java.util.Optional;
import java.util.regex.Matcher;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Lines of a paragraph that begin with a number and are meant as one item.
final class NumberedText {
    private final StringBuilder words = new StringBuilder();
    private final Optional<CriterionId> id;
    private final int number;
    private final int firstLine;
    private int lastLine;

    /// None: the paragraph has not come to a number yet.
    NumberedText() {
        this.id = Optional.empty();
        this.number = 0;
        this.firstLine = 0;
    }

    /// @param line matched, with groups `id`, `number` and `words`
    NumberedText(Matcher line, int firstLine) {
        this.id = Optional.ofNullable(line.group("id")).flatMap(CriterionId::parse);
        this.number = line.group("number") == null ? 0 : Integer.parseInt(line.group("number"));
        this.firstLine = firstLine;
        this.lastLine = firstLine;
        words.append(line.group("words"));
    }

    boolean isOpen() {
        return firstLine > 0;
    }

    void goOn(String line, int at) {
        words.append('\n').append(line);
        lastLine = at;
    }

    Optional<CriterionId> id() {
        return id;
    }

    /// The number, where it is one without a dot; else 0.
    int number() {
        return number;
    }

    String words() {
        return words.toString();
    }

    SourceSpan span(TextDocument document) {
        return new SourceSpan(
                firstLine,
                VisibleLines.indent(document.line(firstLine)) + 1,
                lastLine,
                document.line(lastLine).length() + 1);
    }
}
