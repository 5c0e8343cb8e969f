package kiro.agent;

import java.util.Set;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.model.TaggedText;
import kiro.text.Order;

/// A run of the tests as the model is told of it.
final class TestReport {
    private static final int FAILURES = 10;
    private static final int MESSAGE = 1_500;
    private static final int OUTPUT = 6_000;

    private TestReport() {}

    /// @param earlier the tests that failed before anything was changed
    static String of(TestRun run, Set<TestId> earlier) {
        return TaggedText.of("tests", text(run, earlier)).render();
    }

    private static String text(TestRun run, Set<TestId> earlier) {
        return switch (run) {
            case TestRun.Finished finished -> finished(finished, earlier);
            case TestRun.NotMeasured not ->
                    "could not measure: " + not.reason() + "\n" + tail(not.output(), OUTPUT);
            case TestRun.NoCommand none -> "could not measure: " + none.reason();
        };
    }

    private static String finished(TestRun.Finished run, Set<TestId> earlier) {
        var text = new StringBuilder();
        text.append(
                "%d passed, %d failed, %d skipped\n"
                        .formatted(
                                run.count(TestOutcome.PASSED),
                                failures(run),
                                run.count(TestOutcome.SKIPPED)));
        run.results().stream()
                .filter(Measure::isFailure)
                .sorted(Order.by(result -> earlier.contains(result.test())))
                .limit(FAILURES)
                .forEach(result ->
                        text.append(earlier.contains(result.test()) ? "STILL FAILS " : "FAILED ")
                                .append(result.test())
                                .append(": ")
                                .append(head(result.message(), MESSAGE))
                                .append('\n'));
        if (failures(run) > FAILURES) {
            text.append("and ").append(failures(run) - FAILURES).append(" more failures\n");
        }
        return text.toString();
    }

    private static long failures(TestRun.Finished run) {
        return run.count(TestOutcome.FAILED) + run.count(TestOutcome.ERROR);
    }

    private static String head(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " ...";
    }

    private static String tail(String text, int length) {
        return text.length() <= length ? text : "... " + text.substring(text.length() - length);
    }
}
