package kiro.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.Evidence;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.text.Hash;

/// What has to change so that a spec and its evidence say what a verification found.
///
/// @param spec the spec as its file is now
/// @param toTick criteria that are proven and not ticked
/// @param toUntick criteria that are ticked and not proven
/// @param evidence what is to be kept
/// @param edited criteria that were proven in other words than the file has now
record SyncPlan(
        Spec spec,
        List<CriterionId> toTick,
        List<CriterionId> toUntick,
        List<Evidence> evidence,
        List<AcceptanceCriterion> edited) {

    /// @param judged the spec that the verification is about; its file may have been edited since
    /// @param kept the evidence that is kept now
    static SyncPlan of(Spec now, Spec judged, Verification verification, List<Evidence> kept) {
        var plan =
                new SyncPlan(
                        now,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        Map<CriterionId, Evidence> proofs = byId(verification.evidence());
        Map<CriterionId, Evidence> before = byId(kept);
        Map<CriterionId, Verdict> verdicts = verdicts(verification, now);
        Map<CriterionId, Hash> words = words(judged);
        for (AcceptanceCriterion criterion : now.criteria()) {
            CriterionId id = criterion.id();
            Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(id));
            boolean isUntouched =
                    verdict.isEmpty() || verdict.get().state() == VerdictState.COULD_NOT_MEASURE;
            if (isUntouched) {
                Optional.ofNullable(before.get(id)).ifPresent(plan.evidence::add);
                continue;
            }
            boolean isEdited = !criterion.hash().equals(words.get(id));
            Optional<Evidence> proof = Optional.ofNullable(proofs.get(id));
            boolean isProven = verdict.get().isProven() && proof.isPresent();
            plan.add(criterion, proof.filter(found -> !isEdited), isProven && !isEdited);
            if (isEdited && isProven) {
                plan.edited.add(criterion);
            }
        }
        return plan;
    }

    private void add(AcceptanceCriterion criterion, Optional<Evidence> proof, boolean isProven) {
        proof.ifPresent(evidence::add);
        if (criterion.hasCheckbox() && criterion.isTicked() != isProven) {
            (isProven ? toTick : toUntick).add(criterion.id());
        }
    }

    private static Map<CriterionId, Evidence> byId(List<Evidence> evidence) {
        var byId = new HashMap<CriterionId, Evidence>();
        evidence.forEach(each -> byId.put(each.criterion(), each));
        return byId;
    }

    /// Of two with the same id the first counts.
    private static Map<CriterionId, Verdict> verdicts(Verification verification, Spec spec) {
        var verdicts = new HashMap<CriterionId, Verdict>();
        verification.verdicts().stream()
                .filter(verdict -> verdict.criterion().spec().equals(spec.name()))
                .forEach(verdict -> verdicts.putIfAbsent(verdict.criterion().id(), verdict));
        return verdicts;
    }

    private static Map<CriterionId, Hash> words(Spec spec) {
        var words = new HashMap<CriterionId, Hash>();
        spec.criteria().forEach(each -> words.putIfAbsent(each.id(), each.hash()));
        return words;
    }
}
