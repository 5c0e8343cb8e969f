package kiro.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.CriterionId;

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

    /// The same, with what came of breaking the code of criteria.
    public Verification with(List<Proving> tried) {
        Map<CriterionId, Proof> proofs = new HashMap<>();
        for (Proving each : tried) {
            switch (each) {
                case Proving.Tried found -> proofs.put(found.criterion().id(), found.proof());
                case Proving.NotTried not -> {}
            }
        }
        Map<CriterionId, Evidence> now = new HashMap<>();
        for (Evidence each : evidence) {
            Optional<Proof> proof = Optional.ofNullable(proofs.get(each.criterion()));
            now.put(each.criterion(), proof.map(each::withProof).orElse(each));
        }
        return new Verification(
                run,
                verdicts.stream()
                        .map(verdict -> {
                            CriterionId id = verdict.criterion().id();
                            return proofs.containsKey(id) && now.containsKey(id)
                                    ? Strength.verdict(passing(verdict), now.get(id))
                                    : verdict;
                        })
                        .toList(),
                evidence.stream().map(each -> now.getOrDefault(each.criterion(), each)).toList(),
                unlinked);
    }

    private static Verdict passing(Verdict verdict) {
        return RunJudge.passing(verdict.criterion(), verdict.tests());
    }

    public List<Verdict> unproven() {
        return verdicts.stream().filter(verdict -> !verdict.isProven()).toList();
    }
}
