package kiro.permission;

import java.util.Comparator;
import java.util.List;
import kiro.text.Order;

/// What an effect could do, whatever the mode: how much it matters, and why.
///
/// @param reason a sentence about the effect, such as `pom.xml is a build file`
record Assessment(Concern concern, String reason) {
    private static final Comparator<Assessment> BY_CONCERN = Order.by(Assessment::concern);

    /// The one that matters most; of those that matter as much, the first.
    static Assessment worst(List<Assessment> all, Assessment none) {
        Assessment worst = all.isEmpty() ? none : all.getFirst();
        for (Assessment each : all) {
            worst = BY_CONCERN.compare(each, worst) > 0 ? each : worst;
        }
        return worst;
    }

    Assessment orWorse(Assessment other) {
        return worst(List.of(this, other), this);
    }
}
