package kiro.spec.sentence;

import java.util.ArrayList;
import java.util.List;

/// Tells status codes from other numbers.
final class Statuses {
    private Statuses() {}

    /// The statuses among the tokens from one index to another.
    static List<HttpOutcome.Status> in(String text, Tokens tokens, int from, int to) {
        if (!tokens.has(Token.Kind.NUMBER) && !tokens.has(Token.Kind.CODE)) {
            return List.of();
        }
        List<HttpOutcome.Status> statuses = List.of();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            int code = code(token);
            if (code > 0 && isStatus(tokens, i, !statuses.isEmpty())) {
                statuses = statuses.isEmpty() ? new ArrayList<>() : statuses;
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
        if (digits.length() != 3) {
            return 0;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            code = 10 * code + digit;
        }
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

    private static boolean isStatus(Tokens tokens, int at, boolean isFurther) {
        if (at > 0 && tokens.get(at - 1).reads(WordClass.STATUS_NAME)) {
            return true;
        }
        if (at > 0 && tokens.get(at - 1).reads(WordClass.AMOUNT)) {
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
                    || before.reads(WordClass.STATUS_NAME)
                    || before.isMark('\u2192')
                    || (before.isMark('>') && i > 0 && isArrow(tokens.get(i - 1)))) {
                return isFollowed;
            }
            if (!before.reads(WordClass.BEFORE_STATUS)
                    && !before.is(Token.Kind.WORD)
                    && !before.is(Token.Kind.PATH)
                    && !before.is(Token.Kind.CODE)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isArrow(Token token) {
        return token.isMark('-') || token.isMark('=');
    }

    private static boolean isFollowed(Tokens tokens, int at) {
        if (tokens.get(at).is(Token.Kind.CODE) || at + 1 == tokens.size()) {
            return true;
        }
        Token next = tokens.get(at + 1);
        return switch (next.kind()) {
            case MARK -> !next.isMark('%') && !next.isMark('$') && !next.isMark('/');
            case WORD -> next.is(WordClass.AFTER_STATUS) || next.is(WordClass.CAPITAL);
            case CODE, QUOTE -> true;
            case NUMBER, PATH -> false;
        };
    }
}
