package kiro.spec;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;

/// What came out of reading a spec.
public sealed interface SpecReading {
    record Whole(Spec spec) implements SpecReading {}

    /// There is no spec to work with: what is wrong, with places.
    ///
    /// @param draft what could be read all the same, such as a spec that has no criteria yet: to be shown, not to be
    ///     worked with
    record Broken(List<Finding> findings, Optional<Spec> draft) implements SpecReading {
        public Broken {
            findings = List.copyOf(findings);
        }

        public Broken(List<Finding> findings) {
            this(findings, Optional.empty());
        }
    }
}
