package kiro.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The syntax of a source file, whole and independent of the native parser that made it.
///
/// Nodes are numbered in the order of the source, each before the nodes below it, so that a subtree is
/// a range of numbers and a walk is a loop: no depth of nesting can exhaust the stack.
public final class SyntaxTree {
    private final Grammar language;
    private final NativeGrammar grammar;
    private final byte[] source;
    private final NodeTable nodes;
    private final int[] lines;

    /// Found when they are first asked for, since several readers of a file ask. They do not depend on who finds them.
    private @Nullable List<Call> calls;

    SyntaxTree(Grammar language, NativeGrammar grammar, byte[] source, NodeTable nodes) {
        this.language = language;
        this.grammar = grammar;
        this.source = source;
        this.nodes = nodes;
        this.lines = lines(source);
    }

    public Grammar language() {
        return language;
    }

    public SyntaxNode root() {
        return new SyntaxNode(this, 0);
    }

    /// How many nodes there are.
    public int size() {
        return nodes.size();
    }

    public SyntaxNode node(int index) {
        return new SyntaxNode(this, index);
    }

    /// Whether some of the source does not follow the grammar.
    public boolean hasErrors() {
        return firstErrorLine() > 0;
    }

    /// The line of the first part that does not follow the grammar; 0 when there is none.
    public int firstErrorLine() {
        for (int i = 0; i < size(); i++) {
            if (isError(i) || nodes.isMissing(i)) {
                return line(nodes.start(i));
            }
        }
        return 0;
    }

    /// How many bytes stand in parts that do not follow the grammar, and one for each that is missing.
    int faults() {
        int faults = 0;
        for (int i = 0; i < size(); i++) {
            if (isError(i)) {
                faults += 1 + nodes.end(i) - nodes.start(i);
            } else if (nodes.isMissing(i)) {
                faults++;
            }
        }
        return faults;
    }

    /// How many lines the source has.
    public int lineCount() {
        return lines.length;
    }

    List<Call> calls() {
        List<Call> known = calls;
        if (known == null) {
            known = Calls.in(this);
            calls = known;
        }
        return known;
    }

    String text(int start, int end) {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    byte byteAt(int offset) {
        return source[offset];
    }

    /// The line that a byte stands in, from 1.
    int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The byte that a line starts with.
    int lineStart(int line) {
        return lines[line - 1];
    }

    /// Calls for each node of a range that is of one of these kinds.
    void each(int first, int after, Set<String> kinds, Consumer<SyntaxNode> visitor) {
        boolean[] wanted = grammar.symbols(kinds);
        for (int at = first; at < after; at++) {
            if (wanted[nodes.symbol(at)]) {
                visitor.accept(node(at));
            }
        }
    }

    /// The kind of a node.
    public String kind(int index) {
        return grammar.kind(nodes.symbol(index));
    }

    String field(int index) {
        return grammar.field(nodes.field(index));
    }

    /// Whether a node stands for a rule, rather than for a fixed text.
    public boolean isNamed(int index) {
        return grammar.isRule(nodes.symbol(index));
    }

    boolean isError(int index) {
        return nodes.symbol(index) == NativeGrammar.ERROR_SYMBOL;
    }

    boolean isMissing(int index) {
        return nodes.isMissing(index);
    }

    int start(int index) {
        return nodes.start(index);
    }

    int end(int index) {
        return nodes.end(index);
    }

    /// The number of the node above another.
    public int parent(int index) {
        return nodes.parent(index);
    }

    /// The number of the first node that is not below another.
    public int after(int index) {
        return nodes.after(index);
    }

    private static int[] lines(byte[] source) {
        int count = 1;
        for (byte each : source) {
            if (each == '\n') {
                count++;
            }
        }
        var starts = new int[count];
        int line = 1;
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }
}
