package kiro.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import kiro.evidence.OneLine;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitReportTest {
    @Test
    void times_are_read_in_every_form_and_never_break_a_report() throws IOException {
        assertThat(
                        results(
                                """
                                <testsuite name="s"><testcase name="a" time="0.0125"/><testcase name="b" time="1,234.5"/>
                                <testcase name="c" time="-1"/><testcase name="d" time="NaN"/><testcase name="e"/></testsuite>\
                                """))
                .extracting(TestResult::took)
                .containsExactly(
                        Duration.ofMillis(13),
                        Duration.ofMillis(1_234_500),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO);
    }

    @Test
    void a_test_without_a_class_belongs_to_the_suite_around_it() throws IOException {
        assertThat(
                        results(
                                """
                                <testsuites><testsuite name="outer"><testsuite name="inner"><testcase name="a"/></testsuite>
                                <testcase name="b"/></testsuite></testsuites>\
                                """))
                .extracting(TestResult::test)
                .containsExactly(new TestId("inner", "a"), new TestId("outer", "b"));
    }

    @Test
    void an_entity_that_points_to_a_file_is_never_read() throws IOException {
        ReportReading reading =
                read(
                        """
                        <!DOCTYPE testsuite [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                        <testsuite name="s"><testcase name="a"><failure message="m">&secret;</failure></testcase></testsuite>\
                        """);

        assertThat(reading.toString()).doesNotContain("root:");
    }

    @Test
    void entities_that_grow_are_damage() throws IOException {
        String xml =
                """
                <!DOCTYPE testsuite [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <testsuite name="s"><testcase name="&c;"/></testsuite>\
                """;

        assertThat(read(xml)).isInstanceOf(ReportReading.Damaged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<testsuite><testcase name='a'>",
                "<testsuite><testcase name='a'/></testsuites>",
                "<testsuite><testcase name='a' name='b'/></testsuite>"
            })
    void what_is_cut_or_malformed_is_damage(String xml) throws IOException {
        assertThat(read(xml)).isInstanceOf(ReportReading.Damaged.class);
    }

    @Test
    void damage_is_told_in_one_line_with_its_place() throws IOException {
        assertThat(read("<testsuite>\n<testcase name='a'>\n"))
                .isInstanceOfSatisfying(
                        ReportReading.Damaged.class,
                        damaged ->
                                assertThat(damaged.reason())
                                        .startsWith("line 3: ")
                                        .doesNotContain("\n", "ParseError"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project/>",
                "<failsafe-summary><completed>1</completed></failsafe-summary>"
            })
    void other_xml_is_no_report(String xml) throws IOException {
        assertThat(read(xml)).isEqualTo(new ReportReading.NotAReport());
    }

    @Test
    void control_characters_that_a_test_printed_do_not_damage_its_report() throws IOException {
        assertThat(
                        results(
                                "<testsuite><testcase name='a'><failure message='\u001b[31mred\u0008'/></testcase></testsuite>"))
                .extracting(TestResult::message)
                .containsExactly("?[31mred?");
    }

    @Test
    void a_report_in_utf_16_is_read() throws IOException {
        String xml =
                "<?xml version='1.0' encoding='UTF-16'?><testsuite name='s'><testcase name='Łódź'/></testsuite>";

        assertThat(results(xml, StandardCharsets.UTF_16))
                .extracting(TestResult::test)
                .containsExactly(new TestId("s", "Łódź"));
    }

    @Test
    void a_long_message_is_cut() throws IOException {
        String xml =
                "<testsuite><testcase name='a'><failure message='%s'>%s</failure></testcase></testsuite>"
                        .formatted("m".repeat(10_000), "line\n".repeat(50_000));

        assertThat(results(xml).getFirst().message()).hasSizeLessThan(2 * FailureText.LONGEST + 10);
    }

    @Test
    void a_large_report_with_much_output_is_read_to_its_end() throws IOException {
        String output = "&lt;printed&gt; &#10; &amp; more\n".repeat(200_000);
        String xml =
                "<testsuite name='s'>"
                        + "<testcase name='a'><system-out>"
                        + output
                        + "</system-out></testcase>"
                        + "<testcase name='b'/></testsuite>";

        assertThat(told(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("PASSED | s | a\nPASSED | s | b\n");
    }

    @Test
    void the_failure_counts_and_not_the_skip_beside_it() throws IOException {
        assertThat(
                        results(
                                """
                                <testsuite name="s"><testcase name="a"><skipped/><failure message="f"/></testcase>
                                <testcase name="b"><error message="e"/><failure message="f"/></testcase></testsuite>\
                                """))
                .containsExactly(
                        new TestResult(
                                new TestId("s", "a"), TestOutcome.FAILED, Duration.ZERO, "f"),
                        new TestResult(
                                new TestId("s", "b"), TestOutcome.ERROR, Duration.ZERO, "e"));
    }

    private static String told(InputStream bytes) throws IOException {
        return switch (Reports.read("TEST-s.xml", bytes)) {
            case ReportReading.Whole whole ->
                    whole.results().stream()
                            .map(JUnitReportTest::line)
                            .collect(Collectors.joining());
            case ReportReading.NotAReport no -> "no report\n";
            case ReportReading.Damaged damaged -> "damaged: " + damaged.reason() + "\n";
        };
    }

    private static String line(TestResult result) {
        String message =
                result.message().isEmpty() ? "" : " | " + OneLine.of(result.message(), 160);
        return "%s | %s | %s%s\n"
                .formatted(result.outcome(), result.test().suite(), result.test().name(), message);
    }

    private static List<TestResult> results(String xml) throws IOException {
        return results(xml, StandardCharsets.UTF_8);
    }

    private static List<TestResult> results(String xml, Charset charset) throws IOException {
        return ((ReportReading.Whole)
                        Reports.read("TEST-s.xml", new ByteArrayInputStream(xml.getBytes(charset))))
                .results();
    }

    private static ReportReading read(String xml) throws IOException {
        return Reports.read(
                "TEST-s.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
