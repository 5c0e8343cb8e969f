package kiro.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiro.evidence.OneLine;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/evidence.report");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("test-reports#AC-1")
    @Tag("evidence#AC-2")
    void a_report_of_every_tool_is_read_as_expected(Path folder) throws IOException {
        String told = told(read(Files.readAllBytes(report(folder))));

        assertThat(told).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("test-reports#AC-4")
    void a_report_that_is_cut_anywhere_never_passes_more_than_the_whole_one(Path folder)
            throws IOException {
        byte[] whole = Files.readAllBytes(report(folder));
        List<TestId> passing = passing(read(whole));

        for (int i = 0; i <= 40; i++) {
            byte[] cut = java.util.Arrays.copyOf(whole, whole.length * i / 41);
            ReportReading reading = read(cut);
            assertThat(passing).containsAll(passing(reading));
        }
    }

    @Test
    @Tag("test-reports#AC-4")
    void a_report_of_lines_that_is_cut_says_what_is_missing() throws IOException {
        assertThat(read("running 3 tests\ntest a ... ok\n"))
                .isEqualTo(
                        new ReportReading.Whole(
                                List.of(passed("", "a")),
                                List.of("2 tests of a program have no result")));
        assertThat(read("TAP version 14\n1..3\nok 1 - a\n"))
                .isEqualTo(
                        new ReportReading.Whole(
                                List.of(passed("", "a")),
                                List.of("it plans 3 tests and tells of 1")));
        assertThat(read("TAP version 14\nok 1 - a\nBail out! no disk\n"))
                .isEqualTo(
                        new ReportReading.Whole(
                                List.of(passed("", "a")),
                                List.of(
                                        "the tests gave up: no disk",
                                        "it has no plan: tests may be missing from it")));
        assertThat(
                        read(
                                """
                                {"Action":"run","Package":"p","Test":"TestA"}
                                {"Action":"pass","Package":"p","Test":"TestA"}
                                {"Action":"run","Package":"p","Te\
                                """))
                .isEqualTo(
                        new ReportReading.Whole(
                                List.of(passed("p", "TestA")),
                                List.of(
                                        "line 3 is not a whole event",
                                        "the report ends before package p does")));
    }

    @Test
    @Tag("test-reports#AC-2")
    void what_a_test_of_cargo_prints_is_never_taken_for_a_result() throws IOException {
        ReportReading reading =
                read(
                        """

                        running 2 tests
                        test a ... FAILED
                        test b ... ok

                        failures:

                        ---- a stdout ----
                        test c ... ok
                        running 1 test
                        test a ... ok

                        failures:
                            a

                        test result: FAILED. 1 passed; 1 failed
                        """);

        assertThat(reading).isInstanceOf(ReportReading.Whole.class);
        assertThat(((ReportReading.Whole) reading).results())
                .extracting(TestResult::outcome)
                .first()
                .isEqualTo(TestOutcome.FAILED);
    }

    @ParameterizedTest
    @Tag("test-reports#AC-2")
    @ValueSource(
            strings = {
                "{\"testResults\":[{\"name\":\"a.test.js\",\"assertionResults\":[{\"title\":\"t\",\"status\":\"passed\",\"failing\":true}]}]}",
                "{\"testResults\":[{\"name\":\"a.test.js\",\"assertionResults\":[{\"title\":\"t\",\"status\":\"unheard of\"}]}]}",
                "1..1\nok 1 - t # TODO later\n",
                "1..1\nok 1 - t # SKIP\n",
                "running 1 test\ntest t ... ignored, later\n",
                "<testsuite name='s'><testcase name='t'><skipped type='pytest.xfail' message='known'/></testcase></testsuite>",
                "<events><started id='1' name='t'/><finished id='1'><result status='ABORTED'/></finished></events>"
            })
    void what_did_not_plainly_pass_did_not_pass(String report) throws IOException {
        assertThat(((ReportReading.Whole) read(report)).results())
                .extracting(TestResult::outcome)
                .containsExactly(TestOutcome.SKIPPED);
    }

    @Test
    @Tag("test-reports#AC-3")
    void labels_that_a_report_carries_are_kept() throws IOException {
        assertThat(
                        ((ReportReading.Whole)
                                        read(
                                                """
                                                <testsuite name="s"><testcase name="t"><properties>
                                                <property name="criterion" value="cart#AC-1"/>
                                                <property name="requirement">cart#AC-2</property>
                                                <property name="colour" value="red"/></properties></testcase></testsuite>
                                                """))
                                .results())
                .extracting(TestResult::labels)
                .containsExactly(List.of("cart#AC-1", "cart#AC-2"));
    }

    @ParameterizedTest
    @Tag("test-reports#AC-5")
    @ValueSource(
            strings = {
                "<project/>",
                "{}",
                "{\"a\": [1, 2]}",
                "[1, 2]",
                "# A text\n\nof prose\n",
                "\0\0\0\0binary",
                "Action: none\n"
            })
    void a_file_of_another_kind_is_no_report(String text) throws IOException {
        assertThat(read(text)).isEqualTo(new ReportReading.NotAReport());
    }

    @ParameterizedTest
    @Tag("test-reports#AC-5")
    @ValueSource(
            strings = {
                "",
                "<testsuite><testcase name='a'>",
                "<events><started id='1'>",
                "{\"testResults\":[{\"name\":\"a\"",
                "{\"testResults\": tru"
            })
    void a_broken_file_is_told_as_damaged(String text) throws IOException {
        assertThat(read(text)).isInstanceOf(ReportReading.Damaged.class);
    }

    @ParameterizedTest
    @Tag("test-reports#AC-6")
    @ValueSource(strings = {"events", "testsuites", "h:execution"})
    void entities_are_inert_in_every_xml(String root) throws IOException {
        String text =
                """
                <!DOCTYPE r [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">
                <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <ROOT><started id="&c;" name="x"><metadata><tags><tag>&secret;</tag></tags></metadata></started></ROOT>
                """
                        .replace("ROOT", root);

        assertThat(read(text).toString()).doesNotContain("root:", "aaaaaaaaaa");
    }

    @Test
    @Tag("test-reports#AC-6")
    void nesting_without_end_neither_hangs_nor_overflows() throws IOException {
        String xml = "<execution>" + "<root>".repeat(1) + "<child>".repeat(200_000);
        String json = "{\"testResults\":" + "[".repeat(200_000);

        assertThat(read(xml)).isInstanceOf(ReportReading.Damaged.class);
        assertThat(read("<testsuites>" + "<testsuite>".repeat(200_000)))
                .isInstanceOf(ReportReading.Damaged.class);
        assertThat(read(json)).isInstanceOf(ReportReading.Damaged.class);
    }

    @Test
    @Tag("test-reports#AC-6")
    void a_line_of_many_megabytes_is_cut() throws IOException {
        String text = "running 1 test\n" + "x".repeat(5 << 20) + "\ntest a ... ok\n";

        assertThat(read(text)).isEqualTo(new ReportReading.Whole(List.of(passed("", "a"))));
    }

    private static TestResult passed(String suite, String name) {
        return new TestResult(new TestId(suite, name), TestOutcome.PASSED, Duration.ZERO, "");
    }

    private static Path report(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("report."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<TestId> passing(ReportReading reading) {
        return switch (reading) {
            case ReportReading.Whole whole ->
                    whole.results().stream()
                            .filter(result -> result.outcome() == TestOutcome.PASSED)
                            .map(TestResult::test)
                            .toList();
            case ReportReading.NotAReport no -> List.of();
            case ReportReading.Damaged damaged -> List.of();
        };
    }

    private static ReportReading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReportReading read(byte[] bytes) throws IOException {
        try (InputStream stream = new ByteArrayInputStream(bytes)) {
            return Reports.read("report", stream);
        }
    }

    private static String told(ReportReading reading) {
        return switch (reading) {
            case ReportReading.Whole whole -> {
                var text = new StringBuilder();
                whole.results().forEach(result -> text.append(line(result)));
                whole.gaps().forEach(gap -> text.append("gap: ").append(gap).append('\n'));
                yield text.toString();
            }
            case ReportReading.NotAReport no -> "no report\n";
            case ReportReading.Damaged damaged -> "damaged: " + damaged.reason() + "\n";
        };
    }

    private static String line(TestResult result) {
        String message =
                result.message().isEmpty() ? "" : " | " + OneLine.of(result.message(), 160);
        String labels = result.labels().isEmpty() ? "" : " | " + result.labels();
        return "%s | %s | %s%s%s\n"
                .formatted(
                        result.outcome(),
                        result.test().suite(),
                        result.test().name(),
                        labels,
                        message);
    }
}
