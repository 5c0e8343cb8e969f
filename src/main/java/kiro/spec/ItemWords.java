package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The words of a list item with those of the items below it, on one line: they say what the item means. Items
/// with a box of their own speak for themselves; block quotes are remarks, but for
/// one that an item begins with: `>90% of the lines`.
final class ItemWords {
    private final MarkdownTree tree;

    ItemWords(MarkdownTree tree) {
        this.tree = tree;
    }

    Commented of(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph only && only.getNext() == null) {
            Commented commented = Commented.of(raw(only));
            return commented.withText(oneLine(commented.text()));
        }
        var parts = new ArrayList<String>();
        var comments = new ArrayList<String>();
        collect(item, parts, comments);
        return new Commented(joined(parts), comments);
    }

    /// The words of all items of a list, each as one that stands below another.
    Commented ofAll(ListBlock list) {
        var parts = new ArrayList<String>();
        var comments = new ArrayList<String>();
        collectItems(list, parts, comments);
        return new Commented(String.join("", parts), comments);
    }

    boolean hasBox(ListItem item) {
        Node first = item.getFirstChild();
        return first != null && Checkbox.length(raw(first)) > 0;
    }

    private void collect(Node item, List<String> parts, List<String> comments) {
        for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
            switch (block) {
                case Paragraph paragraph -> addText(raw(paragraph), parts, comments);
                case LinkReferenceDefinition definition ->
                        addText(raw(definition), parts, comments);
                case org.commonmark.node.Heading heading ->
                        addText(String.join(" ", tree.lines(heading)), parts, comments);
                case HtmlBlock html -> comments.addAll(Commented.of(html.getLiteral()).comments());
                case FencedCodeBlock code -> parts.add("`" + oneLine(code.getLiteral()) + "`");
                case IndentedCodeBlock code -> parts.add("`" + oneLine(code.getLiteral()) + "`");
                case ListBlock list -> collectItems(list, parts, comments);
                case BlockQuote quote when parts.isEmpty() -> addText(raw(quote), parts, comments);
                default -> {}
            }
        }
    }

    private void collectItems(ListBlock list, List<String> parts, List<String> comments) {
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListItem item && !hasBox(item)) {
                var below = new ArrayList<String>();
                collect(item, below, comments);
                parts.add("; " + joined(below));
            }
        }
    }

    private void addText(String raw, List<String> parts, List<String> comments) {
        Commented commented = Commented.of(raw);
        parts.add(oneLine(commented.text()));
        comments.addAll(commented.comments());
    }

    private String raw(Node block) {
        return tree.raw(block).strip();
    }

    private static String joined(List<String> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var text = new StringBuilder();
        for (String part : parts) {
            boolean isBelow = part.startsWith("; ");
            boolean isIntroduced =
                    text.isEmpty() || ":;,".indexOf(text.charAt(text.length() - 1)) >= 0;
            text.append(isBelow && isIntroduced ? part.substring(1) : isBelow ? part : " " + part);
        }
        return text.toString().strip();
    }

    /// The text with every stretch of white space made one space.
    static String oneLine(String text) {
        String stripped = text.strip();
        return isOneLine(stripped) ? stripped : joined(stripped);
    }

    private static boolean isOneLine(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' ? c < ' ' || before == ' ' : c > '~' && Character.isWhitespace(c)) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String joined(String text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                line.append(c);
            } else if (line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
