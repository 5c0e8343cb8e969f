package kiro.memory;

import java.time.LocalDate;
import java.util.List;
import kiro.text.Hash;

/// What a fact of any kind says, and why it may be believed.
///
/// @param text one or two sentences
/// @param date when it was learned, or was said last
/// @param rests what has to be as it was for the fact to be told
public record Statement(
        FactId id,
        String text,
        Source source,
        LocalDate date,
        Weight weight,
        Scope scope,
        List<Ground> rests) {
    public Statement {
        rests = List.copyOf(rests);
    }

    Statement withText(String words, Source from, LocalDate at) {
        return new Statement(id, words, from, at, weight.certain(), scope, List.of());
    }

    Statement with(Weight other) {
        return new Statement(id, text, source, date, other, scope, rests);
    }

    /// The digest of the words, by which they are known again: without case, marks and white space.
    Hash words() {
        return words(text);
    }

    static Hash words(String text) {
        return Hash.of(
                text.toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip());
    }
}
