package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// A form in which people put a sentence, and the form with the same meaning that the grammar or the slots have.
///
/// The notation is described in `orders.rules`.
///
/// @param from what the whole sentence has to be
/// @param to what it is put into, with what was found in the places
record OrderRule(List<Part> from, List<Part> to) {
    private static final Set<String> MARKS = Set.of(",", ";", ":", "(", ")", "->", "-", "=", "'s");

    OrderRule {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /// A piece of a form.
    sealed interface Part {
        /// One of these phrases.
        ///
        /// @param name the place, where what stands there is taken over
        record Words(Optional<String> name, List<List<String>> phrases, boolean isOptional)
                implements Part {}

        /// Words of any kind, few rather than many.
        record Any(String name, int min) implements Part {}

        /// As many tokens as one thing of the kind has.
        record One(String name, String kind) implements Part {}
    }

    static OrderRule parse(String line) {
        String[] sides = line.split(" => ", 2);
        return new OrderRule(parts(sides[0]), parts(sides[1]));
    }

    private static List<Part> parts(String side) {
        return Arrays.stream(side.strip().split(" +")).map(OrderRule::part).toList();
    }

    private static Part part(String text) {
        if (text.startsWith("[")) {
            return new Part.Words(
                    Optional.empty(), phrases(text.substring(1, text.length() - 1)), true);
        }
        if (!text.startsWith("{")) {
            return new Part.Words(Optional.empty(), phrases(text), false);
        }
        String place = text.substring(1, text.length() - 1);
        int words = place.indexOf('=');
        if (words > 0) {
            return new Part.Words(
                    Optional.of(place.substring(0, words)),
                    phrases(place.substring(words + 1)),
                    false);
        }
        int kind = place.indexOf(':');
        if (kind > 0) {
            return new Part.One(place.substring(0, kind), place.substring(kind + 1));
        }
        return place.endsWith("*")
                ? new Part.Any(place.substring(0, place.length() - 1), 0)
                : new Part.Any(place, 1);
    }

    private static List<List<String>> phrases(String text) {
        return Arrays.stream(text.split("\\|")).map(one -> List.of(one.split("_"))).toList();
    }

    /// The sentence in the other form; empty where it has not this one.
    ///
    /// @param isKind whether tokens are one thing of a kind
    Optional<List<Token>> turned(List<Token> tokens, BiPredicate<String, List<Token>> isKind) {
        return new Match(tokens, isKind).from(0, 0, Map.of()).map(this::written);
    }

    private List<Token> written(Map<String, List<Token>> places) {
        var written = new ArrayList<Token>();
        for (Part part : to) {
            switch (part) {
                case Part.Words words ->
                        words.phrases().getFirst().forEach(word -> written.add(token(word)));
                case Part.Any any -> written.addAll(places.getOrDefault(any.name(), List.of()));
                case Part.One one -> {
                    Token first = places.getOrDefault(one.name(), List.of()).getFirst();
                    String word = Words.singular(first.key());
                    written.add(new Token(Token.Kind.WORD, word, word, 0, 0));
                }
            }
        }
        return written;
    }

    private static Token token(String word) {
        boolean isNumber = word.matches("\\d+");
        Token.Kind kind =
                MARKS.contains(word)
                        ? Token.Kind.MARK
                        : isNumber ? Token.Kind.NUMBER : Token.Kind.WORD;
        return new Token(kind, word, word, 0, 0);
    }

    /// Looks for the form in one sentence.
    private final class Match {
        private final List<Token> tokens;
        private final BiPredicate<String, List<Token>> isKind;

        Match(List<Token> tokens, BiPredicate<String, List<Token>> isKind) {
            this.tokens = tokens;
            this.isKind = isKind;
        }

        private Optional<Map<String, List<Token>>> from(
                int part, int at, Map<String, List<Token>> places) {
            if (part == from.size()) {
                return at == tokens.size() ? Optional.of(places) : Optional.empty();
            }
            return switch (from.get(part)) {
                case Part.Words words -> words(words, part, at, places);
                case Part.Any any -> any(any, part, at, places);
                case Part.One one -> one(one, part, at, places);
            };
        }

        private Optional<Map<String, List<Token>>> words(
                Part.Words words, int part, int at, Map<String, List<Token>> places) {
            for (List<String> phrase : words.phrases()) {
                int end = at + phrase.size();
                if (isThere(phrase, at) && isSame(places, words.name(), at, end)) {
                    var found = from(part + 1, end, with(places, words.name(), at, end));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return words.isOptional() ? from(part + 1, at, places) : Optional.empty();
        }

        private boolean isThere(List<String> phrase, int at) {
            return at + phrase.size() <= tokens.size()
                    && phrase.equals(
                            tokens.subList(at, at + phrase.size()).stream()
                                    .map(token -> token.is(Token.Kind.CODE) ? "`" : token.key())
                                    .toList());
        }

        private Optional<Map<String, List<Token>>> any(
                Part.Any any, int part, int at, Map<String, List<Token>> places) {
            for (int end = at + any.min(); end <= tokens.size(); end++) {
                if (!isSame(places, Optional.of(any.name()), at, end)) {
                    continue;
                }
                var found = from(part + 1, end, with(places, Optional.of(any.name()), at, end));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Map<String, List<Token>>> one(
                Part.One one, int part, int at, Map<String, List<Token>> places) {
            for (int end = at + 1; end <= tokens.size(); end++) {
                boolean isOne =
                        isKind.test(one.kind(), tokens.subList(at, end))
                                && isSame(places, Optional.of(one.name()), at, end);
                if (isOne) {
                    var found = from(part + 1, end, with(places, Optional.of(one.name()), at, end));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        /// Whether the same stands in a place as stood in the one of the same name before.
        private boolean isSame(
                Map<String, List<Token>> places, Optional<String> name, int at, int end) {
            return name.map(places::get)
                    .filter(before -> !keys(before).equals(keys(tokens.subList(at, end))))
                    .isEmpty();
        }

        private static List<String> keys(List<Token> tokens) {
            return tokens.stream().map(Token::key).toList();
        }

        private Map<String, List<Token>> with(
                Map<String, List<Token>> places, Optional<String> name, int at, int end) {
            if (name.isEmpty()) {
                return places;
            }
            var all = new HashMap<>(places);
            all.put(name.get(), List.copyOf(tokens.subList(at, end)));
            return all;
        }
    }
}
