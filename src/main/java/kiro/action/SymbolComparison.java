package kiro.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.code.Symbol;

/// Compares the declarations of two states of one file. Of several with one name, those with the same signature are the same; the
/// others are paired in their order.
final class SymbolComparison {
    private final String path;
    private final SequencedMap<String, List<Symbol>> before;
    private final SequencedMap<String, List<Symbol>> after;
    private final Map<String, Boolean> publicBefore;
    private final Map<String, Boolean> publicAfter;
    private final List<SymbolChange> changes = new ArrayList<>();

    SymbolComparison(String path, List<Symbol> before, List<Symbol> after) {
        this.path = path;
        this.before = byName(before);
        this.after = byName(after);
        this.publicBefore = publicNames(before);
        this.publicAfter = publicNames(after);
    }

    /// In the order of the later state, then what is gone.
    List<SymbolChange> changes() {
        after.forEach(this::compare);
        before.forEach((name, symbols) -> {
            if (!after.containsKey(name)) {
                symbols.forEach(this::removed);
            }
        });
        return List.copyOf(changes);
    }

    private void compare(String name, List<Symbol> symbols) {
        var left = new ArrayList<>(before.getOrDefault(name, List.of()));
        var fresh = new ArrayList<Symbol>();
        for (Symbol symbol : symbols) {
            Optional<Symbol> same =
                    left.stream()
                            .filter(each -> each.signature().equals(symbol.signature()))
                            .findFirst();
            if (same.isEmpty()) {
                fresh.add(symbol);
            } else {
                left.remove(same.get());
                if (!same.get().node().flatText().equals(symbol.node().flatText())) {
                    add(SymbolChange.Kind.BODY, symbol, symbol.signature(), isPublicNow(symbol));
                }
            }
        }
        for (Symbol symbol : fresh) {
            if (left.isEmpty()) {
                add(SymbolChange.Kind.ADDED, symbol, "", isPublicNow(symbol));
            } else {
                Symbol was = left.removeFirst();
                add(
                        SymbolChange.Kind.SIGNATURE,
                        symbol,
                        was.signature(),
                        isPublic(publicBefore, was));
            }
        }
        left.forEach(this::removed);
    }

    private void removed(Symbol gone) {
        add(SymbolChange.Kind.REMOVED, gone, gone.signature(), isPublic(publicBefore, gone));
    }

    private void add(SymbolChange.Kind kind, Symbol symbol, String was, boolean isPublic) {
        int weight = symbol.node().endLine() - symbol.node().line() + 1;
        changes.add(new SymbolChange(kind, path, symbol, was, isPublic, weight));
    }

    private boolean isPublicNow(Symbol symbol) {
        return isPublic(publicAfter, symbol);
    }

    private static boolean isPublic(Map<String, Boolean> names, Symbol symbol) {
        return symbol.isExported()
                && (symbol.owner().isEmpty() || names.getOrDefault(symbol.owner(), true));
    }

    private static SequencedMap<String, List<Symbol>> byName(List<Symbol> symbols) {
        var byName = new LinkedHashMap<String, List<Symbol>>();
        for (Symbol symbol : symbols) {
            byName.computeIfAbsent(symbol.qualifiedName(), _ -> new ArrayList<>()).add(symbol);
        }
        return byName;
    }

    private static Map<String, Boolean> publicNames(List<Symbol> symbols) {
        var names = new HashMap<String, Boolean>();
        for (Symbol symbol : symbols) {
            names.merge(symbol.qualifiedName(), symbol.isExported(), Boolean::logicalOr);
        }
        return names;
    }
}
