package kiro.spec;

import java.util.List;
import kiro.finding.Finding;

/// The rules that a spec's structure must satisfy.
public final class SpecRules {
    private SpecRules() {}

    /// Everything a person should repair, in the order of the file.
    public static List<Finding> check(Spec spec) {
        throw new IllegalStateException("skeleton");
    }
}
