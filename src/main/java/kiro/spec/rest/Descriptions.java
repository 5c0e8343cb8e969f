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
                    "lowercase");

    private Descriptions() {}

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
