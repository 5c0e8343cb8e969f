package kiro.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecRules;

/// Says what keeps a spec from being met, one line for each criterion, each with the next move.
final class SpecInspector {
    private final Demand demand;

    /// What is asked of a spec.
    enum Demand {
        /// Every criterion is proven.
        MET,
        /// What is claimed is true; what is open may be open.
        TRUE
    }

    SpecInspector(Demand demand) {
        this.demand = demand;
    }

    SpecStand inspect(Spec spec, Verification verification) {
        var findings = new ArrayList<Finding>();
        SpecRules.check(spec).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(findings::add);
        int proven = 0;
        for (Verdict verdict : verification.verdicts()) {
            proven += verdict.isProven() ? 1 : 0;
            spec.criterion(verdict.criterion().id())
                    .flatMap(criterion -> finding(spec, criterion, verdict))
                    .ifPresent(findings::add);
        }
        return new SpecStand(spec.name(), spec.criteria().size(), proven, findings);
    }

    private Optional<Finding> finding(Spec spec, AcceptanceCriterion criterion, Verdict verdict) {
        if (verdict.isProven()) {
            return Optional.empty();
        }
        if (verdict.state() == VerdictState.CLAIMED) {
            return error(
                    "check/ticked-without-evidence",
                    spec,
                    criterion,
                    "%s is ticked and nothing proves it".formatted(criterion.id()),
                    "run 'kiro spec sync %s' and commit what it writes".formatted(spec.name()));
        }
        if (verdict.state() == VerdictState.STALE) {
            return error(
                    "check/stale-evidence",
                    spec,
                    criterion,
                    "the evidence of %s is stale: %s".formatted(criterion.id(), verdict.reason()),
                    "run 'kiro spec sync %s' and commit what it writes".formatted(spec.name()));
        }
        boolean isOpen =
                demand == Demand.TRUE && !criterion.isTicked() && isHonest(verdict.state());
        return isOpen
                ? Optional.empty()
                : error(
                        "check/unmet-criterion",
                        spec,
                        criterion,
                        "%s is not met: %s".formatted(criterion.id(), verdict.reason()),
                        next(spec, criterion, verdict));
    }

    /// Whether it claims nothing: it is work that is left.
    private static boolean isHonest(VerdictState state) {
        return List.of(VerdictState.UNLINKED, VerdictState.NOT_RUN, VerdictState.SKIPPED)
                .contains(state);
    }

    private static String next(Spec spec, AcceptanceCriterion criterion, Verdict verdict) {
        return verdict.state() == VerdictState.UNLINKED
                ? "name it in the test that proves it: @Tag(\"%s\"), then run 'kiro spec sync %s'"
                        .formatted(spec.ref(criterion), spec.name())
                : "run 'kiro spec sync %s' and commit what it writes".formatted(spec.name());
    }

    private static Optional<Finding> error(
            String rule, Spec spec, AcceptanceCriterion criterion, String message, String fix) {
        return Optional.of(
                Finding.error(rule, spec.path().value(), criterion.span(), message, fix));
    }
}
