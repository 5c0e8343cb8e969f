package kiro.spec.sentence;

import java.util.Optional;

/// The words that open a clause.
final class Keywords {
    /// A keyword of one or more tokens.
    record Found(ClauseKind kind, int length) {}

    private Keywords() {}

    /// The keyword that a sentence, or a clause behind a comma, begins with here.
    static Optional<Found> leading(Tokens tokens, int at) {
        Token token = tokens.get(at);
        if (!token.is(WordClass.LEADING)) {
            return Optional.empty();
        }
        return switch (token.key()) {
            case "when", "whenever", "upon", "once" -> found(ClauseKind.WHEN, 1);
            case "while", "whilst", "during" -> found(ClauseKind.WHILE, 1);
            case "where", "wherever" -> found(ClauseKind.WHERE, 1);
            case "if", "unless" -> found(ClauseKind.IF, 1);
            case "given" -> found(ClauseKind.GIVEN, 1);
            case "as" -> phrase(tokens, at, ClauseKind.WHILE, "as", "long", "as");
            case "in" -> phrase(tokens, at, ClauseKind.IF, "in", "case");
            default -> Optional.empty();
        };
    }

    /// The keyword of a clause that follows a response here.
    static Optional<Found> trailing(Tokens tokens, int at) {
        Token token = tokens.get(at);
        if (at == 0
                || !token.is(WordClass.TRAILING)
                || tokens.get(at - 1).reads(WordClass.ASKING)) {
            return Optional.empty();
        }
        return switch (token.key()) {
            case "when", "whenever", "upon" -> found(ClauseKind.WHEN, 1);
            case "while", "whilst" -> found(ClauseKind.WHILE, 1);
            case "if", "unless" -> found(ClauseKind.IF, 1);
            case "as" -> phrase(tokens, at, ClauseKind.WHILE, "as", "long", "as");
            case "in" -> phrase(tokens, at, ClauseKind.IF, "in", "case");
            default -> Optional.empty();
        };
    }

    private static Optional<Found> found(ClauseKind kind, int length) {
        return Optional.of(new Found(kind, length));
    }

    private static Optional<Found> phrase(Tokens tokens, int at, ClauseKind kind, String... words) {
        if (at + words.length > tokens.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).is(words[i])) {
                return Optional.empty();
            }
        }
        return found(kind, words.length);
    }
}
