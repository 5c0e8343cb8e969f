package kiro.spec;

import java.util.List;
import kiro.finding.Finding;

/// What came out of reading a spec.
public sealed interface SpecReading {
    record Whole(Spec spec) implements SpecReading {}

    /// There is no spec to work with: what is wrong, with places.
    record Broken(List<Finding> findings) implements SpecReading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
