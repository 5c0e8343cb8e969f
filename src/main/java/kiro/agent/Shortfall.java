package kiro.agent;

import java.util.Optional;
import kiro.spec.CriterionId;

/// Something that stands between a run and "done".
///
/// @param criterion the criterion that lacks something; empty where it is about the whole
record Shortfall(Optional<CriterionId> criterion, String reason) {
    static Shortfall of(CriterionId criterion, String reason) {
        return new Shortfall(Optional.of(criterion), reason);
    }

    static Shortfall ofAll(String reason) {
        return new Shortfall(Optional.empty(), reason);
    }

    /// As one line.
    String line() {
        return criterion.map(id -> id + ": " + reason).orElse(reason);
    }
}
