package kiro.sync;

import java.util.List;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// Knows ids that criteria of a spec had before: whichever of them is gone is never given again.
@FunctionalInterface
public interface EarlierIds {
    EarlierIds NONE = _ -> List.of();

    List<CriterionId> of(Spec spec);
}
