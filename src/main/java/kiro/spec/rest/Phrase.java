package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A way to say something, which counts only where it is the whole of what is said.
///
/// @param meaning of a match; empty where the match turns out to mean nothing
record Phrase<T>(Pattern pattern, Function<MatchResult, Optional<T>> meaning) {
    static <T> Phrase<T> of(String pattern, Function<MatchResult, Optional<T>> meaning) {
        return new Phrase<>(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning);
    }

    static <T> Phrase<T> of(String pattern, T meaning) {
        return of(pattern, match -> Optional.of(meaning));
    }

    /// What the text means by the first phrase that it is.
    static <T> Optional<T> read(List<Phrase<T>> phrases, String text) {
        for (Phrase<T> phrase : phrases) {
            Matcher matcher = phrase.pattern().matcher(text);
            if (matcher.matches()) {
                Optional<T> meaning = phrase.meaning().apply(matcher.toMatchResult());
                if (meaning.isPresent()) {
                    return meaning;
                }
            }
        }
        return Optional.empty();
    }
}
