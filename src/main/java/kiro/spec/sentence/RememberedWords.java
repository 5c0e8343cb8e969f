package kiro.spec.sentence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was worked out of words, found again with the word: texts say the same few thousand again and again. It must be a
/// value that depends on the word alone, so it does not matter which thread wrote it.
public final class RememberedWords<T> {
    private final Function<Token, T> work;
    private final @Nullable Object[] made = new @Nullable Object[Word.PLACES];

    private record Made(Word word, Object result) {}

    /// @param work what is to be done for a word, a number or a mark that is not remembered
    public RememberedWords(Function<Token, T> work) {
        this.work = work;
    }

    public T of(Token token) {
        Word word = token.word();
        int place = word.place();
        if (place < 0) {
            return work.apply(token);
        }
        if (made[place] instanceof Made known && known.word == word) {
            @SuppressWarnings("unchecked") // nothing else is put there
            T result = (T) known.result;
            return result;
        }
        T result = work.apply(token);
        made[place] = new Made(word, result);
        return result;
    }
}
