package kiro.spec.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Puts "a closed ticket cannot be changed (409)" into the form in which a situation comes last: "returns 409 for a closed
/// ticket".
final class CannotBe {
    private static final Set<String> NEVER =
            Set.of("cannot be", "can not be", "must not be", "may not be", "can never be");
    private static final Set<String> AGAIN = Set.of("again", "anymore", "any", "more", "longer");
    private static final Set<String> BETWEEN =
            Set.of("(", ")", ":", "-", "->", ",", "and", "it", "returns", "answers", "with", "a");

    private CannotBe() {}

    /// The tokens with the status first; as they are where the sentence says nothing of the kind.
    static List<Token> turned(List<Token> tokens, Route route) {
        Optional<Integer> never = never(tokens);
        if (never.isEmpty() || never.get() == 0) {
            return tokens;
        }
        int start = never.get() + words(tokens, never.get());
        int end = end(tokens, start, done(route));
        if (end == start) {
            return tokens;
        }
        var rest = new ArrayList<>(tokens.subList(end, tokens.size()));
        rest.removeIf(token -> AGAIN.contains(token.key()) || BETWEEN.contains(token.key()));
        boolean isStatus = rest.size() == 1 && TokenForms.isStatus(rest.getFirst());
        if (!isStatus && !rest.isEmpty()) {
            return tokens;
        }
        var turned = new ArrayList<Token>();
        if (isStatus) {
            turned.add(word("returns"));
            turned.add(rest.getFirst());
            turned.add(word("for"));
        }
        turned.addAll(tokens.subList(0, never.get()));
        return List.copyOf(turned);
    }

    private static Optional<Integer> never(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (words(tokens, at) > 0) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// How many words say there that something cannot be done.
    private static int words(List<Token> tokens, int at) {
        for (int length = 2; length <= 3; length++) {
            if (at + length <= tokens.size()
                    && NEVER.contains(
                            String.join(
                                    " ",
                                    tokens.subList(at, at + length).stream()
                                            .map(Token::key)
                                            .toList()))) {
                return length;
            }
        }
        return 0;
    }

    /// Where the words end that say what the request does; where they begin if they say something else.
    private static int end(List<Token> tokens, int start, Set<String> done) {
        for (int end = Math.min(tokens.size(), start + 3); end > start; end--) {
            String words =
                    String.join(" ", tokens.subList(start, end).stream().map(Token::key).toList());
            if (done.contains(words)) {
                return end;
            }
        }
        return start;
    }

    /// What has been done by the request: what its path ends in, or what is usual for its method.
    private static Set<String> done(Route route) {
        String act = route.path().segments().getLast().toLowerCase(Locale.ROOT);
        var done =
                new HashSet<>(
                        switch (route.method()) {
                            case DELETE -> Set.of("deleted", "removed");
                            case PUT, PATCH ->
                                    Set.of("changed", "updated", "edited", "modified", "replaced");
                            case GET -> Set.of("read", "seen", "fetched");
                            default -> Set.<String>of();
                        });
        if (act.matches("[a-z]+(-[a-z]+)*")) {
            int cut = act.indexOf('-');
            String verb = cut < 0 ? act : act.substring(0, cut);
            String more = cut < 0 ? "" : act.substring(cut).replace('-', ' ');
            Words.doneBy(verb).forEach(word -> done.add(word + more));
        }
        return done;
    }

    private static Token word(String key) {
        return new Token(Token.Kind.WORD, key, key, 0, 0);
    }
}
