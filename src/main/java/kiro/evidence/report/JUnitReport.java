package kiro.evidence.report;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;

/// Reads one file of the JUnit XML format, in the dialects that Surefire, Gradle, pytest, Node, Jest, Vitest and
/// nextest write. It is read as a stream.
final class JUnitReport {
    private final XmlText xml;
    private final List<TestResult> results = new ArrayList<>();
    private final Deque<String> suites = new ArrayDeque<>();

    private JUnitReport(XmlText xml) {
        this.xml = xml;
    }

    static boolean isRoot(String element) {
        return element.equals("testsuite") || element.equals("testsuites");
    }

    /// @param xml at its root element
    static List<TestResult> read(XmlText xml) throws XMLStreamException {
        var report = new JUnitReport(xml);
        report.start(xml.element());
        report.read();
        return report.results;
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.element());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isRoot(xml.element())) {
                        suites.pop();
                    }
                }
                default -> {}
            }
        }
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "testsuites", "testsuite" -> suites.push(xml.attribute("name").orElse(""));
            case "testcase" -> results.add(testCase());
            default -> xml.skip();
        }
    }

    private TestResult testCase() throws XMLStreamException {
        // pytest leaves the class empty where a whole module failed, and the module is the name.
        String suite = xml.attribute("classname").map(String::strip).orElseGet(suites::element);
        var test = new TestId(suite, xml.attribute("name").orElse(""));
        String file = xml.attribute("file").orElse("");
        Duration took = Seconds.of(xml.attribute("time").orElse(""));
        boolean isNotRun =
                xml.attribute("status").filter("notrun"::equals).isPresent()
                        || xml.attribute("status").filter("disabled"::equals).isPresent();
        TestOutcome outcome = isNotRun ? TestOutcome.SKIPPED : TestOutcome.PASSED;
        String message = "";
        var labels = new ArrayList<String>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStart()) {
                continue;
            }
            Optional<TestOutcome> told = outcome(xml.element());
            if (told.isEmpty()) {
                beside(labels);
                continue;
            }
            String text = message(told.get());
            if (outcome == TestOutcome.PASSED || outcome == TestOutcome.SKIPPED) {
                outcome = told.get();
                message = text;
            }
        }
        return new TestResult(test, outcome, took, message, labels, file);
    }

    /// What an element within a test says of it. Failures of runs that were repeated do not count when a
    /// later one passed: `flakyFailure` stands where the last run passed, `rerunFailure` beside the
    /// `failure` of the first.
    private static Optional<TestOutcome> outcome(String element) {
        return switch (element) {
            case "failure" -> Optional.of(TestOutcome.FAILED);
            case "error" -> Optional.of(TestOutcome.ERROR);
            case "skipped", "disabled" -> Optional.of(TestOutcome.SKIPPED);
            default -> Optional.empty();
        };
    }

    /// Reads an element that is no outcome to its end: the properties of a test may name criteria.
    private void beside(List<String> labels) throws XMLStreamException {
        if (!xml.element().equals("properties")) {
            xml.skip();
            return;
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStart()) {
                continue;
            }
            boolean isLabel = xml.attribute("name").filter(Labels::isLabel).isPresent();
            Optional<String> value = xml.attribute("value");
            String text = xml.text(FailureText.LONGEST);
            if (isLabel) {
                labels.add(value.orElse(text).strip());
            }
        }
    }

    private String message(TestOutcome outcome) throws XMLStreamException {
        String type = xml.attribute("type").orElse("");
        String message = xml.attribute("message").filter(said -> !said.isBlank()).orElse(type);
        return FailureText.of(outcome, type, message, xml.text(FailureText.LONGEST));
    }
}
