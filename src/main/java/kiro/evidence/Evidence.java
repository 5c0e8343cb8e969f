package kiro.evidence;

import java.time.Instant;
import java.util.List;
import kiro.spec.CriterionId;
import kiro.text.Hash;

/// That a criterion was met, so that a machine can check it again.
///
/// @param words the digest of the criterion's words at that time
/// @param tree the digest of the project's code at that time
/// @param tests the tests that named it, all of which passed
/// @param command what ran them
public record Evidence(
        CriterionId criterion,
        Hash words,
        Hash tree,
        List<ProvingTest> tests,
        String command,
        Instant at) {
    public Evidence {
        tests = List.copyOf(tests);
    }

    /// @param body the digest of the test's own text at that time
    public record ProvingTest(TestId test, Hash body) {}
}
