package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads what stands behind "Unique:": fields, what they are unique within, and whether capitals count.
final class UniqueValues {
    private static final Set<String> WITHIN = Set.of("within", "per", "in", "inside", "for");
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "one", "each", "every", "this", "same", "its");
    private static final String IGNORING_CASE =
            "(and )?(ignoring|whatever the|whatever|without regard to|regardless of) (upper and lower )?case";

    private UniqueValues() {}

    static Optional<List<Fact>> read(List<Token> value) {
        int within =
                IntStream.range(0, value.size())
                        .filter(i -> WITHIN.contains(value.get(i).key()))
                        .findFirst()
                        .orElse(value.size());
        List<Token> named = value.subList(0, within);
        List<Token> behind =
                value.subList(within, value.size()).stream()
                        .skip(1)
                        .dropWhile(token -> ARTICLES.contains(token.key()))
                        .toList();
        Optional<Token> parent = behind.stream().findFirst();
        boolean isParent = parent.filter(one -> one.key().matches("[a-z]+")).isPresent();
        if (within < value.size() && !isParent) {
            return Optional.empty();
        }
        if (areTogether(named)) {
            return Optional.empty();
        }
        Optional<Behaviour.Letters> letters =
                letters(Stream.concat(named.stream(), behind.stream().skip(1)).toList());
        List<Fact> facts =
                named.stream()
                        .filter(LabelledFacts::isName)
                        .<Fact>flatMap(
                                name -> letters.stream().map(one -> fact(name.text(), one, parent)))
                        .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }

    /// "`assay` and `measuredAt`" may be unique together, which is something else than each of them.
    private static boolean areTogether(List<Token> named) {
        return named.stream().filter(LabelledFacts::isName).count() > 1
                && named.stream().anyMatch(token -> token.key().matches("and|with|plus|\\+"))
                && named.stream().noneMatch(token -> token.key().matches("each|both"));
    }

    private static Fact fact(String name, Behaviour.Letters letters, Optional<Token> parent) {
        return new Fact.Behaves(
                parent.<Behaviour>map(one ->
                                new Behaviour.UniqueWithin(
                                        name, letters, Words.singular(one.key())))
                        .orElseGet(() -> new Behaviour.Unique(name, letters)));
    }

    /// When two values are the same; empty where a word of no use stands there.
    private static Optional<Behaviour.Letters> letters(List<Token> value) {
        String words =
                value.stream()
                        .filter(token -> !LabelledFacts.isName(token))
                        .map(Token::key)
                        .collect(Collectors.joining(" "))
                        .replaceAll("[,()]", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        if (words.matches(IGNORING_CASE)) {
            return Optional.of(Behaviour.Letters.IGNORING_CASE);
        }
        return words.matches("((and|the|each|both) ?)*")
                ? Optional.of(Behaviour.Letters.EXACTLY)
                : Optional.empty();
    }
}
