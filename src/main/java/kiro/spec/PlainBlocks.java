package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/// The blocks of plain documents, in one pass over their lines: headings, paragraphs, lists in lists and comments of a line.
/// It answers only what the Markdown parser would, at a fifth of its cost: at the first line that could mean something else, it
/// leaves the document to that.
final class PlainBlocks {
    /// Deeper lists are left to the parser, which has a limit of its own.
    private static final int DEEPEST = 12;

    private final TextDocument document;
    private final String text;
    private final PlainLine line;
    private final Document root = new Document();
    private final List<Level> levels = new ArrayList<>();
    private int number;
    private int start;

    /// The paragraph that the line above belongs to, if it is one.
    private Optional<Paragraph> open = Optional.empty();

    /// A list that may go on, and its last item.
    ///
    /// @param column where the list begins
    /// @param content where the words of the item begin
    private record Level(ListBlock list, ListItem item, int column, int content) {}

    private PlainBlocks(TextDocument document, int at, int number) {
        this.document = document;
        this.text = document.text();
        this.line = new PlainLine(text);
        this.start = at;
        this.number = number;
    }

    /// The document as the parser would give it; empty where only the parser knows.
    ///
    /// @param at the index where it begins
    /// @param line the index of the line that begins there
    static Optional<Node> read(TextDocument document, int at, int line) {
        boolean isOdd = document.has('\r') || document.has('\0');
        return isOdd ? Optional.empty() : new PlainBlocks(document, at, line).read();
    }

    private Optional<Node> read() {
        while (start < text.length()) {
            int end = start + document.line(number + 1).length();
            line.read(start, end);
            if (!isTaken()) {
                return Optional.empty();
            }
            start = end + 1;
            number++;
        }
        return Optional.of(root);
    }

    private boolean isTaken() {
        return switch (line.kind()) {
            case ODD -> false;
            case BLANK -> isBlankTaken();
            case HEADING -> {
                var heading = new Heading();
                heading.setLevel(level());
                addAlone(heading);
                yield true;
            }
            case COMMENT -> {
                var comment = new HtmlBlock();
                comment.setLiteral(text.substring(start, line.end()));
                addAlone(comment);
                yield true;
            }
            case WORDS -> areWordsTaken();
            case ITEM -> isItemTaken();
        };
    }

    /// One of spaces may belong to what is around it.
    private boolean isBlankTaken() {
        open = Optional.empty();
        return line.end() == start;
    }

    private int level() {
        int level = 0;
        while (text.charAt(start + level) == '#') {
            level++;
        }
        return level;
    }

    private void addAlone(Block block) {
        levels.clear();
        open = Optional.empty();
        root.appendChild(block);
        block.addSourceSpan(span(0));
    }

    /// How many of the open items the line stands in; negative where that is not plain.
    private int depth() {
        int depth = 0;
        int column = 0;
        while (depth < levels.size() && levels.get(depth).content() <= line.indent()) {
            column = levels.get(depth).content();
            depth++;
        }
        return line.indent() == column ? depth : -1;
    }

    private boolean areWordsTaken() {
        int depth = depth();
        boolean isLazy = open.isPresent() && depth < levels.size();
        if (depth < 0 || isLazy || isDefinition(line.indent())) {
            return false;
        }
        closeTo(depth);
        if (open.isEmpty()) {
            var paragraph = new Paragraph();
            (depth == 0 ? root : levels.get(depth - 1).item()).appendChild(paragraph);
            open = Optional.of(paragraph);
        }
        mark(depth);
        open.get().addSourceSpan(span(line.indent()));
        return true;
    }

    private boolean isItemTaken() {
        int depth = depth();
        boolean isInterrupting =
                open.isPresent()
                        && depth == levels.size()
                        && line.isOrdered()
                        && line.number() != 1;
        if (depth < 0 || depth >= DEEPEST || isInterrupting || isDefinition(line.content())) {
            return false;
        }
        Optional<Level> list =
                depth < levels.size() ? goingOn(levels.get(depth)) : Optional.empty();
        closeTo(depth);
        Node around = depth == 0 ? root : levels.get(depth - 1).item();
        ListBlock block = list.isPresent() ? list.get().list() : newList(around);
        var item = new ListItem();
        block.appendChild(item);
        mark(depth);
        levels.add(new Level(block, item, line.indent(), line.content()));
        block.addSourceSpan(span(line.indent()));
        item.addSourceSpan(span(line.indent()));
        var paragraph = new Paragraph();
        item.appendChild(paragraph);
        paragraph.addSourceSpan(span(line.content()));
        open = Optional.of(paragraph);
        return true;
    }

    /// The list, where an item with this mark goes on with it.
    private Optional<Level> goingOn(Level level) {
        String mark = String.valueOf(line.mark());
        boolean isSame =
                switch (level.list()) {
                    case BulletList bullets -> mark.equals(bullets.getMarker());
                    case OrderedList ordered -> mark.equals(ordered.getMarkerDelimiter());
                    default -> false;
                };
        return isSame ? Optional.of(level) : Optional.empty();
    }

    private ListBlock newList(Node around) {
        ListBlock list;
        if (line.isOrdered()) {
            var ordered = new OrderedList();
            ordered.setMarkerStartNumber(line.number());
            ordered.setMarkerDelimiter(String.valueOf(line.mark()));
            list = ordered;
        } else {
            var bullets = new BulletList();
            bullets.setMarker(String.valueOf(line.mark()));
            list = bullets;
        }
        around.appendChild(list);
        return list;
    }

    private void closeTo(int depth) {
        while (levels.size() > depth) {
            levels.removeLast();
        }
    }

    /// The line belongs to the lists and items that it stands in, too.
    private void mark(int depth) {
        for (int i = 0; i < depth; i++) {
            Level level = levels.get(i);
            level.list().addSourceSpan(span(level.column()));
            level.item().addSourceSpan(span(level.column()));
        }
    }

    /// Whether the words may define what links to somewhere.
    private boolean isDefinition(int column) {
        return text.charAt(start + column) == '['
                && text.indexOf("]:", start + column, line.end()) >= 0;
    }

    private SourceSpan span(int column) {
        return SourceSpan.of(number, column, start + column, line.end() - start - column);
    }
}
