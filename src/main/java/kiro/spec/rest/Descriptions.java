package kiro.spec.rest;

import java.util.List;
import java.util.Set;

/// Tells a remark that explains a field from one that demands something of it.
final class Descriptions {
    private static final Set<String> SIGNALS =
            Set.of(
                    "must",
                    "only",
                    "least",
                    "most",
                    "max",
                    "maximum",
                    "min",
                    "minimum",
                    "not",
                    "no",
                    "never",
                    "always",
                    "shall",
                    "should",
                    "may",
                    "can",
                    "cannot",
                    "unique",
                    "required",
                    "optional",
                    "mandatory",
                    "default",
                    "defaults",
                    "between",
                    "length",
                    "characters",
                    "chars",
                    "valid",
                    "digits",
                    "up",
                    "less",
                    "more",
                    "than",
                    "longer",
                    "shorter",
                    "allowed",
                    "one",
                    "format",
                    "null",
                    "empty",
                    "blank",
                    "positive",
                    "negative",
                    "before",
                    "after",
                    "future",
                    "past",
                    "if",
                    "when",
                    "unless",
                    "except",
                    "exactly",
                    "either",
                    "or",
                    "omitted",
                    "absent",
                    "sorted",
                    "ascending",
                    "descending",
                    "case",
                    "limit",
                    "limited",
                    "without",
                    "needs",
                    "requires",
                    "generated",
                    "set",
                    "masked",
                    "has",
                    "to",
                    "will",
                    "ignored",
                    "read-only",
                    "readonly",
                    "immutable",
                    "hidden",
                    "encrypted",
                    "hashed",
                    "trimmed",
                    "normalised",
                    "normalized",
                    "lowercase",
                    "uppercase",
                    "letters",
                    "letter",
                    "digit",
                    "hyphen",
                    "dash",
                    "starts",
                    "begins",
                    "ends",
                    "pattern",
                    "some",
                    "mostly",
                    "usually",
                    "normally",
                    "perhaps",
                    "maybe",
                    "probably",
                    "roughly",
                    "about",
                    "approximately",
                    "ideally",
                    "preferably",
                    "sometimes",
                    "often",
                    "generally",
                    "hopefully");

    /// Words that say of a value in an answer more than what it is.
    private static final Set<String> OF_ANSWERS =
            Set.of(
                    "null",
                    "only",
                    "never",
                    "hidden",
                    "masked",
                    "rounded",
                    "sorted",
                    "ordered",
                    "order",
                    "ascending",
                    "descending",
                    "encrypted",
                    "hashed",
                    "if",
                    "when",
                    "unless",
                    "except",
                    "default",
                    "sum",
                    "average",
                    "generated",
                    "always",
                    "must",
                    "may",
                    "for",
                    "without",
                    "not",
                    "no",
                    "latest",
                    "first",
                    "last",
                    "each",
                    "trimmed",
                    "lowercase",
                    "uppercase",
                    "current",
                    "set");

    private Descriptions() {}

    /// The words before an example: "time of day, such as `06:00`".
    static List<Token> withoutExample(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String two = tokens.get(i).key() + " " + tokens.get(i + 1).key();
            boolean isExample =
                    two.equals("such as")
                            || two.equals("for example")
                            || two.equals("for instance")
                            || tokens.get(i).key().matches("e\\.g\\.?");
            if (isExample) {
                return tokens.subList(0, tokens.get(i - 1).isMark(",") ? i - 1 : i);
            }
        }
        return tokens;
    }

    /// Whether the words only say what a value of an answer is.
    static boolean isOfAnswers(List<Token> tokens) {
        return tokens.stream()
                .noneMatch(token ->
                        token.is(Token.Kind.WORD)
                                && OF_ANSWERS.contains(
                                        token.key().toLowerCase(java.util.Locale.ROOT)));
    }

    /// Whether the words explain and demand nothing: none of them can be part of a rule.
    static boolean isRemark(List<Token> tokens) {
        return tokens.stream().noneMatch(Descriptions::isSignal);
    }

    private static boolean isSignal(Token token) {
        return switch (token.kind()) {
            case NUMBER, ORDINAL, METHOD, PATH -> true;
            case CODE, PARAMETER -> false;
            case WORD -> SIGNALS.contains(token.key());
            case MARK -> Set.of(">=", "<=", "<", ">", "=").contains(token.key());
        };
    }
}
