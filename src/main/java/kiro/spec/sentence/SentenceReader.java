package kiro.spec.sentence;

import java.util.Optional;

/// Reads the form of a criterion's words. It never guesses: what has no known form stays plain.
public final class SentenceReader {
    private SentenceReader() {}

    /// @param text the words of a criterion, on one line, in any case and with marks of emphasis
    public static Sentence read(String text) {
        return read(text, Tokens.of(text));
    }

    /// @param tokens those of the text
    public static Sentence read(String text, Tokens tokens) {
        Optional<Sentence.Ears> ears = EarsReader.read(text, tokens);
        if (ears.isPresent()) {
            return ears.get();
        }
        Optional<HttpOutcome> http = OutcomeReader.read(text, tokens);
        return http.isPresent() ? new Sentence.Outcome(text, http.get()) : new Sentence.Plain(text);
    }
}
