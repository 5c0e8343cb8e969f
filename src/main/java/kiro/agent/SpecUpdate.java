package kiro.agent;

import java.io.IOException;
import java.util.List;
import kiro.evidence.Verification;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// Writes what was proven into a spec.
@FunctionalInterface
public interface SpecUpdate {
    Ticks update(Spec spec, Verification verification) throws IOException;

    /// The criteria whose checkboxes changed.
    record Ticks(List<CriterionId> ticked, List<CriterionId> unticked) {
        public Ticks {
            ticked = List.copyOf(ticked);
            unticked = List.copyOf(unticked);
        }
    }
}
