package kiro.code;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Copies a native tree into arrays by reading the parser's records in place, without a call for each node.
///
/// A small leaf is a word of eight bytes, told by its lowest bit; anything else is the address of a record, before which
/// the words of its parts stand. A part that people do not see has its own parts in its place.
@SuppressWarnings("restricted")
final class SubtreeReader {
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final long PADDING = 4;
    private static final long SIZE = 16;
    private static final long PARTS = 36;
    private static final long SYMBOL = 40;
    private static final long FLAGS = 44;
    private static final long VISIBLE_PARTS = 48;
    private static final long PRODUCTION = 66;

    private static final int VISIBLE = 1;
    private static final int EXTRA = 1 << 2;
    private static final int MISSING_RECORD = 1 << 9;
    private static final int MISSING_LEAF = 1 << 4;

    private final NativeGrammar grammar;
    private final NativeTables tables;
    private final NodeTable nodes;
    private Frame[] stack = new Frame[64];

    /// A record whose parts are being read.
    private static final class Frame {
        long record;
        int parts;
        int next;
        int structural;
        int position;
        int production;
        int field;
        int node;
        boolean isVisible;
    }

    SubtreeReader(NativeGrammar grammar, NativeTables tables, NodeTable nodes) {
        this.grammar = grammar;
        this.tables = tables;
        this.nodes = nodes;
    }

    /// Whether the root is found to be what the library says of it: else its records are of another form.
    boolean isUnderstood(long root, int symbol, int start, int end) {
        return tables.publicSymbol(symbol(root)) == symbol && start + size(root) == end;
    }

    /// @param root the word of the root
    void read(long root, int start) {
        int depth = -1;
        int at = add(root, tables.publicSymbol(symbol(root)), start, -1, 0);
        if (isOpened(root, at)) {
            open(++depth, root, start, at, 0, true);
        } else {
            nodes.close(at);
        }
        while (depth >= 0) {
            Frame frame = stack[depth];
            if (frame.next == frame.parts) {
                if (frame.isVisible) {
                    nodes.close(frame.node);
                }
                depth--;
                continue;
            }
            depth = part(frame, depth);
        }
    }

    /// Reads the next part of a record; answers the depth that the walk goes on at.
    private int part(Frame frame, int depth) {
        long word =
                MEMORY.get(
                        ValueLayout.JAVA_LONG, frame.record - 8L * frame.parts + 8L * frame.next);
        int flags = flags(word);
        boolean isExtra = (flags & EXTRA) != 0;
        int start = frame.next == 0 ? frame.position : frame.position + padding(word);
        int alias = isExtra ? 0 : tables.alias(frame.production, frame.structural);
        int field = isExtra ? 0 : field(frame);
        frame.structural += isExtra ? 0 : 1;
        frame.next++;
        frame.position = start + size(word);
        if (alias != 0 || (flags & VISIBLE) != 0) {
            int symbol = tables.publicSymbol(alias != 0 ? alias : symbol(word));
            int at = add(word, symbol, start, frame.node, field);
            if (isOpened(word, at)) {
                open(depth + 1, word, start, at, 0, true);
                return depth + 1;
            }
            nodes.close(at);
        } else if (parts(word) > 0 && MEMORY.get(ValueLayout.JAVA_INT, word + VISIBLE_PARTS) > 0) {
            open(depth + 1, word, start, frame.node, field, false);
            return depth + 1;
        }
        return depth;
    }

    /// A part has the field that its production gives it, else that of the unseen part which it stands in.
    private int field(Frame frame) {
        int own = tables.field(frame.production, frame.structural);
        return own != 0 || frame.isVisible ? own : frame.field;
    }

    private int add(long word, int symbol, int start, int parent, int field) {
        int end = start + size(word);
        int at = nodes.add(start, end, parent, symbol, grammar.isRule(symbol) ? field : 0);
        if (end == start && isMissing(word)) {
            nodes.markMissing(at);
        }
        return at;
    }

    private boolean isOpened(long word, int at) {
        return grammar.isRule(nodes.symbol(at)) && parts(word) > 0;
    }

    private void open(int depth, long record, int start, int node, int field, boolean isVisible) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
        }
        Frame frame = stack[depth];
        if (frame == null) {
            frame = new Frame();
            stack[depth] = frame;
        }
        frame.record = record;
        frame.parts = parts(record);
        frame.next = 0;
        frame.structural = 0;
        frame.position = start;
        frame.production = MEMORY.get(ValueLayout.JAVA_SHORT, record + PRODUCTION) & 0xffff;
        frame.field = field;
        frame.node = node;
        frame.isVisible = isVisible;
    }

    private static boolean isLeaf(long word) {
        return (word & 1) != 0;
    }

    private static int flags(long word) {
        return isLeaf(word)
                ? (int) (word >>> 1) & 0x3f
                : MEMORY.get(ValueLayout.JAVA_SHORT, word + FLAGS) & 0xffff;
    }

    private static boolean isMissing(long word) {
        return (flags(word) & (isLeaf(word) ? MISSING_LEAF : MISSING_RECORD)) != 0;
    }

    private static int symbol(long word) {
        return isLeaf(word)
                ? (int) (word >>> 8) & 0xff
                : MEMORY.get(ValueLayout.JAVA_SHORT, word + SYMBOL) & 0xffff;
    }

    private static int padding(long word) {
        return isLeaf(word)
                ? (int) (word >>> 48) & 0xff
                : MEMORY.get(ValueLayout.JAVA_INT, word + PADDING);
    }

    private static int size(long word) {
        return isLeaf(word)
                ? (int) (word >>> 56) & 0xff
                : MEMORY.get(ValueLayout.JAVA_INT, word + SIZE);
    }

    private static int parts(long word) {
        return isLeaf(word) ? 0 : MEMORY.get(ValueLayout.JAVA_INT, word + PARTS);
    }
}
