package kiro.draft;

import kiro.spec.CriterionId;

/// A change of a spec's criteria that a model proposes and that passes the rules for specs.
public sealed interface Change {
    /// The words that would stand in the spec.
    String words();

    /// Other words for a criterion.
    ///
    /// @param before its words as they are
    record Reworded(CriterionId id, String before, String words) implements Change {}

    /// A criterion that the spec lacks.
    ///
    /// @param because the sentence of the spec that it follows from, as the spec has it
    record Added(String words, String because) implements Change {}
}
