package kiro.code;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;

/// Copies a native tree into arrays, node by node in the order of the source.
///
/// Each call into the library has its price, so what a node tells by itself is not asked for: a fixed
/// text has no children, no field that anybody asks for, and the length of its text.
@SuppressWarnings("restricted")
final class TreeBuilder {
    private final NativeCore core;
    private final NativeGrammar grammar;
    private final byte[] source;
    private final NodeTable nodes = new NodeTable();

    TreeBuilder(NativeCore core, NativeGrammar grammar, byte[] source) {
        this.core = core;
        this.grammar = grammar;
        this.source = source;
    }

    SyntaxTree read(Grammar language, MemorySegment tree, Arena arena) throws Throwable {
        SegmentAllocator reused = SegmentAllocator.prefixAllocator(arena.allocate(NativeCore.NODE));
        MemorySegment root = core.rootNode(reused, tree);
        if (!isReadInPlace(root)) {
            MemorySegment cursor = core.newCursor(arena, root);
            try {
                walk(cursor, reused);
            } finally {
                core.deleteCursor(cursor);
            }
        }
        nodes.trim();
        return new SyntaxTree(language, grammar, source, nodes);
    }

    /// Reads the records of the tree where their form is known, which takes a quarter of the time.
    private boolean isReadInPlace(MemorySegment root) throws Throwable {
        Optional<NativeTables> tables = grammar.tables();
        if (tables.isEmpty()) {
            return false;
        }
        var reader = new SubtreeReader(grammar, tables.get(), nodes);
        int start = root.get(ValueLayout.JAVA_INT, 0);
        long word =
                root.get(ValueLayout.ADDRESS, NativeCore.SUBTREE)
                        .reinterpret(Long.BYTES)
                        .get(ValueLayout.JAVA_LONG, 0);
        if (!reader.isUnderstood(word, core.symbol(root) & 0xffff, start, core.endByte(root))) {
            return false;
        }
        reader.read(word, start);
        return true;
    }

    private void walk(MemorySegment cursor, SegmentAllocator reused) throws Throwable {
        int parent = -1;
        while (true) {
            int at = add(cursor, reused, parent);
            if (grammar.isRule(nodes.symbol(at)) && core.toFirstChild(cursor)) {
                parent = at;
                continue;
            }
            nodes.close(at);
            while (!core.toNextSibling(cursor)) {
                if (!core.toParent(cursor)) {
                    return;
                }
                nodes.close(parent);
                parent = nodes.parent(parent);
            }
        }
    }

    private int add(MemorySegment cursor, SegmentAllocator reused, int parent) throws Throwable {
        MemorySegment node = core.currentNode(reused, cursor);
        int symbol = core.symbol(node) & 0xffff;
        int start = node.get(ValueLayout.JAVA_INT, 0);
        boolean isRule = grammar.isRule(symbol);
        int end =
                !isRule && stands(grammar.text(symbol), start)
                        ? start + grammar.text(symbol).length
                        : core.endByte(node);
        int field = isRule ? core.currentField(cursor) : 0;
        int at = nodes.add(start, end, parent, symbol, field);
        if (end == start && core.isMissing(node)) {
            nodes.markMissing(at);
        }
        return at;
    }

    private boolean stands(byte[] text, int start) {
        int end = start + text.length;
        return text.length > 0
                && end <= source.length
                && Arrays.equals(source, start, end, text, 0, text.length);
    }
}
