package kiro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.Verifier;
import kiro.permission.Policy;
import kiro.spec.Spec;
import kiro.tool.builtin.ProjectChecks;
import kiro.workspace.ProjectLayout;

/// What the tests of a project say, for the tools of a run: the same that the run itself goes by.
final class RunChecks implements ProjectChecks {
    private static final int MOST_FAILURES = 20;
    private static final int MESSAGE = 1_000;
    private static final int TAIL = 4_000;

    private final ProjectTests tests;
    private final RunTestLeave leave;
    private final Ahead<ProjectLayout> layout;
    private final Verifier verifier;
    private final Optional<Spec> spec;

    /// @param spec of the run, whose criteria are told with each run of the tests
    RunChecks(
            ProjectTests tests,
            RunTestLeave leave,
            Ahead<ProjectLayout> layout,
            Verifier verifier,
            Optional<Spec> spec) {
        this.tests = tests;
        this.leave = leave;
        this.layout = layout;
        this.verifier = verifier;
        this.spec = spec;
    }

    /// The same for an agent, within its limits.
    RunChecks within(Policy policy) {
        return new RunChecks(tests.under(leave.within(policy)), leave, layout, verifier, spec);
    }

    @Override
    public Optional<String> testCommand() throws InterruptedException {
        return tests.command(layout.get());
    }

    @Override
    public Tested test() throws InterruptedException {
        TestRun run = tests.run(layout.get(), line -> {});
        var lines = new ArrayList<String>();
        boolean isGreen =
                switch (run) {
                    case TestRun.Finished finished -> finished(finished, lines);
                    case TestRun.NotMeasured not -> {
                        lines.add("could not measure: " + not.reason());
                        lines.add(tail(not.output()));
                        yield false;
                    }
                    case TestRun.NoCommand none -> {
                        lines.add("could not measure: " + none.reason());
                        yield false;
                    }
                };
        if (spec.isPresent()) {
            lines.add("");
            verifier.judge(spec.get(), run).verdicts().forEach(verdict -> lines.add(line(verdict)));
        }
        return new Tested(isGreen, String.join("\n", lines));
    }

    private static boolean finished(TestRun.Finished run, List<String> lines) {
        List<TestResult> failed = run.results().stream().filter(TestResult::isFailed).toList();
        lines.add(
                "%d passed, %d failed, %d skipped"
                        .formatted(
                                run.count(TestOutcome.PASSED),
                                failed.size(),
                                run.count(TestOutcome.SKIPPED)));
        failed.stream()
                .limit(MOST_FAILURES)
                .forEach(result ->
                        lines.add(
                                "FAILED %s: %s".formatted(result.test(), head(result.message()))));
        if (failed.size() > MOST_FAILURES) {
            lines.add("and %d more failures".formatted(failed.size() - MOST_FAILURES));
        }
        run.damaged().forEach(report -> lines.add("not readable: " + report));
        return failed.isEmpty() && run.damaged().isEmpty();
    }

    @Override
    public List<String> standing(Spec asked) throws InterruptedException {
        return verifier.judgeKept(asked).verdicts().stream().map(RunChecks::line).toList();
    }

    private static String line(Verdict verdict) {
        return "%s: %s, %s"
                .formatted(
                        verdict.criterion().id(),
                        verdict.isProven() ? "proven" : "not proven",
                        verdict.reason());
    }

    private static String head(String text) {
        return text.length() <= MESSAGE ? text : text.substring(0, MESSAGE) + " ...";
    }

    private static String tail(String text) {
        return text.length() <= TAIL ? text : "... " + text.substring(text.length() - TAIL);
    }
}
