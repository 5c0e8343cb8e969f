package kiro.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads one file of the JUnit XML format, in the dialects that Surefire, Gradle, pytest, Node, Jest and
/// Vitest write. It is read as a stream; nothing outside of the file is ever loaded.
final class JUnitReport {
    private final XMLStreamReader xml;
    private final List<TestResult> results = new ArrayList<>();
    private final Deque<String> suites = new ArrayDeque<>();

    private JUnitReport(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ReportReading read(InputStream bytes) throws IOException {
        try (var filtered = new BufferedInputStream(XmlCharacters.of(bytes))) {
            XMLStreamReader xml = factory().createXMLStreamReader(filtered);
            try {
                return new JUnitReport(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            return new ReportReading.Damaged(reason(malformed));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // The JDK counts the escaped characters of printed output as entities. None can be declared
        // here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    /// The parser's message has the place in its first line and the fault in its second.
    private static String reason(XMLStreamException malformed) {
        String text = Optional.ofNullable(malformed.getMessage()).orElse("malformed XML");
        String fault = text.replaceFirst("(?s)^ParseError at .*?\\R\\s*(?:Message: )?", "");
        int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
        String place = line > 0 ? "line " + line + ": " : "";
        return OneLine.of(place + fault, 200);
    }

    private ReportReading read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (suites.isEmpty() && !isRoot(xml.getLocalName())) {
                        return new ReportReading.NotAReport();
                    }
                    start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isRoot(xml.getLocalName())) {
                        suites.pop();
                    }
                }
                default -> {}
            }
        }
        return new ReportReading.Whole(results);
    }

    private static boolean isRoot(String element) {
        return element.equals("testsuite") || element.equals("testsuites");
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "testsuites", "testsuite" -> suites.push(attribute("name").orElse(""));
            case "testcase" -> results.add(testCase());
            default -> skip();
        }
    }

    private TestResult testCase() throws XMLStreamException {
        // pytest leaves the class empty where a whole module failed, and the module is the name.
        String suite = attribute("classname").map(String::strip).orElseGet(suites::element);
        var test = new TestId(suite, attribute("name").orElse(""));
        Duration took = seconds(attribute("time").orElse(""));
        boolean isNotRun =
                attribute("status").filter("notrun"::equals).isPresent()
                        || attribute("status").filter("disabled"::equals).isPresent();
        TestOutcome outcome = isNotRun ? TestOutcome.SKIPPED : TestOutcome.PASSED;
        String message = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            Optional<TestOutcome> told = outcome(xml.getLocalName());
            if (told.isEmpty()) {
                skip();
                continue;
            }
            String text = message(told.get());
            if (outcome == TestOutcome.PASSED || outcome == TestOutcome.SKIPPED) {
                outcome = told.get();
                message = text;
            }
        }
        return new TestResult(test, outcome, took, message);
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

    private String message(TestOutcome outcome) throws XMLStreamException {
        String type = attribute("type").orElse("");
        String message = attribute("message").filter(said -> !said.isBlank()).orElse(type);
        return FailureText.of(outcome, type, message, text());
    }

    /// The text of the current element, which is read to its end; no more of it is kept than is shown.
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < FailureText.LONGEST) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /// `0.012`, or `1,234.5` as older Surefires write it; what is no number is no time.
    private static Duration seconds(String text) {
        String plain = text.replace(",", "").strip();
        if (!plain.matches("\\d{1,9}(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?")) {
            return Duration.ZERO;
        }
        double millis = Double.parseDouble(plain) * 1000;
        return millis < Long.MAX_VALUE ? Duration.ofMillis(Math.round(millis)) : Duration.ZERO;
    }
}
