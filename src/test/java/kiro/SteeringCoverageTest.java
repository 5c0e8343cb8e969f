package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringCoverageTest {
    private static final String REPORT =
            """
            SF:src/cart.py
            DA:1,1
            DA:2,%d
            DA:3,%d
            DA:4,1
            BRDA:2,0,0,1
            BRDA:2,0,1,-
            end_of_record
            """;
    private static final String CART = "def total(a):\n    if a:\n        return 1\n    return 2\n";

    @TempDir private Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with(
                                ".gitignore",
                                "script.jsonl\nlcov.info\nTEST-a.xml\n.kiro/sessions/\n")
                        .with(".kiro/steering/testing.md", "- At least 80 % line coverage.\n")
                        .with("src/cart.py", CART)
                        .committed();
    }

    private Kiro.Result check(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "steering";
        arguments[1] = "check";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Kiro.in(folder).run(arguments);
    }

    private void report(int second, int third) throws IOException {
        files.with("lcov.info", REPORT.formatted(second, third));
        Files.setLastModifiedTime(
                folder.resolve("lcov.info"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    @Tag("steering-commands#AC-13")
    void coverage_that_nobody_measured_fails_the_check_and_says_what_to_do() {
        Kiro.Result result = check();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out() + result.err())
                .contains(
                        ".kiro/steering/testing.md:1:3: error: there is no coverage report, and 80 % of the lines of"
                                + " all files are asked",
                        "next: run the tests with coverage, and then check again");
    }

    @Test
    @Tag("steering-commands#AC-13")
    void coverage_is_told_with_the_first_line_that_did_not_run() throws IOException {
        report(0, 0);
        assertThat(check().out())
                .contains(
                        "src/cart.py:2:1: error: tests run 50.0 % of the lines of all files, and 80 % are asked; not run: 2 of"
                                + " 4 in src/cart.py");
        assertThat(check("--changed").code()).isZero();
        report(1, 1);
        assertThat(check().code()).isZero();

        files.with(".kiro/steering/testing.md", "- Branch coverage must be at least 60 %.\n");
        assertThat(check().out())
                .contains("tests run 50.0 % of the branches of all files, and 60 % are asked");
    }

    @Test
    @Tag("steering-commands#AC-13")
    void a_report_that_is_older_than_the_code_or_broken_does_not_pass() throws IOException {
        report(1, 1);
        Files.setLastModifiedTime(
                folder.resolve("src/cart.py"), FileTime.from(Instant.now().plusSeconds(90)));
        assertThat(check().out()).contains("src/cart.py changed after coverage was measured");

        files.with("lcov.info", "SF:src/cart.py\nDA:1,1\n");
        assertThat(check().out()).contains("a coverage report cannot be read: lcov.info: it ends");
    }

    @Test
    @Tag("steering-commands#AC-13")
    void of_changes_those_since_the_last_commit_are_meant_or_those_of_it() throws Exception {
        files.with(
                ".kiro/steering/testing.md",
                "- Changed files must have at least 80 % line coverage.\n");
        report(0, 0);
        assertThat(check().out()).contains("the commit before it is not here");

        files.with("src/other.py", CART).committed();
        files.with("not-ignored.txt", "left by the tests");
        assertThat(check().out()).contains("no coverage report tells of src/other.py");

        files.with("src/cart.py", CART + "\n");
        report(0, 0);
        assertThat(check("--changed").out())
                .contains("tests run 50.0 % of the lines of the changed files, and 80 % are asked");
    }

    @Test
    @Tag("steered-writes#AC-10")
    void a_run_whose_changes_tests_do_not_cover_is_not_done() {
        files.with(
                        "run.sh",
                        """
                        printf 'SF:src/sum.py\\nDA:1,1\\nDA:2,0\\nend_of_record\\n' > lcov.info
                        printf '<testsuite name="a"><testcase name="b" classname="a"/></testsuite>' > TEST-a.xml
                        """)
                .with(
                        "script.jsonl",
                        ScriptLines.all(
                                ScriptLines.call(
                                        "c1",
                                        "write_file",
                                        "{\"path\":\"src/sum.py\",\"content\":%s}"
                                                .formatted(ScriptLines.quoted(CART + "\n"))),
                                ScriptLines.says("done"),
                                ScriptLines.says("done")));

        Kiro.Result result =
                Kiro.in(folder)
                        .with("KIRO_TEST_COMMAND", "sh run.sh")
                        .run(
                                "agent",
                                "write it",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");

        assertThat(result.out() + result.err())
                .contains("tests run 50.0 % of the lines of the changed files, and 80 % are asked");
        assertThat(result.code()).isNotZero();
    }
}
