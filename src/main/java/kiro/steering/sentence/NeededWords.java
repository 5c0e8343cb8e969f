package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kiro.text.Order;

/// Words without which a pattern fits no sentence: of each set, a sentence has one at least. Most forms are ruled out by
/// them before anything is matched.
record NeededWords(List<Set<String>> sets) {
    private static final NeededWords NONE = new NeededWords(List.of());

    NeededWords {
        sets = List.copyOf(sets);
    }

    /// @param known what was found before: forms share most of their parts, which are the same objects
    static NeededWords of(Pattern pattern, IdentityHashMap<Pattern, NeededWords> known) {
        NeededWords before = known.get(pattern);
        if (before != null) {
            return before;
        }
        NeededWords found =
                switch (pattern) {
                    case Pattern.Word(String key) -> new NeededWords(List.of(Set.of(key)));
                    case Pattern.Chain(List<Pattern> parts) -> ofAll(parts, known);
                    case Pattern.Either(List<Pattern> options) -> ofOne(options, known);
                    case Pattern.Hole _, Pattern.Repeated _, Pattern.Mark _ -> NONE;
                };
        known.put(pattern, found);
        return found;
    }

    private static NeededWords ofAll(
            List<Pattern> parts, IdentityHashMap<Pattern, NeededWords> known) {
        var all = new ArrayList<Set<String>>();
        for (Pattern part : parts) {
            all.addAll(of(part, known).sets());
        }
        return new NeededWords(all);
    }

    private static NeededWords ofOne(
            List<Pattern> options, IdentityHashMap<Pattern, NeededWords> known) {
        var words = new HashSet<String>();
        for (Pattern option : options) {
            List<Set<String>> needed = of(option, known).sets();
            if (needed.isEmpty()) {
                return NONE;
            }
            words.addAll(Collections.min(needed, Order.by(Set::size)));
        }
        return words.isEmpty() ? NONE : new NeededWords(List.of(Set.copyOf(words)));
    }

    /// Whether a sentence of these words has them.
    boolean areIn(Set<String> words) {
        for (Set<String> set : sets) {
            boolean hasOne = !Collections.disjoint(set, words);
            if (!hasOne) {
                return false;
            }
        }
        return true;
    }
}
