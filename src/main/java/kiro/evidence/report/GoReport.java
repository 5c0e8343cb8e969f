package kiro.evidence.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.OneLine;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what `go test -json` prints: one event a line. A package that fails without a test of its own was not
/// measured: it did not build, or ended before its tests did.
final class GoReport {
    private static final int MOST_OUTPUT = 2_000;

    private final Map<TestId, Started> tests = new LinkedHashMap<>();
    private final Map<String, Started> packages = new LinkedHashMap<>();
    private final List<String> gaps = new ArrayList<>();

    private GoReport() {}

    /// @param lines from its first line on
    static ReportReading read(Lines lines) throws IOException {
        var report = new GoReport();
        int number = 0;
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = next.get();
            number++;
            if (line.startsWith("{")) {
                report.line(line, number);
            } else if (line.startsWith("FAIL") && line.contains("failed]")) {
                report.gaps.add(OneLine.of(line.substring("FAIL".length()).strip(), 200));
            }
        }
        return report.reading();
    }

    private void line(String line, int number) {
        try {
            JsonNode event = Json.read(line);
            event(event);
        } catch (JacksonException broken) {
            gaps.add("line %d is not a whole event".formatted(number));
        }
    }

    private void event(JsonNode event) {
        String action = event.path("Action").asString("");
        String name = event.path("Package").asString(event.path("ImportPath").asString(""));
        Started group = packages.computeIfAbsent(packageOf(name), key -> new Started());
        Optional<TestId> test =
                Optional.of(event.path("Test").asString(""))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new TestId(name, text));
        Started about =
                test.map(id -> tests.computeIfAbsent(id, key -> new Started())).orElse(group);
        switch (action) {
            case "pass", "fail", "skip" -> {
                about.end = action;
                about.took = Seconds.ofMillis(event.path("Elapsed").asDouble(0) * 1000);
                group.hasFailedTest |= test.isPresent() && action.equals("fail");
            }
            case "output", "build-output" -> about.print(event.path("Output").asString(""));
            case "build-fail" -> {
                group.end = "fail";
            }
            case "attr" -> {
                if (Labels.isLabel(event.path("Key").asString(""))) {
                    about.labels.add(event.path("Value").asString("").strip());
                }
            }
            default -> {}
        }
    }

    /// `example.com/shop/cart [example.com/shop/cart.test]` is what a test binary is built as.
    private static String packageOf(String name) {
        int variant = name.indexOf(" [");
        return variant < 0 ? name : name.substring(0, variant);
    }

    private ReportReading reading() {
        var results = new ArrayList<TestResult>();
        tests.forEach((id, test) -> results.add(test.result(id)));
        packages.forEach((name, group) -> {
            boolean hasUnfinished =
                    tests.entrySet().stream()
                            .anyMatch(entry ->
                                    entry.getKey().suite().equals(name)
                                            && entry.getValue().end.isEmpty());
            if (group.end.isEmpty()) {
                gaps.add("the report ends before package %s does".formatted(name));
            } else if (group.end.equals("fail") && !group.hasFailedTest && !hasUnfinished) {
                String said = OneLine.of(group.output.toString(), 160);
                gaps.add(
                        "package %s failed without a test of its own".formatted(name)
                                + (said.isEmpty() ? "" : ": " + said));
            }
        });
        return new ReportReading.Whole(results, gaps.stream().distinct().toList());
    }

    /// A test or a package of which events were read.
    private static final class Started {
        final StringBuilder output = new StringBuilder();
        final List<String> labels = new ArrayList<>();
        String end = "";
        Duration took = Duration.ZERO;
        boolean hasFailedTest;

        void print(String text) {
            boolean isFrame =
                    text.startsWith("=== ")
                            || text.stripLeading().startsWith("--- ")
                            || text.equals("FAIL\n");
            if (!isFrame && output.length() < MOST_OUTPUT) {
                output.append(text);
            }
        }

        /// A test that began and has no end was ended from outside: by a panic, or by the time limit.
        TestResult result(TestId id) {
            TestOutcome outcome =
                    switch (end) {
                        case "pass" -> TestOutcome.PASSED;
                        case "fail" -> TestOutcome.FAILED;
                        case "skip" -> TestOutcome.SKIPPED;
                        default -> TestOutcome.ERROR;
                    };
            String said = outcome == TestOutcome.PASSED ? "" : output.toString();
            String head = end.isEmpty() ? "it did not finish" : "";
            return new TestResult(
                    id, outcome, took, FailureText.of(outcome, "", head, said), labels, "");
        }
    }
}
