package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// What is known at the moment of the tests and of the criteria, beside how the tests stood before.
final class Measure {
    private final CriteriaWatch watch;
    private final Optional<Spec> spec;
    private final TestRun before;
    private Optional<Check> last = Optional.empty();

    /// @param before how the tests stood before anything was changed
    Measure(CriteriaWatch watch, Optional<Spec> spec, TestRun before) {
        this.watch = watch;
        this.spec = spec;
        this.before = before;
    }

    Optional<Check> last() {
        return last;
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /// Runs the tests and judges the criteria; answers what the model is told of it.
    String take() throws InterruptedException {
        Check check = watch.check(spec);
        last = Optional.of(check);
        return TestReport.of(check.run());
    }

    /// The criteria that lack fresh evidence.
    List<CriterionId> missing() {
        return unproven().stream().map(verdict -> verdict.criterion().id()).toList();
    }

    /// What stands between the run and "done", one line each; none when nothing does.
    List<String> problems() {
        var problems = new ArrayList<String>();
        for (Verdict verdict : unproven()) {
            problems.add(verdict.criterion().id() + ": " + verdict.reason());
        }
        last.ifPresent(check -> problems.addAll(regressions(check.run())));
        return problems;
    }

    /// One line that says what is not proven.
    String summary() {
        long criteria = unproven().size();
        List<String> problems = problems();
        if (criteria == 0) {
            return problems.isEmpty() ? "" : problems.getFirst();
        }
        String names =
                unproven().stream()
                        .map(verdict -> verdict.criterion().id().value())
                        .collect(Collectors.joining(", "));
        return (criteria == 1 ? "1 criterion is" : criteria + " criteria are")
                + " not proven: "
                + names;
    }

    private List<Verdict> unproven() {
        return last.map(Check::unproven).orElse(List.of());
    }

    private List<String> regressions(TestRun now) {
        return switch (now) {
            case TestRun.Finished finished -> newFailures(finished);
            case TestRun.NotMeasured not ->
                    before instanceof TestRun.Finished
                            ? List.of("the tests ran before and cannot be run now: " + not.reason())
                            : List.of();
            case TestRun.NoCommand _ -> List.of();
        };
    }

    private List<String> newFailures(TestRun.Finished now) {
        Set<TestId> earlier = before instanceof TestRun.Finished run ? failed(run) : Set.of();
        return now.results().stream()
                .filter(Measure::isFailure)
                .filter(result -> !earlier.contains(result.test()))
                .map(result -> "the test " + result.test() + " fails")
                .toList();
    }

    private static Set<TestId> failed(TestRun.Finished run) {
        return run.results().stream()
                .filter(Measure::isFailure)
                .map(TestResult::test)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isFailure(TestResult result) {
        return result.outcome() == TestOutcome.FAILED || result.outcome() == TestOutcome.ERROR;
    }
}
