package kiro.evidence.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;

/// Reads what `cargo test` prints. Each test program says how many tests it runs, and only so many lines behind that
/// are results: what tests print later is never taken for one.
final class CargoReport {
    private static final Pattern BEGIN = Pattern.compile("running (\\d{1,9}) tests?");
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "\\s*Running (?:unittests )?(\\S+) \\(.*?([\\w-]+?)(?:-[0-9a-f]{16})?(?:\\.exe)?\\)");
    private static final Pattern DOCUMENTATION = Pattern.compile("\\s*Doc-tests (\\S+)");
    private static final Pattern TEST =
            Pattern.compile(
                    "test (.+?)(?: - should panic)? \\.\\.\\. (ok|FAILED|ignored)(?:, (.*))?");
    private static final Pattern FAILURE = Pattern.compile("---- (.+) stdout ----");
    private static final Pattern NOT_BUILT =
            Pattern.compile("error: could not compile `([^`]+)`.*");

    private final Map<TestId, TestResult> results = new LinkedHashMap<>();
    private final List<String> gaps = new ArrayList<>();
    private String program = "";
    private String file = "";
    private int expected;
    private boolean isInFailures;
    private TestId failing = new TestId("", "");
    private final StringBuilder said = new StringBuilder();

    private CargoReport() {}

    static boolean isBegin(String line) {
        return BEGIN.matcher(line).matches()
                || PROGRAM.matcher(line).matches()
                || line.matches("\\s+(?:Compiling|Finished|Fresh|Blocking|Downloading) .*");
    }

    static ReportReading read(Lines lines) throws IOException {
        var report = new CargoReport();
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = next.get();
            report.line(line);
        }
        report.endProgram();
        return report.results.isEmpty() && report.gaps.isEmpty() && report.file.isEmpty()
                ? new ReportReading.NotAReport()
                : new ReportReading.Whole(List.copyOf(report.results.values()), report.gaps);
    }

    private void line(String line) {
        Matcher begin = BEGIN.matcher(line);
        Matcher test = TEST.matcher(line);
        if (expected > 0 && test.matches()) {
            expected--;
            add(test);
        } else if (begin.matches() && !isInFailures) {
            endProgram();
            expected = Integer.parseInt(begin.group(1));
        } else if (!line.isBlank() && line.startsWith("failures:")) {
            endFailure();
            isInFailures = true;
        } else {
            other(line);
        }
    }

    private void other(String line) {
        Matcher failure = FAILURE.matcher(line);
        Matcher running = PROGRAM.matcher(line);
        Matcher documentation = DOCUMENTATION.matcher(line);
        Matcher notBuilt = NOT_BUILT.matcher(line);
        if (failure.matches()) {
            endFailure();
            failing = new TestId(program, failure.group(1));
        } else if (running.matches()) {
            endProgram();
            file = running.group(1);
            program = running.group(2);
        } else if (documentation.matches()) {
            endProgram();
            file = "";
            program = documentation.group(1);
        } else if (notBuilt.matches()) {
            gaps.add("%s does not compile".formatted(notBuilt.group(1)));
        } else if (line.startsWith("test result:")) {
            endProgram();
        } else if (!failing.name().isEmpty()) {
            said.append(line).append('\n');
        }
    }

    private void add(Matcher test) {
        TestOutcome outcome =
                switch (test.group(2)) {
                    case "ok" -> TestOutcome.PASSED;
                    case "FAILED" -> TestOutcome.FAILED;
                    default -> TestOutcome.SKIPPED;
                };
        String reason = test.group(3) == null ? "" : test.group(3);
        var id = new TestId(program, test.group(1));
        var told =
                new TestResult(
                        id,
                        outcome,
                        Duration.ZERO,
                        outcome == TestOutcome.SKIPPED ? reason : "",
                        List.of(),
                        file);
        // Two programs may have a test of one name, where the report does not name the programs.
        results.merge(id, told, (before, now) -> before.isFailed() ? before : now);
    }

    private void endFailure() {
        TestResult failed = results.get(failing);
        if (failed != null && failed.isFailed()) {
            String text = said.toString().replaceFirst("(?s)\nstack backtrace:.*", "");
            results.put(
                    failing,
                    new TestResult(
                            failed.test(),
                            failed.outcome(),
                            failed.took(),
                            FailureText.of(failed.outcome(), "", "", text),
                            List.of(),
                            failed.file()));
        }
        failing = new TestId("", "");
        said.setLength(0);
    }

    private void endProgram() {
        endFailure();
        if (expected > 0) {
            gaps.add(
                    "%d tests of %s have no result"
                            .formatted(expected, program.isEmpty() ? "a program" : program));
        }
        expected = 0;
        isInFailures = false;
    }
}
