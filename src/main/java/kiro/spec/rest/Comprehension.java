package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// Understands sentences of one spec by the grammar, or says which words it cannot.
final class Comprehension {
    private static final int QUOTED_WORDS = 14;

    private final Grammar grammar;
    private final Lexicon lexicon;
    private final Lexicon loose;

    /// @param loose the words that sentences are understood with which are no other way understood
    Comprehension(Grammar grammar, Lexicon lexicon, Lexicon loose) {
        this.grammar = grammar;
        this.lexicon = lexicon;
        this.loose = loose;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /// The tokens as what the rule says; empty where they are not that as a whole.
    Optional<Meaning> read(String rule, List<Token> tokens) {
        return read(rule, tokens, false).or(() -> read(rule, tokens, true));
    }

    private Optional<Meaning> read(String rule, List<Token> tokens, boolean isLoose) {
        return switch (parse(rule, tokens, isLoose)) {
            case Parsing.Understood understood ->
                    Optional.of(new Meaning(understood.tree(), tokens));
            case Parsing.Stuck stuck -> Optional.empty();
            case Parsing.TooIntricate tooIntricate -> Optional.empty();
        };
    }

    /// The words at which the rule knows no way on.
    String reason(String rule, Sentence sentence) {
        if (sentence.isTooLong()) {
            return "longer than %,d characters: say it in several sentences"
                    .formatted(Sentence.MAX_LENGTH);
        }
        List<Token> tokens = sentence.tokens();
        return switch (parse(rule, tokens, false)) {
            case Parsing.Understood understood -> "";
            case Parsing.TooIntricate tooIntricate ->
                    "too many clauses: say it in several sentences";
            case Parsing.Stuck stuck -> reason(tokens, stuck.token());
        };
    }

    private static String reason(List<Token> tokens, int stuck) {
        if (stuck >= tokens.size()) {
            return "ends too early: what follows, or in which situation, is not said";
        }
        int end = Math.min(tokens.size(), stuck + QUOTED_WORDS);
        String words = Meaning.words(tokens.subList(stuck, end));
        return "not understood: \"%s%s\"".formatted(words, end < tokens.size() ? " ..." : "");
    }

    private Parsing parse(String rule, List<Token> tokens, boolean isLoose) {
        return tokens.isEmpty()
                ? new Parsing.Stuck(0)
                : new Parser(grammar, isLoose ? loose : lexicon, tokens, isLoose).parse(rule);
    }
}
