package kiro.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was worked out of short texts, found again where the same text comes again: documents say the same few headings.
/// It holds so many that it does not grow; a later one pushes out another, which is then worked out anew. What is worked
/// out must be a value that depends on the text alone, so it does not matter which thread wrote it.
public final class Remembered<T> {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 200;

    private final Function<String, T> work;
    private final @Nullable Object[] made = new @Nullable Object[PLACES];

    private record Made(String text, Object result) {}

    /// @param work what is to be done for a text that is not remembered
    public Remembered(Function<String, T> work) {
        this.work = work;
    }

    public T of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 11)) & (PLACES - 1);
        if (made[place] instanceof Made known && known.text.equals(text)) {
            @SuppressWarnings("unchecked") // nothing else is put there
            T result = (T) known.result;
            return result;
        }
        T result = work.apply(text);
        if (text.length() <= LONGEST) {
            made[place] = new Made(text, result);
        }
        return result;
    }
}
