package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts what follows into words that the grammar has: "the list of the hiker's own bookings" are the caller's own, "the
/// show's episodes" are the episodes, and "with `status` `OPEN`" is a value of a field.
final class OutcomeWords {
    private static final Set<String> LED = Set.of("the", "a", "list", "of", "all", "and", "only");

    private final Lexicon lexicon;
    private final List<Token> words = new ArrayList<>();

    private OutcomeWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    static List<Token> of(List<Token> tokens, Lexicon lexicon) {
        var outcome = new OutcomeWords(lexicon);
        for (int i = 0; i < tokens.size(); i++) {
            boolean isOwner =
                    i + 2 < tokens.size()
                            && tokens.get(i).is(Token.Kind.WORD)
                            && tokens.get(i + 1).isMark("'s");
            i += isOwner ? outcome.possessed(tokens.subList(i, i + 3)) : outcome.plain(tokens, i);
        }
        return List.copyOf(outcome.words);
    }

    /// Answers how many tokens more were taken.
    private int possessed(List<Token> tokens) {
        boolean isThing = lexicon.isNoun(tokens.getFirst().key());
        boolean isOwn = !isThing && tokens.get(2).key().equals("own");
        if (isThing) {
            without(Set.of("the"));
            return 1;
        }
        if (isOwn) {
            without(LED);
            for (String word : List.of("and", "only", "the", "caller")) {
                words.add(new Token(Token.Kind.WORD, word, word, 0, 0));
            }
        } else {
            words.add(tokens.getFirst());
        }
        return 0;
    }

    private void without(Set<String> keys) {
        while (words.size() > 1 && keys.contains(words.getLast().key())) {
            words.removeLast();
        }
    }

    private int plain(List<Token> tokens, int at) {
        boolean isValue =
                at > 0
                        && tokens.get(at).is(Token.Kind.CODE)
                        && tokens.get(at - 1).is(Token.Kind.CODE);
        boolean isOfField =
                words.size() > 1
                        && Words.singular(words.getLast().key()).equals(words.getLast().key())
                        && at + 2 < tokens.size()
                        && tokens.get(at).key().equals("with")
                        && tokens.get(at + 1).is(Token.Kind.CODE)
                        && (tokens.get(at + 2).is(Token.Kind.CODE)
                                || tokens.get(at + 2).isMark("="));
        if (isValue) {
            words.add(new Token(Token.Kind.MARK, "=", "=", 0, 0));
        } else if (isOfField && !words.getLast().isMark(",")) {
            words.add(new Token(Token.Kind.MARK, ",", ",", 0, 0));
        }
        words.add(tokens.get(at));
        return 0;
    }
}
