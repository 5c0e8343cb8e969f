package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.evidence.Weakening;
import kiro.model.TaggedText;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// What is known at the moment of the tests and of the criteria, beside how the tests stood before.
final class Measure {
    private final CriteriaWatch watch;
    private final Standard standard;
    private final Optional<Spec> spec;
    private final TestRun before;
    private Optional<Check> last = Optional.empty();

    private Optional<List<Shortfall>> lacking = Optional.empty();
    private List<Weakening> weakened = List.of();

    /// @param standard what has to hold in the end
    /// @param before how the tests stood before anything was changed
    Measure(CriteriaWatch watch, Standard standard, Optional<Spec> spec, TestRun before) {
        this.watch = watch;
        this.standard = standard;
        this.spec = spec;
        this.before = before;
    }

    Optional<Check> last() {
        return last;
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /// Whether there are criteria to prove.
    boolean hasCriteria() {
        return spec.isPresent();
    }

    /// Runs the tests and judges the criteria; answers what the model is told of it.
    String take() throws InterruptedException {
        Check check = watch.check(spec);
        last = Optional.of(check);
        lacking = Optional.empty();
        weakened = watch.weakened();
        return watch.shown(TestReport.of(check.run(), failedBefore()) + weakenedTests());
    }

    /// The criteria that lack something.
    List<CriterionId> missing() throws InterruptedException {
        return lacking().stream().flatMap(one -> one.criterion().stream()).toList();
    }

    /// What stands between the run and "done", one line each; none when nothing does.
    List<String> problems() throws InterruptedException {
        var problems = new ArrayList<>(lacking().stream().map(Shortfall::line).toList());
        last.ifPresent(check -> problems.addAll(regressions(check)));
        weakened.stream().filter(watch::refuses).map(Weakening::line).forEach(problems::add);
        return problems;
    }

    /// A test that worked before and does not any more; empty where all do.
    Optional<String> broken() {
        return last.flatMap(check -> regressions(check).stream().findFirst());
    }

    /// The tests that demand less than at the beginning of the run.
    List<Weakening> weakened() {
        return weakened;
    }

    private String weakenedTests() {
        return weakened.isEmpty()
                ? ""
                : TaggedText.of(
                                "weakened-tests",
                                "Never make a test demand less: bring back what it demanded, and change the"
                                        + " code instead. Another expectation is right only where the"
                                        + " spec or the task asks for it.\n"
                                        + weakened.stream()
                                                .map(Weakening::line)
                                                .collect(Collectors.joining("\n")))
                        .render();
    }

    /// How the tests of criteria were seen to fail, where that was asked for.
    Map<CriterionId, String> shown() {
        return standard.shown();
    }

    /// One line that says what is lacking.
    String summary() throws InterruptedException {
        List<CriterionId> criteria = missing();
        if (criteria.isEmpty()) {
            return problems().stream().findFirst().orElse("");
        }
        String names = criteria.stream().map(CriterionId::value).collect(Collectors.joining(", "));
        boolean isOne = criteria.size() == 1;
        return "%d %s %s: %s"
                .formatted(
                        criteria.size(),
                        isOne ? "criterion" : "criteria",
                        standard.lack(isOne),
                        names);
    }

    /// Looked for once after each run of the tests, and only when it is asked for.
    private List<Shortfall> lacking() throws InterruptedException {
        if (lacking.isEmpty()) {
            lacking = Optional.of(last.isPresent() ? standard.shortfalls(last.get()) : List.of());
        }
        return lacking.get();
    }

    private List<String> regressions(Check check) {
        return switch (check.run()) {
            case TestRun.Finished finished -> newFailures(finished, check);
            case TestRun.NotMeasured not ->
                    before instanceof TestRun.Finished
                            ? List.of("the tests ran before and cannot be run now: " + not.reason())
                            : List.of();
            case TestRun.NoCommand _ -> List.of();
        };
    }

    private List<String> newFailures(TestRun.Finished now, Check check) {
        Set<TestId> earlier = failedBefore();
        return now.results().stream()
                .filter(Measure::isFailure)
                .filter(result -> !earlier.contains(result.test()))
                .filter(result -> !standard.mayFail(result.test(), check))
                .map(result -> "the test " + result.test() + " fails")
                .toList();
    }

    private Set<TestId> failedBefore() {
        return before instanceof TestRun.Finished run ? failed(run) : Set.of();
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
