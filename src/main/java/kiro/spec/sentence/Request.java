package kiro.spec.sentence;

import java.util.Optional;
import java.util.Set;

/// The request that a sentence names.
record Request(Optional<String> method, Optional<Phrase> path) {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final Request NONE = new Request(Optional.empty(), Optional.empty());

    static Request in(String text, Tokens tokens) {
        if (!tokens.has(Token.Kind.PATH) && !tokens.has(Token.Kind.CODE)) {
            return NONE;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Token.Kind.PATH)) {
                Optional<String> method =
                        i > 0 ? method(tokens.get(i - 1).text()) : Optional.empty();
                return new Request(
                        method, Optional.of(Phrase.of(text, token.start(), token.end())));
            }
            if (token.is(Token.Kind.CODE)) {
                Optional<Request> coded = coded(text, tokens, i);
                if (coded.isPresent()) {
                    return coded.get();
                }
            }
        }
        return NONE;
    }

    /// Whether a token names the method or the path of a request.
    static boolean isPart(Tokens tokens, int at) {
        Token token = tokens.get(at);
        if (token.is(Token.Kind.PATH)) {
            return true;
        }
        if (token.is(Token.Kind.CODE)) {
            return isRequest(token.text()) || isPath(token.text());
        }
        return token.is(WordClass.SHOUTED)
                && METHODS.contains(token.text())
                && at + 1 < tokens.size()
                && (tokens.get(at + 1).is(Token.Kind.PATH) || isPath(tokens.get(at + 1).text()));
    }

    /// `PUT /x` between backticks, or `/x` there, with the method before it.
    private static Optional<Request> coded(String text, Tokens tokens, int at) {
        Token token = tokens.get(at);
        String code = token.text();
        int inside = text.indexOf(code, token.start());
        if (isPath(code)) {
            return Optional.of(
                    new Request(
                            at > 0 ? method(tokens.get(at - 1).text()) : Optional.empty(),
                            Optional.of(Phrase.of(text, inside, inside + code.length()))));
        }
        int space = code.indexOf(' ');
        if (!isRequest(code)) {
            return Optional.empty();
        }
        int path = space + 1;
        while (code.charAt(path) == ' ') {
            path++;
        }
        return Optional.of(
                new Request(
                        method(code.substring(0, space)),
                        Optional.of(Phrase.of(text, inside + path, inside + code.length()))));
    }

    private static boolean isRequest(String code) {
        int space = code.indexOf(' ');
        return space > 0
                && METHODS.contains(code.substring(0, space))
                && isPath(code.substring(space).strip());
    }

    private static boolean isPath(String code) {
        return code.startsWith("/") && code.length() > 1 && code.indexOf(' ') < 0;
    }

    private static Optional<String> method(String word) {
        return METHODS.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
