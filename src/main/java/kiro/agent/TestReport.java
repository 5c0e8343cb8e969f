package kiro.agent;

import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.model.TaggedText;

/// A run of the tests as the model is told of it.
final class TestReport {
    private static final int FAILURES = 10;
    private static final int MESSAGE = 1_500;
    private static final int OUTPUT = 6_000;

    private TestReport() {}

    static String of(TestRun run) {
        return TaggedText.of("tests", text(run)).render();
    }

    private static String text(TestRun run) {
        return switch (run) {
            case TestRun.Finished finished -> finished(finished);
            case TestRun.NotMeasured not ->
                    "could not measure: " + not.reason() + "\n" + tail(not.output(), OUTPUT);
            case TestRun.NoCommand none -> "could not measure: " + none.reason();
        };
    }

    private static String finished(TestRun.Finished run) {
        var text = new StringBuilder();
        text.append(
                "%d passed, %d failed, %d skipped\n"
                        .formatted(
                                run.count(TestOutcome.PASSED),
                                failures(run),
                                run.count(TestOutcome.SKIPPED)));
        run.results().stream()
                .filter(Measure::isFailure)
                .limit(FAILURES)
                .forEach(result ->
                        text.append("FAILED ")
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
