package kiro.spec.rest;

import java.util.Set;
import java.util.regex.Pattern;

/// Tells by a token's form what it can be, whatever the spec.
final class TokenForms {
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final Pattern HEADER =
            Pattern.compile("[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)+|Location|ETag|Link|Allow|Vary");
    private static final Pattern IN_CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+([A-Z][A-Za-z0-9]*)+");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> CREDENTIALS =
            Set.of(
                    "token",
                    "tokens",
                    "session",
                    "credentials",
                    "login",
                    "key",
                    "secret",
                    "passcode");
    private static final Set<String> STATES =
            Set.of(
                    "paid",
                    "sold",
                    "sent",
                    "full",
                    "active",
                    "inactive",
                    "open",
                    "draft",
                    "lent",
                    "ongoing",
                    "running",
                    "pending",
                    "final",
                    "taken",
                    "done",
                    "complete",
                    "void",
                    "overdue",
                    "free",
                    "available",
                    "vacant",
                    "busy",
                    "idle",
                    "frozen");
    private static final Set<String> NO_STATES =
            Set.of(
                    "need",
                    "updated",
                    "unauthenticated",
                    "authenticated",
                    "requested",
                    "created",
                    "changed",
                    "stored",
                    "saved",
                    "malformed",
                    "deleted",
                    "unsupported",
                    "signed",
                    "owned",
                    "unauthorized",
                    "authorized",
                    "failed",
                    "rejected",
                    "returned");
    private static final Set<String> NEVER_NAMES =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "and",
                    "or",
                    "not",
                    "no",
                    "with",
                    "without",
                    "of",
                    "in",
                    "is",
                    "are",
                    "be",
                    "must",
                    "may",
                    "can",
                    "should",
                    "shall",
                    "will",
                    "optional",
                    "required",
                    "string",
                    "integer",
                    "number",
                    "boolean",
                    "yes",
                    "only",
                    "all",
                    "any",
                    "each",
                    "every",
                    "if",
                    "when",
                    "unless",
                    "except",
                    "for",
                    "from",
                    "to",
                    "as",
                    "by",
                    "at",
                    "on",
                    "its",
                    "their",
                    "this",
                    "that",
                    "it",
                    "there",
                    "none",
                    "nothing",
                    "such",
                    "same",
                    "plus",
                    "also",
                    "both",
                    "either",
                    "neither",
                    "always",
                    "never",
                    "request",
                    "response",
                    "body",
                    "error",
                    "errors",
                    "fields",
                    "field",
                    "etc",
                    "authentication",
                    "bearer",
                    "json",
                    "other",
                    "more",
                    "unknown",
                    "invalid",
                    "valid",
                    "missing",
                    "user",
                    "users",
                    "return",
                    "returns",
                    "max",
                    "min",
                    "unique",
                    "positive",
                    "default",
                    "nullable",
                    "case");

    private TokenForms() {}

    static boolean isStatus(Token token) {
        return token.is(Token.Kind.NUMBER) && STATUS.matcher(token.key()).matches();
    }

    /// A name in code marks, or one that has the form of a field's name and of no English word: `displayName`.
    static boolean isCodeName(Token token) {
        return (token.is(Token.Kind.CODE) && CodeText.isName(token.text()))
                || (token.is(Token.Kind.WORD) && isIdentifier(token.text()));
    }

    private static boolean isIdentifier(String word) {
        boolean isCamelCase =
                Character.isLowerCase(word.charAt(0))
                        && word.chars().anyMatch(Character::isUpperCase);
        return CodeText.isName(word) && (isCamelCase || word.indexOf('_') > 0);
    }

    /// A word that can be a field's name where a list of fields is expected.
    static boolean isListed(Token token) {
        return isCodeName(token)
                || (token.is(Token.Kind.WORD)
                        && CodeText.isName(token.text())
                        && !NEVER_NAMES.contains(token.key()));
    }

    static boolean isValue(Token token) {
        return token.is(Token.Kind.CODE)
                || token.is(Token.Kind.NUMBER)
                || (token.is(Token.Kind.WORD)
                        && (IN_CAPITALS.matcher(token.text()).matches()
                                || LITERALS.contains(token.key())));
    }

    /// A plain word of a list of values; words that can go on with the sentence are none.
    static boolean isItem(Token token) {
        return token.is(Token.Kind.NUMBER)
                || (token.is(Token.Kind.WORD)
                        && (!NEVER_NAMES.contains(token.key()) || token.text().equals("OTHER")));
    }

    static boolean isState(Token token) {
        boolean isWord =
                token.is(Token.Kind.WORD)
                        && (STATES.contains(token.key()) || token.key().endsWith("ed"))
                        && !NO_STATES.contains(token.key());
        return isWord || (isValue(token) && !token.is(Token.Kind.NUMBER));
    }

    static boolean isCredential(Token token) {
        return CREDENTIALS.contains(token.key());
    }

    static boolean isHeader(Token token) {
        boolean isName = token.is(Token.Kind.WORD) || token.is(Token.Kind.CODE);
        return isName && HEADER.matcher(token.text()).matches();
    }

    static boolean isType(Token token) {
        return TYPE.matcher(token.text()).matches();
    }
}
