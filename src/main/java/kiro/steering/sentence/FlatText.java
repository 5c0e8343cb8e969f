package kiro.steering.sentence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kiro.text.SourceSpan;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of a paragraph without emphasis and links, code spans kept between single backticks, each line's end as one;
/// and where each character stands in the file.
final class FlatText {
    private final StringBuilder text = new StringBuilder();
    private final int linesAbove;
    private int[] lines = new int[64];
    private int[] columns = new int[64];
    private int[] ends = new int[64];

    private FlatText(int linesAbove) {
        this.linesAbove = linesAbove;
    }

    /// @param linesAbove how many lines of the file stand above the text that was parsed
    static FlatText of(Node block, int linesAbove) {
        var flat = new FlatText(linesAbove);
        flat.collect(block);
        return flat;
    }

    String text() {
        return text.toString();
    }

    /// @param start the first character
    /// @param end the one behind the last
    SourceSpan span(int start, int end) {
        return new SourceSpan(lines[start], columns[start], lines[end - 1], ends[end - 1]);
    }

    private void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> add(words.getLiteral(), words);
                case Code code -> add("`" + code.getLiteral().strip() + "`", code);
                case SoftLineBreak end -> add("\n", end);
                case HardLineBreak end -> add("\n", end);
                case HtmlInline html when isMark(html.getLiteral()) -> {}
                case HtmlInline html -> add(html.getLiteral(), html);
                case Image image -> {}
                default -> collect(node);
            }
        }
    }

    private static boolean isMark(String html) {
        String tag = html.toLowerCase(Locale.ROOT);
        return tag.startsWith("<!--")
                || tag.matches("</?(?:b|i|u|em|strong|kbd|br|sub|sup|a|span|code)(?:[ /][^>]*)?>");
    }

    private void add(String literal, Node node) {
        List<org.commonmark.node.SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            addWithoutPlace(literal);
            return;
        }
        var first = spans.getFirst();
        var last = spans.getLast();
        boolean isEven = spans.size() == 1 && first.getLength() == literal.length();
        for (int i = 0; i < literal.length(); i++) {
            var span = i == 0 || isEven ? first : last;
            int column = isEven ? span.getColumnIndex() + i : span.getColumnIndex();
            int end = isEven ? column + 1 : span.getColumnIndex() + span.getLength();
            put(literal.charAt(i), span.getLineIndex() + linesAbove + 1, column + 1, end + 1);
        }
    }

    private void addWithoutPlace(String literal) {
        int before = text.length() - 1;
        for (int i = 0; i < literal.length(); i++) {
            put(
                    literal.charAt(i),
                    before < 0 ? linesAbove + 1 : lines[before],
                    before < 0 ? 1 : ends[before],
                    before < 0 ? 1 : ends[before]);
        }
    }

    private void put(char c, int line, int column, int end) {
        int at = text.length();
        if (at == lines.length) {
            lines = Arrays.copyOf(lines, at * 2);
            columns = Arrays.copyOf(columns, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        lines[at] = line;
        columns[at] = column;
        ends[at] = end;
        text.append(c);
    }
}
