package kiro.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.text.Hash;

/// That a criterion was met, so that a machine can check it again.
///
/// @param words the digest of the criterion's words at that time
/// @param owned the code it was met by at that time
/// @param tests the tests that named it, all of which passed
/// @param command what ran them, or where their reports lay
/// @param at when it was first met like this
/// @param proof what came of breaking the code, where that was tried
public record Evidence(
        CriterionId criterion,
        Hash words,
        Owned owned,
        List<ProvingTest> tests,
        String command,
        Instant at,
        Optional<Proof> proof) {
    public Evidence {
        tests = List.copyOf(tests);
    }

    /// Evidence that is bound to all code.
    ///
    /// @param tree the digest of the project's code
    public Evidence(
            CriterionId criterion,
            Hash words,
            Hash tree,
            List<ProvingTest> tests,
            String command,
            Instant at) {
        this(criterion, words, Owned.tree(tree), tests, command, at, Optional.empty());
    }

    /// @param body the digest of the test's own text at that time
    /// @param via how it was known that the test means the criterion
    public record ProvingTest(TestId test, Hash body, Via via) {
        public ProvingTest(TestId test, Hash body) {
            this(test, body, Via.SOURCE);
        }
    }

    /// What links a test to a criterion.
    public enum Via {
        SOURCE,
        /// A label in the report, which the source need not show.
        REPORT
    }

    /// Whether it proves the criterion: code was broken without a test noticing, and it does not.
    public boolean isSound() {
        return proof.isEmpty() || proof.get().survivors().isEmpty();
    }

    public Evidence withProof(Proof found) {
        return new Evidence(criterion, words, owned, tests, command, at, Optional.of(found));
    }

    /// Whether another says the same of the same: the command and the time do not count.
    boolean isSameProofAs(Evidence other) {
        return criterion.equals(other.criterion)
                && words.equals(other.words)
                && owned.equals(other.owned)
                && tests.equals(other.tests)
                && proof.equals(other.proof);
    }
}
