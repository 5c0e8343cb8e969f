package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.Evidence.Via;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;

/// Judges criteria by evidence that was kept: it holds for as long as the words of the criterion, the
/// tests that name it and the code are what they were.
final class KeptJudge {
    private final Spec spec;
    private final TestLinks links;
    private final Map<CriterionId, Evidence> kept = new HashMap<>();
    private final OwnedCode code;

    KeptJudge(Spec spec, TestLinks links, List<Evidence> kept, OwnedCode code) {
        this.spec = spec;
        this.links = links;
        kept.forEach(evidence -> this.kept.put(evidence.criterion(), evidence));
        this.code = code;
    }

    Verdict verdict(AcceptanceCriterion criterion) {
        CriterionRef ref = spec.ref(criterion);
        Optional<Evidence> evidence = Optional.ofNullable(kept.get(criterion.id()));
        List<Linked> linked = linked(ref, evidence);
        List<TestId> tests = IdJudge.tests(linked);
        if (evidence.isEmpty()) {
            return unproven(ref, criterion.isTicked(), tests);
        }
        return staleness(criterion, linked, evidence.get())
                .map(reason -> new Verdict(ref, VerdictState.STALE, reason, tests))
                .orElseGet(() -> Strength.verdict(passed(ref, tests), evidence.get()));
    }

    /// The links that the source shows, and those that reports told and the source need not show.
    private List<Linked> linked(CriterionRef ref, Optional<Evidence> evidence) {
        var linked = new ArrayList<>(links.to(ref));
        List<ProvingTest> reported =
                evidence.stream()
                        .flatMap(kept -> kept.tests().stream())
                        .filter(test -> test.via() == Via.REPORT)
                        .filter(test ->
                                linked.stream()
                                        .noneMatch(each -> each.link().test().equals(test.test())))
                        .toList();
        for (ProvingTest test : reported) {
            links.tests().stream()
                    .filter(each -> each.id().equals(test.test()))
                    .findFirst()
                    .map(each -> Linked.reported(ref, each))
                    .or(() -> Optional.of(Linked.reportedAlone(ref, test)))
                    .ifPresent(linked::add);
        }
        return List.copyOf(linked);
    }

    /// The evidence that still holds.
    List<Evidence> holding(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.isProven() || verdict.state() == VerdictState.WEAK)
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

    private static Verdict passed(CriterionRef ref, List<TestId> tests) {
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
                        code.now(spec.ref(criterion), evidence.owned(), linked)
                                        .equals(evidence.owned().code())
                                ? Optional.empty()
                                : Optional.of(changed(evidence.owned())));
    }

    private static String changed(Owned owned) {
        if (owned.parts().isEmpty()) {
            return "code has changed since it was proven";
        }
        String more =
                owned.parts().size() > 1 ? " and %d more".formatted(owned.parts().size() - 1) : "";
        return "its code has changed since it was proven, or what that rests on: %s%s"
                .formatted(owned.parts().getFirst(), more);
    }

    private static Optional<String> testsDiffer(List<Linked> linked, Evidence evidence) {
        Set<ProvingTest> now =
                linked.stream().map(Linked::proving).collect(Collectors.toUnmodifiableSet());
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
