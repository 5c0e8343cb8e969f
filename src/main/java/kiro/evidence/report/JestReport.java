package kiro.evidence.report;

import java.util.ArrayList;
import java.util.List;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Reads the JSON that Jest and Vitest write: for each file its tests, with the titles of their groups.
final class JestReport {
    private final JsonParser json;
    private final List<TestResult> results = new ArrayList<>();
    private boolean hasResults;

    private JestReport(JsonParser json) {
        this.json = json;
    }

    /// @param json before the first token
    static ReportReading read(JsonParser json) {
        var report = new JestReport(json);
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isResults = json.currentName().equals("testResults");
            JsonToken value = json.nextToken();
            if (isResults && value == JsonToken.START_ARRAY) {
                report.files();
            } else {
                json.skipChildren();
            }
        }
        return report.hasResults
                ? new ReportReading.Whole(report.results)
                : new ReportReading.NotAReport();
    }

    private void files() {
        hasResults = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                file();
            } else {
                json.skipChildren();
            }
        }
    }

    /// Reads one file's results; its name may stand behind them.
    private void file() {
        String name = "";
        String status = "";
        String message = "";
        var tests = new ArrayList<JsonNode>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("assertionResults") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    tests.add(json.readValueAsTree());
                }
            } else if (value == JsonToken.VALUE_STRING) {
                String text = json.getString();
                switch (field) {
                    case "name", "testFilePath" -> name = text;
                    case "status" -> status = text;
                    case "message", "failureMessage" -> message = text;
                    default -> {}
                }
            } else {
                json.skipChildren();
            }
        }
        String file = name.replace('\\', '/');
        tests.forEach(test -> results.add(test(file, test)));
        if (tests.isEmpty() && status.equals("failed")) {
            String told = FailureText.of(TestOutcome.ERROR, "", message, "");
            results.add(
                    new TestResult(
                            new TestId(file, file),
                            TestOutcome.ERROR,
                            java.time.Duration.ZERO,
                            told,
                            List.of(),
                            file));
        }
    }

    private static TestResult test(String file, JsonNode test) {
        var titles = new ArrayList<String>();
        test.path("ancestorTitles").forEach(title -> titles.add(title.asString("")));
        titles.add(test.path("title").asString(""));
        TestOutcome outcome = outcome(test);
        var labels = new ArrayList<String>();
        for (JsonNode tag : test.path("tags")) {
            labels.add(tag.asString(""));
        }
        for (JsonNode annotation : test.path("annotations")) {
            if (Labels.isLabel(annotation.path("type").asString(""))) {
                labels.add(annotation.path("message").asString("").strip());
            }
        }
        var failures = new ArrayList<String>();
        test.path("failureMessages").forEach(failure -> failures.add(failure.asString("")));
        String message =
                outcome == TestOutcome.PASSED || failures.isEmpty()
                        ? ""
                        : FailureText.of(outcome, "", "", String.join("\n", failures));
        return new TestResult(
                new TestId(file, String.join(" > ", titles)),
                outcome,
                Seconds.ofMillis(test.path("duration").asDouble(0)),
                message,
                labels,
                file);
    }

    /// A test that is known to fail and does is no proof; what the status does not say is none either.
    private static TestOutcome outcome(JsonNode test) {
        boolean isKnownToFail = test.path("failing").asBoolean(false);
        return switch (test.path("status").asString("")) {
            case "passed" -> isKnownToFail ? TestOutcome.SKIPPED : TestOutcome.PASSED;
            case "failed" -> TestOutcome.FAILED;
            default -> TestOutcome.SKIPPED;
        };
    }
}
