package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.spec.rest.Expectation.Direction;
import kiro.spec.rest.Expectation.SortKey;

/// Reads the value of a line on the order of a list: one field, or several, each of which decides between those that are the
/// same in the fields before it.
final class OrderValue {
    private static final Set<String> JOINTS = Set.of("then", "and", ",", ";");

    private OrderValue() {}

    static Optional<List<Fact>> read(List<Token> value) {
        var keys = new ArrayList<SortKey>();
        for (List<Token> piece : pieces(value)) {
            Optional<SortKey> key = key(piece);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        List.of(
                                new Fact.Behaves(
                                        new Behaviour.Sorts(
                                                keys.getFirst().name(),
                                                keys.getFirst().direction(),
                                                keys.subList(1, keys.size())))));
    }

    /// The words on one field each: those from its name on, with "by" before it.
    private static List<List<Token>> pieces(List<Token> value) {
        var pieces = new ArrayList<List<Token>>();
        var piece = new ArrayList<Token>();
        boolean hasName = false;
        for (int at = 0; at < value.size(); at++) {
            Token token = value.get(at);
            boolean isBefore =
                    hasName
                            && (LabelledFacts.isName(token)
                                    || (JOINTS.contains(token.key()) && isNameNext(value, at)));
            if (isBefore) {
                pieces.add(List.copyOf(piece));
                piece.clear();
                hasName = false;
            }
            hasName = hasName || LabelledFacts.isName(token);
            piece.add(token);
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }

    private static boolean isNameNext(List<Token> value, int at) {
        return value.subList(at, value.size()).stream()
                .dropWhile(token -> JOINTS.contains(token.key()) || token.key().equals("by"))
                .findFirst()
                .filter(LabelledFacts::isName)
                .isPresent();
    }

    private static Optional<SortKey> key(List<Token> piece) {
        List<Token> names = piece.stream().filter(LabelledFacts::isName).toList();
        String words =
                piece.stream()
                        .filter(token -> !LabelledFacts.isName(token))
                        .map(Token::key)
                        .collect(Collectors.joining(" "))
                        .replaceAll("[,;()]", " ")
                        .replaceAll("\\s+", " ")
                        .strip()
                        .replaceFirst("^(then|and then|and) ?", "")
                        .strip();
        return names.size() == 1
                ? direction(words).map(order -> new SortKey(names.getFirst().text(), order))
                : Optional.empty();
    }

    private static Optional<Direction> direction(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "",
                    "ascending",
                    "asc",
                    "by ascending",
                    "by",
                    "smallest first",
                    "lowest first",
                    "oldest first",
                    "earliest first" ->
                    Optional.of(Direction.ASCENDING);
            case "descending",
                    "desc",
                    "by descending",
                    "largest first",
                    "highest first",
                    "newest first",
                    "latest first" ->
                    Optional.of(Direction.DESCENDING);
            default -> Optional.empty();
        };
    }
}
