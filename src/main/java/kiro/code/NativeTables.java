package kiro.code;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// What a grammar's tables say about the nodes that a rule's parts become: their names where the rule gives them others,
/// and their fields. Copied out of the grammar's library, whose record is the same since age 13 of it.
@SuppressWarnings("restricted")
final class NativeTables {
    private static final int OLDEST = 13;
    private static final int NEWEST = 15;

    private static final long SYMBOLS = 4;
    private static final long ALIASED = 8;
    private static final long PRODUCTIONS = 28;
    private static final long FIELDS = 32;
    private static final long LONGEST = 36;
    private static final long FIELD_SLICES = 88;
    private static final long FIELD_ENTRIES = 96;
    private static final long PUBLIC_SYMBOLS = 112;
    private static final long ALIASES = 128;
    private static final long RECORD = 136;

    private final int[] publicSymbols;
    private final int longest;
    private final short[] aliases;
    private final byte[][] fields;

    private NativeTables(int[] publicSymbols, int longest, short[] aliases, byte[][] fields) {
        this.publicSymbols = publicSymbols;
        this.longest = longest;
        this.aliases = aliases;
        this.fields = fields;
    }

    /// Whether the record of a language is of a known age.
    static boolean isKnown(MemorySegment language) {
        int age = language.reinterpret(Integer.BYTES).get(ValueLayout.JAVA_INT, 0);
        return age >= OLDEST && age <= NEWEST;
    }

    static NativeTables of(MemorySegment language) {
        MemorySegment record = language.reinterpret(RECORD);
        int symbols =
                record.get(ValueLayout.JAVA_INT, SYMBOLS)
                        + record.get(ValueLayout.JAVA_INT, ALIASED);
        int productions = record.get(ValueLayout.JAVA_INT, PRODUCTIONS);
        int longest = record.get(ValueLayout.JAVA_SHORT, LONGEST) & 0xffff;
        int[] publicSymbols = new int[symbols];
        short[] known = shorts(record, PUBLIC_SYMBOLS, symbols);
        for (int i = 0; i < symbols; i++) {
            publicSymbols[i] = known[i] & 0xffff;
        }
        return new NativeTables(
                publicSymbols,
                longest,
                shorts(record, ALIASES, productions * longest),
                record.get(ValueLayout.JAVA_INT, FIELDS) == 0
                        ? new byte[productions][0]
                        : fields(record, productions));
    }

    private static byte[][] fields(MemorySegment record, int productions) {
        short[] slices = shorts(record, FIELD_SLICES, 2 * productions);
        var fields = new byte[productions][];
        MemorySegment entries = record.get(ValueLayout.ADDRESS, FIELD_ENTRIES);
        for (int i = 0; i < productions; i++) {
            int first = slices[2 * i] & 0xffff;
            int count = slices[2 * i + 1] & 0xffff;
            fields[i] = fields(entries.reinterpret(4L * (first + count)), first, count);
        }
        return fields;
    }

    /// The first entry for a part counts; those of parts of parts are found there.
    private static byte[] fields(MemorySegment entries, int first, int count) {
        byte[] fields = new byte[0];
        for (int i = first; i < first + count; i++) {
            int part = entries.get(ValueLayout.JAVA_BYTE, 4L * i + 2) & 0xff;
            boolean isInherited = entries.get(ValueLayout.JAVA_BYTE, 4L * i + 3) != 0;
            if (isInherited) {
                continue;
            }
            if (part >= fields.length) {
                fields = Arrays.copyOf(fields, part + 1);
            }
            if (fields[part] == 0) {
                fields[part] = (byte) entries.get(ValueLayout.JAVA_SHORT, 4L * i);
            }
        }
        return fields;
    }

    private static short[] shorts(MemorySegment record, long at, int count) {
        return count == 0
                ? new short[0]
                : record.get(ValueLayout.ADDRESS, at)
                        .reinterpret(2L * count)
                        .toArray(ValueLayout.JAVA_SHORT);
    }

    /// The symbol that people see in place of one of the parser's own.
    int publicSymbol(int symbol) {
        return symbol == NativeGrammar.ERROR_SYMBOL ? symbol : publicSymbols[symbol];
    }

    /// The symbol that a production gives one of its parts; 0 where the part keeps its own.
    int alias(int production, int part) {
        return production == 0 ? 0 : aliases[production * longest + part] & 0xffff;
    }

    /// The field that a production gives one of its parts; 0 where it gives none.
    int field(int production, int part) {
        byte[] known = fields[production];
        return part < known.length ? known[part] & 0xff : 0;
    }
}
