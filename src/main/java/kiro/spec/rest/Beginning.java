package kiro.spec.rest;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// With which tokens a piece of the grammar can begin. Most pieces can be passed over by one look at a token.
final class Beginning {
    private final Set<String> words = new HashSet<>();
    private final EnumSet<TokenClass> classes = EnumSet.noneOf(TokenClass.class);
    private boolean canBeEmpty;

    void add(String word) {
        words.add(word);
    }

    void add(TokenClass tokens) {
        classes.add(tokens);
    }

    /// Adds what the other can begin with; answers whether the other can be nothing at all.
    boolean add(Beginning other) {
        words.addAll(other.words);
        classes.addAll(other.classes);
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
        return words.size() + classes.size() + (canBeEmpty ? 1 : 0);
    }

    /// Whether it can begin with a token of this key that begins tokens of these classes.
    boolean admits(String key, EnumSet<TokenClass> begun) {
        if (canBeEmpty || words.contains(key)) {
            return true;
        }
        for (TokenClass tokens : begun) {
            if (classes.contains(tokens)) {
                return true;
            }
        }
        return false;
    }
}
