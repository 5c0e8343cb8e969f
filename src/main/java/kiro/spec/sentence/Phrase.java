package kiro.spec.sentence;

/// A stretch of a sentence.
///
/// @param text as it stands in the sentence, marks of emphasis included
/// @param start the index of its first character in the sentence
/// @param end the index behind its last
public record Phrase(String text, int start, int end) {
    public Phrase {
        if (start < 0 || end < start || text.length() != end - start) {
            throw new IllegalArgumentException("phrase %d-%d '%s'".formatted(start, end, text));
        }
    }

    static Phrase of(String sentence, int start, int end) {
        return new Phrase(sentence.substring(start, end), start, end);
    }

    /// The stretch from the token at one index to the last before another.
    static Phrase of(String sentence, Tokens tokens, int from, int to) {
        return of(sentence, tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
