package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import kiro.evidence.ResultIndex.Joined;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;

/// Judges criteria by the results of a run: the worst that a linked test tells is the verdict.
final class RunJudge {
    private static final int LONGEST_MESSAGE = 240;

    private final Spec spec;
    private final TestLinks links;
    private final TestRun.Finished run;
    private final ResultIndex results;

    RunJudge(Spec spec, TestLinks links, TestRun.Finished run, ResultIndex results) {
        this.spec = spec;
        this.links = links;
        this.run = run;
        this.results = results;
    }

    Verdict verdict(AcceptanceCriterion criterion) {
        CriterionRef ref = spec.ref(criterion);
        List<Linked> linked = links.to(ref);
        if (linked.isEmpty()) {
            return unlinked(ref, criterion.isTicked());
        }
        List<TestId> tests = IdJudge.tests(linked);
        var failed = new ArrayList<TestResult>();
        var missing = new ArrayList<TestId>();
        var ambiguous = new ArrayList<TestId>();
        var skipped = new ArrayList<TestResult>();
        for (Linked each : linked) {
            TestId test = each.link().test();
            Joined joined = results.of(each.test());
            joined.results().stream()
                    .filter(TestResult::isFailed)
                    .map(result -> inProject(result, test))
                    .forEach(failed::add);
            if (joined.results().isEmpty()) {
                (joined.isAmbiguous() ? ambiguous : missing).add(test);
            }
            joined.results().stream()
                    .filter(RunJudge::isSkipped)
                    .map(result -> inProject(result, test))
                    .forEach(skipped::add);
        }
        if (!failed.isEmpty()) {
            return new Verdict(ref, VerdictState.FAILING, told(failed, " fails"), tests);
        }
        if (!ambiguous.isEmpty() || !missing.isEmpty()) {
            return missing(ref, missing, ambiguous, tests);
        }
        if (!skipped.isEmpty()) {
            return new Verdict(ref, VerdictState.SKIPPED, told(skipped, " was skipped"), tests);
        }
        return passed(ref, tests);
    }

    /// Jest calls a file by its place on the machine that it ran on: told is its place in the project.
    private static TestResult inProject(TestResult result, TestId source) {
        return result.test().suite().endsWith("/" + source.suite())
                ? new TestResult(
                        new TestId(source.suite(), result.test().name()),
                        result.outcome(),
                        result.took(),
                        result.message(),
                        result.labels(),
                        result.file())
                : result;
    }

    static Verdict unlinked(CriterionRef ref, boolean isTicked) {
        return isTicked
                ? new Verdict(
                        ref, VerdictState.CLAIMED, "it is ticked, and no test names it", List.of())
                : new Verdict(ref, VerdictState.UNLINKED, "no test names it", List.of());
    }

    private static boolean isSkipped(TestResult result) {
        return result.outcome() == TestOutcome.SKIPPED;
    }

    private static String told(List<TestResult> results, String what) {
        TestResult first = results.getFirst();
        String more = results.size() > 1 ? " (and %d more)".formatted(results.size() - 1) : "";
        String line = first.message().lines().findFirst().orElse("");
        String message = line.isBlank() ? "" : ": " + OneLine.of(line, LONGEST_MESSAGE);
        return TestNames.of(first.test()) + what + more + message;
    }

    private Verdict missing(
            CriterionRef ref, List<TestId> missing, List<TestId> ambiguous, List<TestId> tests) {
        if (!run.damaged().isEmpty()) {
            return new Verdict(
                    ref,
                    VerdictState.COULD_NOT_MEASURE,
                    "%s is in no report that can be read (%s)"
                            .formatted(
                                    TestNames.of(missing.isEmpty() ? ambiguous : missing),
                                    OneLine.of(String.join("; ", run.damaged()), LONGEST_MESSAGE)),
                    tests);
        }
        String reason =
                missing.isEmpty()
                        ? "reports do not tell %s from another test of that title: give it its own"
                                .formatted(TestNames.of(ambiguous))
                        : TestNames.of(missing) + " is in no report: it was not run";
        return new Verdict(ref, VerdictState.NOT_RUN, reason, tests);
    }

    private Verdict passed(CriterionRef ref, List<TestId> tests) {
        if (run.changed().isEmpty()) {
            return passing(ref, tests);
        }
        String more =
                run.changed().size() > 1 ? " and %d more".formatted(run.changed().size() - 1) : "";
        return new Verdict(
                ref,
                VerdictState.COULD_NOT_MEASURE,
                "its tests pass, but %s%s changed while they ran: run them again, or let git ignore what tests write"
                        .formatted(run.changed().getFirst(), more),
                tests);
    }

    static Verdict passing(CriterionRef ref, List<TestId> tests) {
        String reason = TestNames.count(tests.size()) + (tests.size() == 1 ? " passes" : " pass");
        return new Verdict(ref, VerdictState.PASSING, reason, tests);
    }
}
