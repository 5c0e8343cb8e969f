package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import kiro.text.TextDocument;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/// What a spec says in words: the lines of its headings, paragraphs and lists, with code and comments blanked out
/// in place, so that an index in a line is a column of the file.
final class Prose {
    private final List<Line> lines;

    /// @param number the line's number in the file
    /// @param text as long as the part of the line that it shows, filled up with spaces at the left
    record Line(int number, String text) {}

    private Prose(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    static Prose of(TextDocument document) {
        return of(document, MarkdownTree.of(document));
    }

    /// @param tree the document's blocks
    static Prose of(TextDocument document, MarkdownTree tree) {
        var lines = new ArrayList<Line>();
        tree.blocks().forEach(block -> collect(block, document, lines));
        return new Prose(lines);
    }

    List<Line> lines() {
        return lines;
    }

    private static void collect(Node block, TextDocument document, List<Line> lines) {
        switch (block) {
            case Paragraph paragraph -> add(paragraph, document, lines);
            case Heading heading -> add(heading, document, lines);
            case LinkReferenceDefinition definition -> add(definition, document, lines);
            case BlockQuote quote -> {}
            default ->
                    MarkdownTree.children(block).forEach(child -> collect(child, document, lines));
        }
    }

    private static void add(Node block, TextDocument document, List<Line> lines) {
        var raw = new StringBuilder();
        for (SourceSpan span : block.getSourceSpans()) {
            String line = document.line(span.getLineIndex() + 1);
            raw.append(line, span.getColumnIndex(), span.getColumnIndex() + span.getLength())
                    .append('\n');
        }
        String[] shown = blanked(raw.toString()).split("\n", -1);
        for (int i = 0; i < block.getSourceSpans().size(); i++) {
            SourceSpan span = block.getSourceSpans().get(i);
            lines.add(
                    new Line(
                            span.getLineIndex() + 1, " ".repeat(span.getColumnIndex()) + shown[i]));
        }
    }

    private static String blanked(String raw) {
        var text = new StringBuilder();
        int lastClose = raw.lastIndexOf("-->");
        int at = 0;
        while (at < raw.length()) {
            int end = hiddenEnd(raw, at, lastClose);
            if (end > at) {
                raw.substring(at, end).chars().forEach(c -> text.append(c == '\n' ? '\n' : ' '));
                at = end;
            } else {
                int next = raw.charAt(at) == '`' ? CodeSpans.end(raw, at) : at + 1;
                text.append(raw, at, next);
                at = next;
            }
        }
        return text.toString();
    }

    /// The end of the comment or code span that begins at an index; the index itself where none does.
    private static int hiddenEnd(String raw, int at, int lastClose) {
        if (raw.startsWith("<!--", at)) {
            return at < lastClose ? raw.indexOf("-->", at) + 3 : at;
        }
        if (raw.charAt(at) != '`') {
            return at;
        }
        int end = CodeSpans.end(raw, at);
        return raw.substring(at, end).chars().allMatch(c -> c == '`') ? at : end;
    }
}
