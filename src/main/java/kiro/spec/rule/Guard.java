package kiro.spec.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kiro.spec.sentence.Clause;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;

/// A condition of the form `the order total is more than 100 EUR`, which is all that a criterion's response depends
/// on.
///
/// @param subject what is compared, with its unit and whatever else the condition says: guards of one subject can be
///     held against each other
/// @param interval the numbers for which it holds
record Guard(String subject, Interval interval, Statement statement, Sentence.Ears sentence) {
    private enum Comparison {
        ABOVE,
        FROM,
        BELOW,
        UP_TO,
        EQUAL
    }

    /// The words of a comparison.
    private record Found(Comparison comparison, int length) {}

    static Optional<Guard> of(Statement statement) {
        if (!(statement.sentence() instanceof Sentence.Ears ears)
                || ears.clauses().size() != 1
                || !statement.tokens().has(WordClass.COMPARISON)) {
            return Optional.empty();
        }
        Clause clause = ears.clauses().getFirst();
        List<Token> tokens = Tokens.of(clause.words().text());
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (!tokens.get(i).reads(WordClass.COMPARISON)) {
                continue;
            }
            Optional<Found> found = comparison(tokens, i);
            int number = found.map(Found::length).orElse(0) + i;
            if (found.isPresent()
                    && number < tokens.size()
                    && tokens.get(number).is(Token.Kind.NUMBER)) {
                return of(statement, ears, tokens, i, number, found.get().comparison());
            }
        }
        return Optional.empty();
    }

    private static Optional<Guard> of(
            Statement statement,
            Sentence.Ears ears,
            List<Token> tokens,
            int comparison,
            int number,
            Comparison found) {
        Optional<Quantity> quantity = Quantity.of(tokens, number);
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        int rest = number + quantity.get().length();
        var subject = new StringBuilder(key(tokens.subList(0, comparison)));
        subject.append(" # ").append(quantity.get().kind());
        Comparison meant = orMore(tokens, rest, found);
        subject.append(" # ")
                .append(key(tokens.subList(meant == found ? rest : rest + 2, tokens.size())));
        ears.system().ifPresent(system -> subject.append(" # ").append(EarsRules.key(system)));
        BigDecimal amount = quantity.get().amount();
        return Optional.of(new Guard(subject.toString(), interval(meant, amount), statement, ears));
    }

    /// `is 10 or more` is `at least 10`.
    private static Comparison orMore(List<Token> tokens, int at, Comparison found) {
        if (found != Comparison.EQUAL || at + 1 >= tokens.size() || !tokens.get(at).is("or")) {
            return found;
        }
        return switch (tokens.get(at + 1).key()) {
            case "more", "greater", "older", "longer", "higher", "above" -> Comparison.FROM;
            case "less", "fewer", "younger", "shorter", "lower", "below" -> Comparison.UP_TO;
            default -> found;
        };
    }

    private static Interval interval(Comparison comparison, BigDecimal amount) {
        return switch (comparison) {
            case ABOVE -> Interval.above(amount, false);
            case FROM -> Interval.above(amount, true);
            case BELOW -> Interval.below(amount, false);
            case UP_TO -> Interval.below(amount, true);
            case EQUAL -> Interval.at(amount);
        };
    }

    private static Optional<Found> comparison(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Token next = tokens.get(at + 1);
        return switch (token.key()) {
            case "more", "greater", "longer", "larger", "older", "higher" ->
                    next.is("than") ? found(Comparison.ABOVE, 2) : Optional.empty();
            case "less", "fewer", "shorter", "smaller", "younger", "lower" ->
                    next.is("than") ? found(Comparison.BELOW, 2) : Optional.empty();
            case "over", "above", "exceeds", "exceed", "exceeding" -> found(Comparison.ABOVE, 1);
            case "under", "below" -> found(Comparison.BELOW, 1);
            case "at" ->
                    next.is("least")
                            ? found(Comparison.FROM, 2)
                            : next.is("most") ? found(Comparison.UP_TO, 2) : Optional.empty();
            case "equals", "exactly" -> found(Comparison.EQUAL, 1);
            case "is" -> found(Comparison.EQUAL, 1);
            case ">" -> next.isMark('=') ? found(Comparison.FROM, 2) : found(Comparison.ABOVE, 1);
            case "<" -> next.isMark('=') ? found(Comparison.UP_TO, 2) : found(Comparison.BELOW, 1);
            case "\u2265" -> found(Comparison.FROM, 1);
            case "\u2264" -> found(Comparison.UP_TO, 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Found> found(Comparison comparison, int length) {
        return Optional.of(new Found(comparison, length));
    }

    private static String key(List<Token> tokens) {
        var key = new StringBuilder();
        for (Token token : tokens) {
            if (!Words.isEmpty(token)) {
                key.append(key.isEmpty() ? "" : " ").append(token.stem());
            }
        }
        return key.toString();
    }

    /// Whether its criterion and another cannot both be followed: another status, or one does what the other does
    /// not.
    boolean contradicts(Guard other) {
        var status = sentence.outcome().map(http -> http.status());
        var second = other.sentence.outcome().map(http -> http.status());
        if (status.isPresent() && second.isPresent()) {
            return status.get().isPresent()
                    && second.get().isPresent()
                    && status.get().getAsInt() != second.get().getAsInt();
        }
        return Opposites.areOpposite(
                Tokens.of(sentence.response().text()),
                sentence.isNegated(),
                Tokens.of(other.sentence.response().text()),
                other.sentence.isNegated());
    }
}
