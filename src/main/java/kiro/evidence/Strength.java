package kiro.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.TestLinks.Linked;
import kiro.evidence.coverage.Coverage;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.text.Order;

/// Weighs the tests of a criterion that all passed: whether they assert, whether they run its code, and whether they
/// noticed that it was broken.
final class Strength {
    private static final Comparator<ProvingTest> BY_NAME =
            Order.by((ProvingTest test) -> test.test().suite())
                    .then(test -> test.test().name())
                    .then(test -> test.body().hex());

    private final OwnedCode owned;
    private final AssertionCheck assertions;
    private final Attribution attribution;
    private final Map<CriterionId, Evidence> kept = new HashMap<>();
    private final String command;
    private final Instant now;

    /// @param kept whose proofs still count where all else is the same
    Strength(
            OwnedCode owned,
            AssertionCheck assertions,
            Attribution attribution,
            List<Evidence> kept,
            String command,
            Instant now) {
        this.owned = owned;
        this.assertions = assertions;
        this.attribution = attribution;
        kept.forEach(each -> this.kept.putIfAbsent(each.criterion(), each));
        this.command = command;
        this.now = now;
    }

    /// What passing tests are worth.
    ///
    /// @param evidence to be kept; empty where they prove nothing
    record Weighed(Verdict verdict, Optional<Evidence> evidence) {}

    /// @param passed the verdict of the tests alone
    Weighed weigh(AcceptanceCriterion criterion, List<Linked> linked, Verdict passed) {
        boolean isAsserted = linked.stream().map(Linked::test).anyMatch(assertions::asserts);
        if (!isAsserted) {
            return weak(
                    passed,
                    "%s, and %s asserts anything"
                            .formatted(
                                    passed.reason(),
                                    linked.size() == 1 ? "it never" : "none of them"));
        }
        CriterionRef ref = passed.criterion();
        Owned code = owned.of(ref, linked, attribution.of(linked));
        Optional<Coverage> total = attribution.coverage().map(found -> found.total());
        boolean isMarked = code.by() == Owned.By.MARKER;
        if (isMarked && total.filter(found -> owned.isUntouched(code.parts(), found)).isPresent()) {
            return weak(
                    passed,
                    "%s, and no test runs %s".formatted(passed.reason(), code.parts().getFirst()));
        }
        var evidence =
                new Evidence(
                        criterion.id(),
                        criterion.hash(),
                        code,
                        proving(linked),
                        command,
                        now,
                        Optional.empty());
        Evidence whole = withKeptProof(evidence);
        return new Weighed(verdict(passed, whole), Optional.of(whole));
    }

    private static Weighed weak(Verdict passed, String reason) {
        return new Weighed(
                new Verdict(passed.criterion(), VerdictState.WEAK, reason, passed.tests()),
                Optional.empty());
    }

    /// The verdict that evidence gives to a criterion whose tests pass.
    static Verdict verdict(Verdict passed, Evidence evidence) {
        if (!evidence.isSound()) {
            Proof.Survivor first = evidence.proof().orElseThrow().survivors().getFirst();
            return new Verdict(
                    passed.criterion(),
                    VerdictState.WEAK,
                    "%s, and still did when line %d of %s was broken"
                            .formatted(passed.reason(), first.line(), first.file()),
                    passed.tests());
        }
        boolean isVerified = evidence.proof().filter(Proof::isDecisive).isPresent();
        VerdictState state =
                isVerified
                        ? VerdictState.VERIFIED
                        : evidence.owned().hasRun() ? VerdictState.COVERED : VerdictState.PASSING;
        return new Verdict(passed.criterion(), state, passed.reason(), passed.tests());
    }

    private Evidence withKeptProof(Evidence evidence) {
        return Optional.ofNullable(kept.get(evidence.criterion()))
                .filter(before ->
                        before.words().equals(evidence.words())
                                && before.owned().code().equals(evidence.owned().code())
                                && before.tests().equals(evidence.tests()))
                .flatMap(Evidence::proof)
                .map(evidence::withProof)
                .orElse(evidence);
    }

    static List<ProvingTest> proving(List<Linked> linked) {
        return linked.stream().map(Linked::proving).distinct().sorted(BY_NAME).toList();
    }
}
