package kiro.infer;

import java.util.List;

/// A criterion that was inferred.
///
/// @param message what the code says in that case; empty for nothing
record DraftCriterion(String words, Place place, String message, List<Proof> proofs) {
    /// A test that seems to assert it.
    ///
    /// @param match what the two have in common
    record Proof(TestFact test, String match) {}

    DraftCriterion {
        proofs = List.copyOf(proofs);
    }
}
