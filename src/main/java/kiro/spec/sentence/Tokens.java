package kiro.spec.sentence;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/// The tokens of a sentence, and what kinds and classes there are among them: where there are none, nobody has to look
/// for them.
public final class Tokens extends AbstractList<Token> implements RandomAccess {
    private final Token[] tokens;
    private final int count;
    private final int kinds;
    private final long classes;

    /// @param tokens which nobody else holds
    Tokens(Token[] tokens, int count, int kinds, long classes) {
        this.tokens = tokens;
        this.count = count;
        this.kinds = kinds;
        this.classes = classes;
    }

    public static Tokens of(String text) {
        return TokenReader.read(text);
    }

    @Override
    public Token get(int index) {
        return tokens[Objects.checkIndex(index, count)];
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    /// Whether this word is one of them, in any case.
    public boolean hasWord(String word) {
        for (int i = 0; i < count; i++) {
            if (tokens[i].is(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of them is of a kind.
    public boolean has(Token.Kind kind) {
        return (kinds & kind.bit()) != 0;
    }

    /// Whether one of them is of a class, code and quotations included.
    public boolean has(WordClass wanted) {
        return (classes & wanted.bit()) != 0;
    }
}
