package kiro.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;

/// A node of a [SyntaxTree]: a rule of the grammar or a fixed text, and the source that it covers.
///
/// @param index its number in the tree
public record SyntaxNode(SyntaxTree tree, int index) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// The name of the rule, such as `method_declaration`, or the fixed text, such as `;`.
    public String kind() {
        return tree.kind(index);
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    public boolean isAny(Set<String> kinds) {
        return kinds.contains(kind());
    }

    /// What it is to its parent, such as `name`; empty when the grammar does not say.
    public String field() {
        return tree.field(index);
    }

    /// Whether it stands for a rule, rather than for a fixed text.
    public boolean isNamed() {
        return tree.isNamed(index);
    }

    /// Whether it holds source that does not follow the grammar.
    public boolean isError() {
        return tree.isError(index);
    }

    /// Whether the source lacks it: the parser went on as if it were there.
    public boolean isMissing() {
        return tree.isMissing(index);
    }

    /// The byte that it starts with.
    public int start() {
        return tree.start(index);
    }

    /// The byte after it.
    public int end() {
        return tree.end(index);
    }

    /// The number of the first node behind it and all that is below it.
    public int after() {
        return tree.after(index);
    }

    /// The line that it starts in, from 1.
    public int line() {
        return tree.line(start());
    }

    /// The line that it ends in, from 1.
    public int endLine() {
        return tree.line(Math.max(start(), end() - 1));
    }

    /// Where it starts; columns count characters as they are in the text, from 1.
    public SourceSpan span() {
        int line = line();
        int column = tree.text(tree.lineStart(line), start()).length() + 1;
        return new SourceSpan(line, column, line, column);
    }

    /// From where it starts to where it ends.
    public SourceSpan range() {
        SourceSpan from = span();
        int last = tree.line(end());
        int column = tree.text(tree.lineStart(last), end()).length() + 1;
        return new SourceSpan(from.line(), from.column(), last, column);
    }

    public String text() {
        return tree.text(start(), end());
    }

    /// The text with each run of white space as one space.
    public String flatText() {
        String text = text().strip();
        return isFlat(text) ? text : SPACES.matcher(text).replaceAll(" ");
    }

    private static boolean isFlat(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at < ' ' || (at == ' ' && text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    public Optional<SyntaxNode> parent() {
        return index == 0 ? Optional.empty() : Optional.of(tree.node(tree.parent(index)));
    }

    /// The node before it below the same parent.
    public Optional<SyntaxNode> previous() {
        int parent = tree.parent(index);
        if (index == 0 || parent == index - 1) {
            return Optional.empty();
        }
        int at = index - 1;
        while (tree.parent(at) != parent) {
            at = tree.parent(at);
        }
        return Optional.of(tree.node(at));
    }

    /// The nearest node above it of one of these kinds.
    public Optional<SyntaxNode> above(Set<String> kinds) {
        for (int at = index; at != 0; ) {
            at = tree.parent(at);
            if (kinds.contains(tree.kind(at))) {
                return Optional.of(tree.node(at));
            }
        }
        return Optional.empty();
    }

    /// All nodes right below it.
    public List<SyntaxNode> children() {
        var children = new ArrayList<SyntaxNode>();
        for (int at = index + 1; at < tree.after(index); at = tree.after(at)) {
            children.add(tree.node(at));
        }
        return children;
    }

    /// The nodes right below it that stand for rules.
    public List<SyntaxNode> named() {
        var children = new ArrayList<SyntaxNode>();
        for (int at = index + 1; at < tree.after(index); at = tree.after(at)) {
            if (tree.isNamed(at)) {
                children.add(tree.node(at));
            }
        }
        return children;
    }

    /// The node right below it that is its `field`.
    public Optional<SyntaxNode> child(String field) {
        for (int at = index + 1; at < tree.after(index); at = tree.after(at)) {
            if (tree.field(at).equals(field)) {
                return Optional.of(tree.node(at));
            }
        }
        return Optional.empty();
    }

    /// The first node right below it of a kind.
    public Optional<SyntaxNode> first(String kind) {
        for (int at = index + 1; at < tree.after(index); at = tree.after(at)) {
            if (tree.kind(at).equals(kind)) {
                return Optional.of(tree.node(at));
            }
        }
        return Optional.empty();
    }

    /// The nodes right below it of a kind.
    public List<SyntaxNode> all(String kind) {
        return children().stream().filter(child -> child.is(kind)).toList();
    }

    /// Calls for each node below it of one of these kinds, in the order of the source.
    public void below(Set<String> kinds, Consumer<SyntaxNode> visitor) {
        tree.each(index + 1, tree.after(index), kinds, visitor);
    }

    /// The nodes below it of one of these kinds, in the order of the source.
    public List<SyntaxNode> below(Set<String> kinds) {
        var found = new ArrayList<SyntaxNode>();
        below(kinds, found::add);
        return found;
    }

    /// Whether a node is this one or below it.
    public boolean contains(SyntaxNode other) {
        return other.index >= index && other.index < tree.after(index);
    }

    @Override
    public String toString() {
        return kind() + "@" + line();
    }
}
