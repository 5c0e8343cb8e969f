package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Rules in one cell with semicolons between them: "`OPEN` or `DONE`; selects the tasks with this status".
final class CellPieces {
    private static final Set<String> SELECTING = Set.of("selects", "filters", "finds", "lists");
    private static final Set<String> WHAT =
            Set.of(
                    "the", "a", "by", "it", "with", "of", "this", "that", "which", "have", "has",
                    "exactly", "whose", "is", "for", "list", "result", "results", "in", "only",
                    "those", "value");
    private static final List<Token> FILTERS =
            List.of(new Token(Token.Kind.WORD, "filters", "filters", 0, 0));

    private CellPieces() {}

    /// What each piece says; empty where one is not understood.
    static Optional<List<Meaning>> of(
            List<Token> tokens, Function<List<Token>, Optional<Meaning>> reading) {
        var pieces = new ArrayList<Meaning>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i < tokens.size() && !tokens.get(i).isMark(";")) {
                continue;
            }
            List<Token> piece = tokens.subList(start, i);
            start = i + 1;
            Optional<Meaning> read = piece.isEmpty() ? Optional.empty() : read(piece, reading);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(read.get());
        }
        return Optional.of(List.copyOf(pieces));
    }

    private static Optional<Meaning> read(
            List<Token> piece, Function<List<Token>, Optional<Meaning>> reading) {
        return reading.apply(piece)
                .or(() -> isSelection(piece) ? reading.apply(FILTERS) : Optional.empty());
    }

    /// "Selects the bookings with this status": two plain nouns at most, and nothing of how.
    private static boolean isSelection(List<Token> piece) {
        long others = piece.stream().skip(1).filter(token -> !WHAT.contains(token.key())).count();
        boolean areWords = piece.stream().allMatch(token -> token.is(Token.Kind.WORD));
        return SELECTING.contains(piece.getFirst().key()) && areWords && others <= 2;
    }
}
