package kiro.steering.check;

import java.util.Optional;
import java.util.function.Predicate;

/// What test runs have measured.
public interface MeasuredCoverage {
    /// Nothing was measured.
    MeasuredCoverage NONE = (_, _) -> Optional.empty();

    /// The share of lines or branches of some files that tests run, in percent; empty where it was not measured.
    ///
    /// @param files by their paths from the project's root
    Optional<Double> percent(boolean ofBranches, Predicate<String> files);
}
