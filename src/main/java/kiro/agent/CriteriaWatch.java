package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.evidence.Weakening;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.ProjectLayout;

/// Runs the project's tests and says what they prove of the spec, each time anew.
public final class CriteriaWatch {
    private final ProjectTests tests;
    private final ProjectLayout layout;
    private final Verifier verifier;
    private final SpecStore specs;
    private final Standards standards;
    private final TestGuard guard;
    private final EventLog log;
    private List<Weakening> weakened = List.of();

    public CriteriaWatch(
            ProjectTests tests,
            ProjectLayout layout,
            Verifier verifier,
            SpecStore specs,
            Standards standards,
            TestGuard guard,
            EventLog log) {
        this.tests = tests;
        this.layout = layout;
        this.verifier = verifier;
        this.specs = specs;
        this.standards = standards;
        this.guard = guard;
        this.log = log;
    }

    /// A run of the tests, and what it proves of the spec; nothing where there is none.
    record Check(TestRun run, Optional<Judged> judged) {
        List<Verdict> verdicts() {
            return judged.map(judged -> judged.verification().verdicts()).orElse(List.of());
        }

        List<Verdict> unproven() {
            return judged.map(judged -> judged.verification().unproven()).orElse(List.of());
        }
    }

    /// A spec as it stands now, for a person may have edited it, beside what is known of it.
    record Judged(Spec spec, Verification verification) {}

    /// What has to hold before the task counts as done.
    Standard standard(AgentTask task, ToolCaller tools) {
        return standards.of(task, tools);
    }

    /// Asks whether the tests may run, where somebody has to be asked.
    void ask() {
        try {
            tests.ask(layout);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs the tests without judging anything.
    TestRun runTests() throws InterruptedException {
        TestRun run = tests.run(layout, log::printed);
        log.append(event(run));
        return run;
    }

    Check check(Optional<Spec> spec) throws InterruptedException {
        TestRun run = runTests();
        if (spec.isEmpty()) {
            return new Check(run, Optional.empty());
        }
        Spec current = current(spec.get());
        Verification verification = verifier.judge(current, run);
        log.append(new Event.CriteriaJudged(verification.verdicts()));
        return new Check(run, Optional.of(new Judged(current, verification)));
    }

    /// The tests that demand less than at the beginning of the run.
    List<Weakening> weakened() {
        List<Weakening> now = guard.look();
        if (!now.equals(weakened)) {
            weakened = now;
            log.append(new Event.TestsWeakened(now));
        }
        return now;
    }

    /// Whether a run with this weaker test is not done.
    boolean refuses(Weakening weakening) {
        return guard.refuses(weakening);
    }

    /// What tests print, as it may be shown.
    String shown(String text) {
        return log.secrets().mask(text);
    }

    private Spec current(Spec spec) {
        return switch (specs.find(spec.path().value())) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> {
                log.append(
                        new Event.Warned(
                                "the spec cannot be read any more, so its earlier text counts: "
                                        + broken.findings().getFirst()));
                yield spec;
            }
        };
    }

    private static Event event(TestRun run) {
        return switch (run) {
            case TestRun.Finished finished ->
                    new Event.TestsRan(
                            finished.command(),
                            count(finished, TestOutcome.PASSED),
                            count(finished, TestOutcome.FAILED)
                                    + count(finished, TestOutcome.ERROR),
                            count(finished, TestOutcome.SKIPPED),
                            finished.took());
            case TestRun.NotMeasured not -> new Event.TestsNotMeasured(not.command(), not.reason());
            case TestRun.NoCommand none -> new Event.TestsNotMeasured("", none.reason());
        };
    }

    private static int count(TestRun.Finished run, TestOutcome outcome) {
        return (int) run.count(outcome);
    }
}
