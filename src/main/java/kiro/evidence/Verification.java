package kiro.evidence;

import java.util.List;

/// What a run of the tests says of a spec.
///
/// @param verdicts one for each criterion, in the order of the spec
/// @param evidence for the proven criteria
/// @param unlinked tests that name a criterion of this spec that does not exist
public record Verification(
        TestRun run, List<Verdict> verdicts, List<Evidence> evidence, List<TestLink> unlinked) {
    public Verification {
        verdicts = List.copyOf(verdicts);
        evidence = List.copyOf(evidence);
        unlinked = List.copyOf(unlinked);
    }

    public List<Verdict> unproven() {
        return verdicts.stream().filter(verdict -> !verdict.isProven()).toList();
    }
}
