package kiro.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.text.Hash;

/// Judges criteria by evidence that was kept: it holds for as long as the words of the criterion, the
/// tests that name it and the code are what they were.
final class KeptJudge {
    private final Spec spec;
    private final TestLinks links;
    private final Map<CriterionId, Evidence> kept = new HashMap<>();
    private final Hash tree;

    KeptJudge(Spec spec, TestLinks links, List<Evidence> kept, Hash tree) {
        this.spec = spec;
        this.links = links;
        kept.forEach(evidence -> this.kept.put(evidence.criterion(), evidence));
        this.tree = tree;
    }

    Verdict verdict(AcceptanceCriterion criterion) {
        CriterionRef ref = spec.ref(criterion);
        List<TestId> tests = IdJudge.tests(links.to(ref));
        Optional<Evidence> evidence = Optional.ofNullable(kept.get(criterion.id()));
        if (evidence.isEmpty()) {
            return unproven(ref, criterion.isTicked(), tests);
        }
        return staleness(criterion, links.to(ref), evidence.get())
                .map(reason -> new Verdict(ref, VerdictState.STALE, reason, tests))
                .orElseGet(() -> proven(ref, tests));
    }

    /// The evidence that still holds.
    List<Evidence> holding(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict::isProven)
                .flatMap(
                        verdict -> Optional.ofNullable(kept.get(verdict.criterion().id())).stream())
                .toList();
    }

    private Verdict unproven(CriterionRef ref, boolean isTicked, List<TestId> tests) {
        if (isTicked) {
            return new Verdict(
                    ref, VerdictState.CLAIMED, "it is ticked, and there is no evidence", tests);
        }
        return tests.isEmpty()
                ? RunJudge.unlinked(ref, false)
                : new Verdict(
                        ref,
                        VerdictState.NOT_RUN,
                        "%s it, and there is no evidence of how that ends"
                                .formatted(
                                        TestNames.count(tests.size())
                                                + (tests.size() == 1 ? " names" : " name")),
                        tests);
    }

    private static Verdict proven(CriterionRef ref, List<TestId> tests) {
        String reason = TestNames.count(tests.size()) + " passed, and nothing has changed since";
        return new Verdict(ref, VerdictState.PASSING, reason, tests);
    }

    private Optional<String> staleness(
            AcceptanceCriterion criterion, List<Linked> linked, Evidence evidence) {
        if (linked.isEmpty()) {
            return Optional.of("no test names it any more");
        }
        if (!evidence.words().equals(criterion.hash())) {
            return Optional.of("its words have changed since it was proven");
        }
        return testsDiffer(linked, evidence)
                .or(() ->
                        evidence.tree().equals(tree)
                                ? Optional.empty()
                                : Optional.of("code has changed since it was proven"));
    }

    private static Optional<String> testsDiffer(List<Linked> linked, Evidence evidence) {
        Set<ProvingTest> now =
                linked.stream().map(KeptJudge::proving).collect(Collectors.toUnmodifiableSet());
        Set<ProvingTest> then = Set.copyOf(evidence.tests());
        if (now.equals(then)) {
            return Optional.empty();
        }
        Set<TestId> idsNow = ids(now);
        Set<TestId> idsThen = ids(then);
        Optional<String> gone =
                first(idsThen, idsNow).map(test -> test + " proved it and no longer names it");
        return gone.or(() -> first(idsNow, idsThen).map(test -> test + " names it and has not run"))
                .or(() ->
                        then.stream()
                                .filter(test -> !now.contains(test))
                                .map(test -> TestNames.of(test.test()))
                                .sorted()
                                .findFirst()
                                .map(test -> test + " has changed since it proved it"));
    }

    static ProvingTest proving(Linked linked) {
        return new ProvingTest(linked.link().test(), linked.link().body());
    }

    private static Set<TestId> ids(Set<ProvingTest> tests) {
        return tests.stream().map(ProvingTest::test).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> first(Set<TestId> tests, Set<TestId> others) {
        return tests.stream()
                .filter(test -> !others.contains(test))
                .map(TestNames::of)
                .sorted()
                .findFirst();
    }
}
