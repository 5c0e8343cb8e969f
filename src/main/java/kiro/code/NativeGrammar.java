package kiro.code;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A language as the native library knows it, with the names of its nodes and fields.
///
/// The arrays are the library's tables and are never written to.
@SuppressWarnings("restricted")
final class NativeGrammar {
    private static final int RULE = 0;
    private static final int MOST_FIELDS = 255;
    static final int ERROR_SYMBOL = 0xffff;
    private static final String ERROR = "ERROR";

    private final MemorySegment language;
    private final String[] kinds;
    private final byte[][] texts;
    private final boolean[] rules;
    private final String[] fields;
    private final Optional<NativeTables> tables;
    private final Map<Set<String>, boolean[]> selections = new ConcurrentHashMap<>();

    private NativeGrammar(
            MemorySegment language,
            String[] kinds,
            boolean[] rules,
            String[] fields,
            Optional<NativeTables> tables) {
        this.language = language;
        this.tables = tables;
        this.kinds = kinds;
        this.rules = rules;
        this.fields = fields;
        this.texts =
                Arrays.stream(kinds)
                        .map(kind -> kind.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
    }

    /// @param isReadInPlace whether the trees of this platform's library are of the form that is known
    static NativeGrammar of(NativeCore core, MemorySegment language, boolean isReadInPlace)
            throws Throwable {
        int count = core.symbolCount(language);
        var kinds = new String[count];
        var rules = new boolean[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = text(core.symbolName(language, i));
            rules[i] = core.symbolType(language, i) == RULE;
        }
        var fields = new ArrayList<String>();
        fields.add("");
        for (int i = 1; i < MOST_FIELDS; i++) {
            MemorySegment name = core.fieldName(language, i);
            if (name.address() == 0) {
                break;
            }
            fields.add(text(name));
        }
        Optional<NativeTables> tables =
                isReadInPlace && NativeTables.isKnown(language)
                        ? Optional.of(NativeTables.of(language))
                        : Optional.empty();
        return new NativeGrammar(language, kinds, rules, fields.toArray(String[]::new), tables);
    }

    /// What is needed to read trees in place; empty where they are walked by calls.
    Optional<NativeTables> tables() {
        return tables;
    }

    /// For each symbol, whether it is of one of these kinds.
    boolean[] symbols(Set<String> wanted) {
        return selections.computeIfAbsent(wanted, this::select);
    }

    private boolean[] select(Set<String> wanted) {
        var selected = new boolean[ERROR_SYMBOL + 1];
        for (int i = 0; i < kinds.length; i++) {
            selected[i] = wanted.contains(kinds[i]);
        }
        selected[ERROR_SYMBOL] = wanted.contains(ERROR);
        return selected;
    }

    MemorySegment language() {
        return language;
    }

    /// The name of a kind of node. Equal names are the same string.
    String kind(int symbol) {
        return symbol == ERROR_SYMBOL ? ERROR : kinds[symbol];
    }

    /// Whether nodes of a kind stand for a rule of the grammar, rather than for a fixed text.
    boolean isRule(int symbol) {
        return symbol == ERROR_SYMBOL || rules[symbol];
    }

    /// The text of a kind that stands for one.
    byte[] text(int symbol) {
        return texts[symbol];
    }

    String field(int id) {
        return fields[id];
    }

    private static String text(MemorySegment text) {
        return text.reinterpret(Integer.MAX_VALUE).getString(0, StandardCharsets.UTF_8).intern();
    }
}
