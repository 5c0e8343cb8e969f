package kiro.spec.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells status codes from other numbers.
final class Statuses {
    private static final Set<String> BEFORE =
            Set.of(
                    "http",
                    "status",
                    "code",
                    "codes",
                    "statuses",
                    "an",
                    "a",
                    "with",
                    "by",
                    "or",
                    "and",
                    "either");
    private static final Set<String> NAMED = Set.of("http", "status", "code", "codes", "statuses");

    /// Words that may follow a status; any other makes the number an amount, as in `returns 200 results`.
    private static final Set<String> AFTER =
            Set.of(
                    "and",
                    "or",
                    "with",
                    "when",
                    "whenever",
                    "if",
                    "unless",
                    "for",
                    "on",
                    "in",
                    "to",
                    "once",
                    "upon",
                    "while",
                    "after",
                    "plus",
                    "without",
                    "then",
                    "only",
                    "because",
                    "rather",
                    "instead",
                    "not",
                    "error",
                    "response",
                    "responses",
                    "status",
                    "code",
                    "via",
                    "from",
                    "but",
                    "until",
                    "as",
                    "where",
                    "unauthorized",
                    "forbidden",
                    "ok",
                    "created",
                    "accepted",
                    "no",
                    "bad",
                    "conflict",
                    "gone",
                    "too",
                    "unprocessable",
                    "internal",
                    "service",
                    "found",
                    "method",
                    "precondition",
                    "payload",
                    "unsupported",
                    "redirect",
                    "moved",
                    "see",
                    "temporary",
                    "permanent",
                    "locked",
                    "gateway",
                    "never",
                    "naming",
                    "listing",
                    "containing",
                    "explaining",
                    "immediately",
                    "at",
                    "per",
                    "so",
                    "by");

    /// Words that make the number behind them an amount.
    private static final Set<String> AMOUNT =
            Set.of(
                    "most", "least", "than", "of", "first", "last", "top", "to", "over", "maximum",
                    "minimum", "limit", "about", "every", "within", "exactly", "only");

    private Statuses() {}

    /// The statuses among the tokens from one index to another.
    static List<HttpOutcome.Status> in(String text, List<Token> tokens, int from, int to) {
        var statuses = new ArrayList<HttpOutcome.Status>();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            int code = code(token);
            if (code > 0 && isStatus(tokens, i, !statuses.isEmpty())) {
                statuses.add(
                        new HttpOutcome.Status(code, Phrase.of(text, token.start(), token.end())));
            }
        }
        return statuses;
    }

    /// The number that a token would have as a status; 0 where it cannot be one.
    private static int code(Token token) {
        String digits =
                switch (token.kind()) {
                    case NUMBER -> token.text();
                    case CODE -> coded(token.text());
                    case WORD, QUOTE, PATH, MARK -> "";
                };
        if (digits.length() != 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int code = Integer.parseInt(digits);
        return isAssigned(code) ? code : 0;
    }

    private static boolean isAssigned(int code) {
        int hundreds = code / 100;
        return switch (hundreds) {
            case 1 -> code <= 103;
            case 2 -> code <= 208 || code == 226;
            case 3 -> code <= 308;
            case 4 -> code <= 418 || (code >= 421 && code <= 431) || code == 451;
            case 5 -> code <= 511;
            default -> false;
        };
    }

    /// `401`, `401 Unauthorized` and `HTTP 401` between backticks.
    private static String coded(String code) {
        String digits = code.startsWith("HTTP ") ? code.substring(5) : code;
        int space = digits.indexOf(' ');
        return space == 3 && Character.isUpperCase(digits.charAt(Math.min(4, digits.length() - 1)))
                ? digits.substring(0, 3)
                : digits;
    }

    private static boolean isStatus(List<Token> tokens, int at, boolean isFurther) {
        if (at > 0 && NAMED.contains(tokens.get(at - 1).key())) {
            return true;
        }
        if (at > 0 && AMOUNT.contains(tokens.get(at - 1).key())) {
            return false;
        }
        boolean isFollowed = isFollowed(tokens, at);
        if (at == 0 || isFurther) {
            return isFollowed;
        }
        for (int i = at - 1; i >= Math.max(0, at - 6); i--) {
            Token before = tokens.get(i);
            if (OutcomeReader.isVerb(before)
                    || before.is("result")
                    || NAMED.contains(before.key())
                    || before.isMark('\u2192')
                    || (before.isMark('>') && i > 0 && isArrow(tokens.get(i - 1)))) {
                return isFollowed;
            }
            if (!BEFORE.contains(before.key())
                    && !before.is(Token.Kind.WORD)
                    && !before.is(Token.Kind.CODE)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isArrow(Token token) {
        return token.isMark('-') || token.isMark('=');
    }

    private static boolean isFollowed(List<Token> tokens, int at) {
        if (tokens.get(at).is(Token.Kind.CODE) || at + 1 == tokens.size()) {
            return true;
        }
        Token next = tokens.get(at + 1);
        return switch (next.kind()) {
            case MARK -> !next.isMark('%') && !next.isMark('$') && !next.isMark('/');
            case WORD -> AFTER.contains(next.key()) || Character.isUpperCase(next.text().charAt(0));
            case CODE, QUOTE -> true;
            case NUMBER, PATH -> false;
        };
    }
}
