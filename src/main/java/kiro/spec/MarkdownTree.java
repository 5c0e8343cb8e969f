package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The block structure of a Markdown file. The text within the blocks is left unparsed: what a spec needs of it
/// is found by hand, and most of the time of reading a spec would go there.
final class MarkdownTree {
    /// No person nests deeper, and every level costs time on every line.
    private static final int DEEPEST = 40;

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(DEEPEST)
                    .inlineParserFactory(context -> (lines, node) -> {})
                    .build();

    private final TextDocument document;
    private final Node root;

    private MarkdownTree(TextDocument document, Node root) {
        this.document = document;
        this.root = root;
    }

    static MarkdownTree of(TextDocument document) {
        Optional<FrontMatter> head = FrontMatter.of(document);
        int lines = head.isPresent() ? head.get().lastLine() : 0;
        Optional<Node> plain = PlainBlocks.read(document, start(document, lines), lines);
        return plain.isPresent() ? new MarkdownTree(document, plain.get()) : parsed(document, head);
    }

    /// The index at which the line with this index begins.
    private static int start(TextDocument document, int line) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            TextDocument.Line each = document.lines().get(i);
            start += each.text().length() + each.end().length();
        }
        return start;
    }

    /// What the parser makes of it.
    static MarkdownTree parsed(TextDocument document) {
        return parsed(document, FrontMatter.of(document));
    }

    private static MarkdownTree parsed(TextDocument document, Optional<FrontMatter> head) {
        if (head.isEmpty()) {
            return new MarkdownTree(document, PARSER.parse(document.text()));
        }
        var below = new StringBuilder();
        for (int i = 0; i < document.lines().size(); i++) {
            // with the ends of empty lines as they are, a CR and a LF would become one
            TextDocument.Line line = document.lines().get(i);
            below.append(i < head.get().lastLine() ? "\n" : line.text() + line.end());
        }
        return new MarkdownTree(document, PARSER.parse(below.toString()));
    }

    /// The blocks that stand directly in a block, or in the document.
    List<Node> blocks() {
        return children(root);
    }

    static List<Node> children(Node block) {
        var children = new ArrayList<Node>();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /// Where a block stands, from the first character of its first line to the end of its last.
    static SourceSpan span(Node block) {
        var spans = block.getSourceSpans();
        var first = spans.getFirst();
        var last = spans.getLast();
        return new SourceSpan(
                first.getLineIndex() + 1,
                first.getColumnIndex() + 1,
                last.getLineIndex() + 1,
                last.getColumnIndex() + last.getLength() + 1);
    }

    /// The lines of a block, joined as they stand in the file.
    String raw(Node block) {
        var spans = block.getSourceSpans();
        return spans.size() == 1 ? line(spans.getFirst()) : String.join("\n", lines(block));
    }

    private String line(org.commonmark.node.SourceSpan span) {
        int start = span.getColumnIndex();
        return document.line(span.getLineIndex() + 1).substring(start, start + span.getLength());
    }

    /// The lines of a block as they stand in the file, without what belongs to the blocks around it.
    List<String> lines(Node block) {
        var spans = block.getSourceSpans();
        var lines = new ArrayList<String>(spans.size());
        for (var span : spans) {
            lines.add(line(span));
        }
        return lines;
    }
}
