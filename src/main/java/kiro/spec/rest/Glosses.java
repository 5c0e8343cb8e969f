package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Takes out of a sentence what explains and demands nothing, and puts in the place of a word for people what brackets
/// say of it: "Only librarians (role `LIBRARIAN`) may ..." is "Only users with the role `LIBRARIAN` may ...".
final class Glosses {
    /// Words that restrict or add something, wherever they stand.
    private static final Set<String> WEIGHTY =
            Set.of(
                    "not",
                    "no",
                    "only",
                    "never",
                    "must",
                    "may",
                    "can",
                    "cannot",
                    "unless",
                    "except",
                    "but",
                    "if",
                    "when",
                    "at",
                    "least",
                    "most",
                    "more",
                    "less",
                    "than",
                    "always",
                    "then",
                    "sets",
                    "becomes",
                    "increases",
                    "decreases",
                    "adds",
                    "removes",
                    "deletes",
                    "shall",
                    "should",
                    "has",
                    "have",
                    "until",
                    "before",
                    "after",
                    "within",
                    "per",
                    "role",
                    "roles");

    /// Words that say for whom something is, or whose it is.
    static final Set<String> FOR_SOMEBODY =
            Set.of(
                    "caller",
                    "callers",
                    "calling",
                    "own",
                    "their",
                    "his",
                    "her",
                    "my",
                    "current",
                    "signed-in",
                    "signed",
                    "who",
                    "whose",
                    "authenticated",
                    "owner",
                    "owners",
                    "them",
                    "themselves",
                    "user",
                    "users",
                    "requester",
                    "everyone",
                    "everybody",
                    "anyone",
                    "all",
                    "each",
                    "every");

    private Glosses() {}

    /// The sentence without its glosses; empty where it has none.
    static Optional<List<Token>> without(List<Token> sentence) {
        List<Token> tokens = withRoles(sentence);
        tokens = withoutBrackets(tokens);
        tokens = withoutPurpose(tokens);
        return tokens.equals(sentence) ? Optional.empty() : Optional.of(tokens);
    }

    /// Why a sentence leaves open of which things it speaks; empty where it does not.
    static Optional<String> doubt(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.is(Token.Kind.WORD))
                .map(Token::key)
                .filter(Set.of("some", "certain", "several", "most", "many", "few")::contains)
                .filter(word -> !(word.equals("most") && isAtMost(tokens)))
                .filter(word -> !(word.equals("many") && isHowMany(tokens)))
                .findFirst()
                .map("which ones '%s' means is not said"::formatted);
    }

    private static boolean isHowMany(List<Token> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).key().equals("many"))
                .allMatch(at -> at > 0 && tokens.get(at - 1).key().equals("how"));
    }

    private static boolean isAtMost(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean isMost = tokens.get(i).key().equals("most");
            boolean isOf = i > 0 && Set.of("at", "the", "is").contains(tokens.get(i - 1).key());
            if (isMost && !isOf) {
                return false;
            }
        }
        return true;
    }

    private static List<Token> withRoles(List<Token> tokens) {
        for (int i = 1; i + 3 < tokens.size(); i++) {
            boolean isRole =
                    tokens.get(i).isMark("(")
                            && Set.of("role", "roles").contains(tokens.get(i + 1).key())
                            && tokens.get(i + 3).isMark(")")
                            && tokens.get(i - 1).is(Token.Kind.WORD);
            if (isRole) {
                String noun = tokens.get(i - 1).key();
                boolean areSeveral = !Words.singular(noun).equals(noun);
                var all = new ArrayList<>(tokens.subList(0, i - 1));
                for (String word : List.of(areSeveral ? "users" : "user", "with", "the", "role")) {
                    all.add(new Token(Token.Kind.WORD, word, word, 0, 0));
                }
                all.add(tokens.get(i + 2));
                all.addAll(tokens.subList(i + 4, tokens.size()));
                return withRoles(all);
            }
        }
        return tokens;
    }

    /// Brackets in which nothing is said that counts: "(exists)", "(see `GET /books`)".
    private static List<Token> withoutBrackets(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            int end = tokens.get(i).isMark("(") ? closing(tokens, i) : -1;
            boolean isLight = end > i && isLight(tokens.subList(i + 1, end));
            if (isLight || (end > i && isNullNote(tokens.subList(i + 1, end)))) {
                var all = new ArrayList<>(tokens.subList(0, i));
                all.addAll(tokens.subList(end + 1, tokens.size()));
                return withoutBrackets(all);
            }
        }
        return tokens;
    }

    /// "(null when there is none)" says what null means.
    private static boolean isNullNote(List<Token> tokens) {
        String words = String.join(" ", tokens.stream().map(Token::key).toList());
        return words.matches("null (when|if) (there is none|none|absent|missing|not known|unknown)")
                || words.equals("or null");
    }

    private static int closing(List<Token> tokens, int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (tokens.get(i).isMark("(")) {
                return -1;
            }
            if (tokens.get(i).isMark(")")) {
                return i;
            }
        }
        return -1;
    }

    /// "..., so that the next one is served": why it is wanted.
    private static List<Token> withoutPurpose(List<Token> tokens) {
        for (int i = 2; i + 2 < tokens.size(); i++) {
            boolean isPurpose =
                    tokens.get(i).isMark(",")
                            && ((tokens.get(i + 1).key().equals("so")
                                            && tokens.get(i + 2).key().equals("that"))
                                    || (tokens.get(i + 1).key().equals("in")
                                            && tokens.get(i + 2).key().equals("order")));
            if (isPurpose && isLight(tokens.subList(i + 3, tokens.size()))) {
                return tokens.subList(0, i);
            }
        }
        return tokens;
    }

    /// Whether nothing in the words can restrict, add or count.
    private static boolean isLight(List<Token> tokens) {
        return tokens.stream().allMatch(Glosses::isLight);
    }

    private static boolean isLight(Token token) {
        return switch (token.kind()) {
            case NUMBER, ORDINAL, PARAMETER, CODE -> false;
            case METHOD, PATH -> true;
            case WORD ->
                    !WEIGHTY.contains(token.key().toLowerCase(Locale.ROOT))
                            && !token.text().matches("[A-Z][A-Z0-9_]+");
            case MARK -> Set.of(",", ".", "'s", "-").contains(token.key());
        };
    }
}
