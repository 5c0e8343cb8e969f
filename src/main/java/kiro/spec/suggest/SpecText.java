package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kiro.spec.Spec;

/// What a spec says, sentence by sentence.
///
/// @param statements all of them, the criteria last
record SpecText(Spec spec, List<Statement> statements) {
    SpecText {
        statements = List.copyOf(statements);
    }

    static SpecText of(Spec spec) {
        return new SpecText(spec, StatementScan.of(spec));
    }

    List<Statement> criteria() {
        return statements.stream().filter(Statement::isCriterion).toList();
    }

    /// The sentences that are no criteria.
    List<Statement> prose() {
        return statements.stream().filter(statement -> !statement.isCriterion()).toList();
    }

    Optional<Statement> first(Clue clue) {
        return clue.first(statements);
    }

    boolean isCovered(Clue clue) {
        return isCovered(clue::isIn);
    }

    boolean isCovered(Predicate<Statement> said) {
        return statements.stream()
                .anyMatch(statement -> statement.isCriterion() && said.test(statement));
    }
}
