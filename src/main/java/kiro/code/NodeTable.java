package kiro.code;

import java.util.Arrays;
import java.util.BitSet;

/// The nodes of a tree as columns, in the order of the source. It grows while the tree is read, and does
/// not change afterwards.
final class NodeTable {
    private static final int FIRST_ROOM = 1_024;

    private final BitSet missing = new BitSet();
    private int[] starts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private int[] parents = new int[FIRST_ROOM];
    private int[] afters = new int[FIRST_ROOM];
    private short[] symbols = new short[FIRST_ROOM];
    private byte[] fields = new byte[FIRST_ROOM];
    private int size;

    /// Adds a node; answers its number.
    int add(int start, int end, int parent, int symbol, int field) {
        if (size == starts.length) {
            resize(size * 2);
        }
        int at = size++;
        starts[at] = start;
        ends[at] = end;
        parents[at] = parent;
        symbols[at] = (short) symbol;
        fields[at] = (byte) field;
        return at;
    }

    /// Says that all nodes below this one have been added.
    void close(int at) {
        afters[at] = size;
    }

    void markMissing(int at) {
        missing.set(at);
    }

    /// Gives back the room that was not needed.
    void trim() {
        resize(size);
    }

    int size() {
        return size;
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }

    int parent(int at) {
        return parents[at];
    }

    /// The number of the first node that is not below this one.
    int after(int at) {
        return afters[at];
    }

    int symbol(int at) {
        return symbols[at] & 0xffff;
    }

    int field(int at) {
        return fields[at] & 0xff;
    }

    boolean isMissing(int at) {
        return missing.get(at);
    }

    private void resize(int room) {
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        parents = Arrays.copyOf(parents, room);
        afters = Arrays.copyOf(afters, room);
        symbols = Arrays.copyOf(symbols, room);
        fields = Arrays.copyOf(fields, room);
    }
}
