package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;
import kiro.spec.CriterionId;
import kiro.text.SourceSpan;

/// A criterion of which every clause was understood: on this route, in this situation, this follows.
/// A criterion that speaks of several situations has one outcome for each.
public record CriterionOutcome(
        CriterionId criterion,
        Route route,
        Condition condition,
        List<Expectation> expectations,
        SourceSpan span) {
    public CriterionOutcome {
        expectations = List.copyOf(expectations);
    }

    /// The status that the criterion names; empty where it names none.
    public OptionalInt status() {
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.Status status) {
                return OptionalInt.of(status.code());
            }
        }
        return OptionalInt.empty();
    }
}
