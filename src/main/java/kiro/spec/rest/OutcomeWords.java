package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts what follows into words that the grammar has: "the list of the hiker's own bookings" are the caller's own, "the
/// show's episodes" are the episodes, and "with `status` `OPEN`" is a value of a field.
final class OutcomeWords {
    private static final Set<String> LED = Set.of("the", "a", "list", "of", "all", "and", "only");

    private final Lexicon lexicon;
    private final EndpointDraft endpoint;
    private final List<Token> words = new ArrayList<>();

    private OutcomeWords(Lexicon lexicon, EndpointDraft endpoint) {
        this.lexicon = lexicon;
        this.endpoint = endpoint;
    }

    static List<Token> of(List<Token> tokens, Lexicon lexicon, EndpointDraft endpoint) {
        var outcome = new OutcomeWords(lexicon, endpoint);
        for (int i = 0; i < tokens.size(); i++) {
            if (outcome.isMade(tokens, i)) {
                continue;
            }
            if (outcome.isOfAllOwners(tokens, i)) {
                i += 2;
                continue;
            }
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
        Optional<String> field = field(tokens.getFirst().key() + " " + tokens.get(2).key());
        if (field.isPresent()) {
            without(Set.of("the"));
            words.add(new Token(Token.Kind.CODE, field.get(), field.get(), 0, 0));
            return 2;
        }
        if (isThing) {
            without(Set.of("the"));
            return 1;
        }
        boolean isOwners =
                isOwner(tokens.getFirst().key())
                        && endpoint.behaviours().contains(new Behaviour.ListsOnlyOwn());
        if (isOwn || isOwners) {
            without(LED);
            for (String word : List.of("and", "only", "the", "caller")) {
                words.add(new Token(Token.Kind.WORD, word, word, 0, 0));
            }
            if (isOwn) {
                return 0;
            }
            words.add(tokens.get(1));
            words.add(new Token(Token.Kind.WORD, "own", "own", 0, 0));
            return 1;
        } else {
            words.add(tokens.getFirst());
        }
        return 0;
    }

    /// The field that two words name: "the guest's name" is `guestName`.
    private Optional<String> field(String joined) {
        return endpoint.fields(Place.RESPONSE).stream()
                .map(Field::name)
                .filter(name -> name.replaceAll("([a-z])([A-Z])", "$1 $2").equalsIgnoreCase(joined))
                .findFirst();
    }

    /// "The registered parcel" is the parcel as the request made it: no state of it is meant, or the one it leads to.
    private boolean isMade(List<Token> tokens, int at) {
        boolean isBetween =
                at > 0
                        && at + 1 < tokens.size()
                        && tokens.get(at - 1).key().equals("the")
                        && tokens.get(at).is(Token.Kind.WORD)
                        && tokens.get(at).text().matches("[a-z]+(ed|en)")
                        && lexicon.isNoun(tokens.get(at + 1).key());
        if (!isBetween) {
            return false;
        }
        var states = new EndpointStates(endpoint);
        String word = tokens.get(at).key();
        return states.isResult(word)
                || (states.named(word).isEmpty() && !lexicon.isState(word) && Words.isDone(word));
    }

    /// "The bookings of all guests" are all bookings.
    private boolean isOfAllOwners(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && tokens.get(at).key().equals("of")
                && tokens.get(at + 1).key().equals("all")
                && isOwner(Words.singular(tokens.get(at + 2).key()));
    }

    /// Whether the spec has the word for the one to whom the resource belongs.
    private boolean isOwner(String word) {
        return endpoint.behaviours().stream()
                .anyMatch(one ->
                        one instanceof Behaviour.BelongsTo(String name)
                                && name.replaceFirst("(Id|_id)$", "").equalsIgnoreCase(word));
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
