package kiro.spec.rest;

import java.util.HashSet;
import java.util.Set;

/// With which tokens a piece of the grammar can begin. Most pieces can be passed over by one look at a token.
final class Beginning {
    private final Set<String> words = new HashSet<>();

    /// A bit for each.
    private long classes;

    private boolean canBeEmpty;

    /// What stands for a class among others in a number.
    @SuppressWarnings("EnumOrdinal")
    static long bit(TokenClass tokens) {
        return 1L << tokens.ordinal();
    }

    void add(String word) {
        words.add(word);
    }

    void add(TokenClass tokens) {
        classes |= bit(tokens);
    }

    /// Adds what the other can begin with; answers whether the other can be nothing at all.
    boolean add(Beginning other) {
        words.addAll(other.words);
        classes |= other.classes;
        return other.canBeEmpty;
    }

    void canBeEmpty(boolean empty) {
        canBeEmpty |= empty;
    }

    boolean canBeEmpty() {
        return canBeEmpty;
    }

    /// Grows as more is found out.
    int size() {
        return words.size() + Long.bitCount(classes) + (canBeEmpty ? 1 : 0);
    }

    /// Whether it can begin with a token of this key that begins tokens of these classes, a bit for each.
    boolean admits(String key, long begun) {
        return canBeEmpty || (classes & begun) != 0 || words.contains(key);
    }
}
