package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sentences that only mean something behind the one before them: "Items can be added only while the claim is a draft.
/// Otherwise the answer is 409." They become one.
final class Continuations {
    private static final Set<String> SIGNING_IN =
            Set.of(
                    "basic",
                    "token",
                    "sign",
                    "login",
                    "log",
                    "authentication",
                    "authenticate",
                    "bearer",
                    "jwt",
                    "credentials",
                    "key",
                    "session");

    /// The words of which a sentence consists that says what follows in all other situations.
    private static final Set<String> ANSWERING =
            Set.of(
                    ",",
                    ".",
                    "the",
                    "answer",
                    "response",
                    "result",
                    "is",
                    "it",
                    "returned",
                    "with",
                    "status",
                    "a",
                    "returns",
                    "they",
                    "are",
                    "request",
                    "refused",
                    "rejected",
                    "answered",
                    "conflict",
                    "code",
                    "and",
                    "fails",
                    "for",
                    "in",
                    "any",
                    "every",
                    "all",
                    "other",
                    "state",
                    "states",
                    "lead",
                    "leads",
                    "to",
                    "gives",
                    "give",
                    "return",
                    "there",
                    "statuses",
                    "from");

    private Continuations() {}

    static List<Sentence> joined(List<Sentence> sentences) {
        var joined = new ArrayList<Sentence>();
        for (Sentence sentence : sentences) {
            if (joined.isEmpty()) {
                joined.add(sentence);
                continue;
            }
            List<Token> before = joined.getLast().tokens();
            List<Token> tokens = sentence.tokens();
            if (isNoException(tokens, before)) {
                continue;
            }
            if (isOtherwise(tokens)) {
                joined.set(joined.size() - 1, joined.getLast().withTokens(with(before, tokens)));
            } else if (CaseNotes.isOne(tokens) && CaseNotes.isOfUniqueness(before)) {
                joined.set(joined.size() - 1, joined.getLast().withTokens(CaseNotes.with(before)));
            } else if (isWithoutIt(tokens) && speaksOfSigningIn(before)) {
                joined.add(sentence.withTokens(withoutCredentials(tokens)));
            } else {
                joined.add(sentence);
            }
        }
        return joined;
    }

    /// "Trips of others are never shown. This is so for managers, too." makes no exception, as without the second sentence.
    private static boolean isNoException(List<Token> tokens, List<Token> before) {
        String words =
                String.join(" ", tokens.stream().map(Token::key).toList()).replaceAll("[ .]+$", "");
        boolean isRestricting =
                before.stream()
                        .map(Token::key)
                        .anyMatch(
                                Set.of("never", "not", "only", "nobody", "no", "cannot")::contains);
        return isRestricting
                && words.matches(
                        "(this|that|the same|it) (is so|holds|applies|goes|is true|is the case|is the same|also holds|also applies) "
                                + "for (the |an? |all |every )?[a-z-]+( [a-z-]+){0,3}?( ,)? (too|as well|also)");
    }

    /// "Otherwise the answer is 409.", "Otherwise 409 is returned."
    private static boolean isOtherwise(List<Token> tokens) {
        return tokens.size() > 2
                && tokens.size() < 15
                && (Set.of("otherwise", "else").contains(tokens.getFirst().key())
                        || isOfOtherStates(tokens))
                && tokens.stream().filter(TokenForms::isStatus).count() == 1
                && tokens.stream()
                        .skip(1)
                        .filter(token -> !TokenForms.isStatus(token))
                        .map(Token::key)
                        .allMatch(ANSWERING::contains);
    }

    /// "For any other state the answer is 409.", "Other states lead to 409."
    private static boolean isOfOtherStates(List<Token> tokens) {
        List<String> words = tokens.stream().limit(5).map(Token::key).toList();
        int other = words.indexOf("other");
        return other >= 0
                && other + 1 < words.size()
                && Set.of("state", "states", "status", "statuses").contains(words.get(other + 1))
                && Set.of("for", "in", "from", "with", "any", "every", "all", "other")
                        .containsAll(words.subList(0, other + 1));
    }

    private static List<Token> with(List<Token> before, List<Token> otherwise) {
        var all = new ArrayList<>(before);
        while (!all.isEmpty() && all.getLast().isMark(".")) {
            all.removeLast();
        }
        all.add(new Token(Token.Kind.MARK, "->", "->", 0, 0));
        otherwise.stream().filter(TokenForms::isStatus).forEach(all::add);
        return all;
    }

    private static boolean isWithoutIt(List<Token> tokens) {
        return tokens.size() > 2
                && tokens.getFirst().key().equals("without")
                && Set.of("it", "that", "one", "this").contains(tokens.get(1).key());
    }

    private static boolean speaksOfSigningIn(List<Token> tokens) {
        return tokens.stream().map(Token::key).anyMatch(SIGNING_IN::contains);
    }

    private static List<Token> withoutCredentials(List<Token> tokens) {
        var all = new ArrayList<>(tokens);
        all.set(1, new Token(Token.Kind.WORD, "credentials", "credentials", 0, 0));
        return all;
    }
}
