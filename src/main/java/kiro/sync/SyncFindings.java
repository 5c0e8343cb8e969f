package kiro.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.TestLink;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.DocumentKind;
import kiro.spec.Spec;
import kiro.spec.SpecTask;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;

/// Says what a person should repair so that every criterion can be proven.
final class SyncFindings {
    private final Spec spec;
    private final Verification verification;
    private final Acceptances accepted;

    /// @param spec the spec as its file is now
    SyncFindings(Spec spec, Verification verification, Acceptances accepted) {
        this.spec = spec;
        this.verification = verification;
        this.accepted = accepted;
    }

    /// @param edited criteria that were edited between their verification and now
    List<Finding> all(List<AcceptanceCriterion> edited) {
        var findings = new ArrayList<Finding>();
        runNotMeasured().ifPresent(findings::add);
        Map<CriterionId, AcceptanceCriterion> byId = new HashMap<>();
        spec.criteria().forEach(each -> byId.putIfAbsent(each.id(), each));
        for (Verdict verdict : verification.verdicts()) {
            Optional.ofNullable(byId.get(verdict.criterion().id()))
                    .ifPresent(criterion -> findings.addAll(about(verdict, criterion)));
        }
        edited.forEach(criterion -> findings.add(edited(criterion)));
        verification.unlinked().forEach(link -> findings.add(unknown(link)));
        return findings.stream().distinct().sorted(Finding.ORDER).toList();
    }

    private Optional<Finding> runNotMeasured() {
        boolean isAny =
                verification.verdicts().stream()
                        .anyMatch(verdict -> verdict.state() == VerdictState.COULD_NOT_MEASURE);
        if (!isAny || verification.run() instanceof TestRun.Finished) {
            return Optional.empty();
        }
        String reason =
                verification.verdicts().stream()
                        .filter(verdict -> verdict.state() == VerdictState.COULD_NOT_MEASURE)
                        .map(Verdict::reason)
                        .findFirst()
                        .orElse("");
        return Optional.of(
                Finding.error(
                        "sync/not-measured",
                        spec.path().value(),
                        SourceSpan.start(),
                        "the criteria could not be measured, and their ticks and evidence are left as they are: "
                                + reason,
                        "repair that, then run 'kiro spec sync %s' again".formatted(spec.name())));
    }

    private List<Finding> about(Verdict verdict, AcceptanceCriterion criterion) {
        if (accepted.has(criterion.id()) && verdict.state() != VerdictState.INVALID) {
            return criterion.isTicked() && !verdict.isProven()
                    ? List.of(claimed(criterion))
                    : List.of();
        }
        return switch (verdict.state()) {
            case INVALID -> List.of(invalid(verdict, criterion));
            case COULD_NOT_MEASURE ->
                    verification.run() instanceof TestRun.Finished
                            ? List.of(notMeasured(verdict, criterion))
                            : List.of();
            case CLAIMED ->
                    verdict.tests().isEmpty()
                            ? List.of(claimed(criterion), untested(criterion))
                            : List.of(claimed(criterion));
            case UNLINKED -> List.of(untested(criterion));
            case STALE -> List.of(stale(verdict, criterion));
            case WEAK -> List.of(weak(verdict, criterion));
            case FAILING, NOT_RUN, SKIPPED, PASSING, COVERED, VERIFIED -> List.of();
        };
    }

    private Finding invalid(Verdict verdict, AcceptanceCriterion criterion) {
        return Finding.error(
                "sync/invalid-id",
                spec.path().value(),
                criterion.span(),
                "it is not clear which tests prove %s: %s"
                        .formatted(criterion.id(), verdict.reason()),
                "let its tests name it in full: " + spec.ref(criterion));
    }

    private Finding notMeasured(Verdict verdict, AcceptanceCriterion criterion) {
        return Finding.error(
                "sync/not-measured",
                spec.path().value(),
                criterion.span(),
                "%s could not be measured, and its tick and evidence are left as they are: %s"
                        .formatted(criterion.id(), verdict.reason()),
                "repair that, then run 'kiro spec sync %s' again".formatted(spec.name()));
    }

    private Finding claimed(AcceptanceCriterion criterion) {
        return Finding.error(
                "sync/claimed",
                spec.path().value(),
                criterion.span(),
                "%s is ticked and nothing proves it".formatted(criterion.id()),
                "run 'kiro spec sync %s', which ticks what tests prove, or untick it"
                        .formatted(spec.name()));
    }

    /// A task that is marked as done without its criteria being met.
    static Finding claimed(Spec spec, SpecTask task) {
        String path =
                spec.document(DocumentKind.TASKS)
                        .map(document -> document.path().value())
                        .orElse(spec.path().value());
        return Finding.warning(
                "sync/claimed-task",
                path,
                task.span(),
                "task %s is marked as done, and not all of its criteria are met"
                        .formatted(task.id()),
                "let tests prove them; 'kiro spec sync %s' marks it then".formatted(spec.name()));
    }

    private Finding untested(AcceptanceCriterion criterion) {
        return Finding.warning(
                "sync/untested-criterion",
                spec.path().value(),
                criterion.span(),
                "no test names %s".formatted(criterion.id()),
                "name it in the test that proves it: @Tag(\"%s\"), or the comment '%s' above it"
                        .formatted(spec.ref(criterion), spec.ref(criterion)));
    }

    private Finding stale(Verdict verdict, AcceptanceCriterion criterion) {
        return Finding.warning(
                "sync/stale-evidence",
                spec.path().value(),
                criterion.span(),
                "the evidence of %s is stale: %s".formatted(criterion.id(), verdict.reason()),
                "run 'kiro spec sync %s' to prove it anew".formatted(spec.name()));
    }

    private Finding weak(Verdict verdict, AcceptanceCriterion criterion) {
        return Finding.warning(
                "sync/weak-tests",
                spec.path().value(),
                criterion.span(),
                "the tests of %s prove little: %s".formatted(criterion.id(), verdict.reason()),
                "let them assert what the criterion says, so that they fail when its code is wrong");
    }

    private Finding edited(AcceptanceCriterion criterion) {
        return Finding.warning(
                "sync/edited-meanwhile",
                spec.path().value(),
                criterion.span(),
                "%s was edited while its tests ran: what they proved was in other words"
                        .formatted(criterion.id()),
                "run 'kiro spec sync %s' again".formatted(spec.name()));
    }

    private Finding unknown(TestLink link) {
        CriterionRef named = link.criterion();
        boolean isOurs = named.spec().equals(spec.name());
        String test = "%s.%s".formatted(shortSuite(link.test().suite()), link.test().name());
        return Finding.error(
                "sync/unknown-criterion",
                link.file().value(),
                link.span(),
                isOurs
                        ? "%s names %s, and the spec has no such criterion".formatted(test, named)
                        : "%s names %s, and there is no spec '%s'"
                                .formatted(test, named, named.spec()),
                isOurs ? nearestId(named) : "did you mean the spec '%s'?".formatted(spec.name()));
    }

    private String nearestId(CriterionRef named) {
        List<String> ids =
                spec.criteria().stream().map(criterion -> criterion.id().value()).toList();
        return NearestNames.of(named.id().value(), ids).stream()
                .findFirst()
                .map(id -> "did you mean %s#%s?".formatted(spec.name(), id))
                .orElseGet(() ->
                        "correct the name, or write the criterion into %s".formatted(spec.path()));
    }

    private static String shortSuite(String suite) {
        return suite.contains("/") ? suite : suite.substring(suite.lastIndexOf('.') + 1);
    }
}
