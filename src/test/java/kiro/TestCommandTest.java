package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final String REPORT =
            """
            <testsuite name="cart"><testcase classname="Cart" name="adds"/>
            <testcase classname="Cart" name="sums"><failure message="expected 3 but was 4">at Cart</failure></testcase></testsuite>
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace project;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        TemporaryWorkspace.in(folder)
                .with(
                        "project/.kiro/hooks.yaml",
                        """
                        version: 1
                        hooks:
                          - name: why
                            on: test-failed
                            command: echo look at {tests}
                        """);
        project = TemporaryWorkspace.in(folder.resolve("project"));
        project.with("report.xml", REPORT)
                .with(
                        "fine.xml",
                        "<testsuite><testcase classname=\"Cart\" name=\"adds\"/></testsuite>")
                .with("run.sh", "echo testing; cp \"$1\" \"$KIRO_REPORTS/junit.xml\"; exit $2\n")
                .committed();
        kiro = Kiro.in(project.root());
        kiro.run("trust", "--yes");
    }

    @Test
    @Tag("test-failures#AC-3")
    void a_run_with_failures_shows_them_and_starts_the_hooks() {
        Kiro.Result result = kiro.run("test", "--", "sh", "run.sh", "report.xml", "1");

        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "testing\n",
                        "failed  Cart.sums",
                        "expected 3 but was 4",
                        "1 passed, 1 failed, 0 skipped")
                .contains("done     why", "look at Cart.sums");
    }

    @Test
    @Tag("test-failures#AC-3")
    void a_run_in_which_all_passed_starts_nothing() {
        Kiro.Result result = kiro.run("test", "--", "sh run.sh fine.xml 0");

        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.out()).contains("1 passed, 0 failed").doesNotContain("why");
    }

    @Test
    @Tag("test-failures#AC-3")
    void the_command_that_is_set_is_run_and_the_result_can_be_read_by_programs() {
        kiro.run("config", "set", "tests.command", "sh run.sh report.xml 1");

        Kiro.Result result = kiro.run("test", "--json", "--no-hooks");

        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.out())
                .contains("\"failed\" : 1", "\"test\" : \"Cart.sums\"")
                .doesNotContain("testing");
    }

    @Test
    @Tag("test-failures#AC-3")
    void what_ran_no_test_was_not_measured() {
        assertThat(kiro.run("test", "--", "sh", "-c", "exit 3").code()).isEqualTo(2);
        assertThat(kiro.run("test").err()).contains("nothing here says how the tests are run");
    }

    @Test
    @Tag("test-failures#AC-2")
    void its_reports_are_known_to_whoever_watches() throws Exception {
        kiro.run("test", "--", "sh", "run.sh", "report.xml", "1");
        assertThat(project.root().resolveSibling("home"))
                .isDirectoryRecursivelyContaining("glob:**/hooks/tested");
    }
}
