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
        for (AcceptanceCriterion criterion : now.criteria()) {
            CriterionId id = criterion.id();
            Optional<Verdict> verdict = verdict(verification, now, id);
            boolean isUntouched =
                    verdict.isEmpty() || verdict.get().state() == VerdictState.COULD_NOT_MEASURE;
            if (isUntouched) {
                Optional.ofNullable(before.get(id)).ifPresent(plan.evidence::add);
                continue;
            }
            boolean isEdited = !hasWordsOf(judged, criterion);
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

    private static Optional<Verdict> verdict(Verification verification, Spec spec, CriterionId id) {
        return verification.verdicts().stream()
                .filter(verdict -> verdict.criterion().spec().equals(spec.name()))
                .filter(verdict -> verdict.criterion().id().equals(id))
                .findFirst();
    }

    private static boolean hasWordsOf(Spec judged, AcceptanceCriterion criterion) {
        return judged.criterion(criterion.id())
                .filter(then -> then.hash().equals(criterion.hash()))
                .isPresent();
    }
}
