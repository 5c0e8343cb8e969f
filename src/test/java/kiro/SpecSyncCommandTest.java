package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspaceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecSyncCommandTest {
    private static final String SPEC =
            "# Greeting\r\n\r\n## Acceptance Criteria\r\n\r\n- [ ] AC-1: It greets\r\n- [x] AC-2: It leaves\r\n";
    private static final String TESTS =
            """
            mkdir -p target/surefire-reports
            cat > target/surefire-reports/TEST-demo.DemoTest.xml <<'X'
            <testsuite name="demo.DemoTest" tests="2">
              <testcase classname="demo.DemoTest" name="greets" time="0.1"/>
              <testcase classname="demo.DemoTest" name="leaves" time="0.1">LEAVES</testcase>
            </testsuite>
            X
            """;
    private static final String FAILURE = "<failure message=\"it stays\" type=\"Error\"/>";
    private static final String SOURCE =
            """
            package demo;

            class DemoTest {
                @Test
                @Tag("greeting#AC-1")
                void greets() {
                    check();
                }

                @Test
                @Tag("greeting#AC-2")
                void leaves() {
                    check();
                }
            }
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with(".gitignore", "target/\nspill/\n")
                        .with("src/test/java/demo/DemoTest.java", SOURCE)
                        .with("tests.sh", TESTS.replace("LEAVES", FAILURE) + "exit 1\n")
                        .with(".kiro/specs/greeting.md", SPEC)
                        .committed();
    }

    @Test
    @Tag("spec-commands#AC-8")
    void the_boxes_become_what_the_tests_prove() {
        Kiro.Result result = sync("greeting");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .startsWith("2 tests: 1 passed, 1 failed, 0 skipped, in ")
                .contains("AC-1       passing")
                .contains("AC-2       failing")
                .contains("ticked: AC-1\nunticked: AC-2\ngreeting: 1 of 2 criteria proven\n");
        assertThat(workspace.read(".kiro/specs/greeting.md"))
                .isEqualTo(SPEC.replace("[ ] AC-1", "[x] AC-1").replace("[x] AC-2", "[ ] AC-2"));
        assertThat(workspace.read(".kiro/evidence/greeting.json"))
                .contains("AC-1")
                .doesNotContain("AC-2");
    }

    @Test
    @Tag("spec-commands#AC-8")
    void a_spec_of_which_everything_is_proven_ends_well_and_is_listed_so() {
        workspace.with("tests.sh", TESTS.replace("LEAVES", ""));

        assertThat(sync("greeting").code()).isZero();
        assertThat(Kiro.in(workspace.root()).run("spec", "list").out())
                .endsWith("greeting  Greeting  2/2     proven  today\n");
        assertThat(Kiro.in(workspace.root()).run("spec", "list", "--fresh").out())
                .endsWith("greeting  Greeting  2/2     proven  today\n");

        workspace.with("src/main/java/demo/Demo.java", "package demo;\n\nclass Demo {}\n");
        assertThat(Kiro.in(workspace.root()).run("spec", "list", "--fresh").out())
                .endsWith(
                        "greeting  Greeting  0/2     changed since it was proven  2 stale  today\n");

        workspace.with(
                ".kiro/specs/greeting.md",
                workspace.read(".kiro/specs/greeting.md").replace("It greets", "It greets twice"));
        assertThat(Kiro.in(workspace.root()).run("spec", "list").out())
                .endsWith(
                        "greeting  Greeting  1/2     changed since it was proven  1 stale  today\n");
    }

    @Test
    @Tag("spec-commands#AC-8")
    void a_check_writes_nothing() {
        Kiro.Result result = sync(".kiro/specs/greeting.md", "--check");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("would be ticked: AC-1\nwould be unticked: AC-2\n");
        assertThat(workspace.read(".kiro/specs/greeting.md")).isEqualTo(SPEC);
        assertThat(workspace.has(".kiro/evidence")).isFalse();
    }

    @Test
    @Tag("spec-commands#AC-8")
    void tests_that_cannot_run_prove_nothing_and_are_said() {
        workspace.with("tests.sh", "echo no compiler here; exit 1\n");

        Kiro.Result result = sync("greeting", "--verbose");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("  no compiler here\n").contains("[sync/not-measured]");
        assertThat(result.out()).isEqualTo("greeting: 0 of 2 criteria proven\n");
        assertThat(workspace.read(".kiro/specs/greeting.md")).isEqualTo(SPEC);
        assertThat(workspace.has(".kiro/evidence")).isFalse();
    }

    @Test
    @Tag("spec-commands#AC-8")
    void the_result_is_told_to_programs_as_json() {
        JsonNode json = JsonMapper.shared().readTree(sync("greeting", "--json").out());

        assertThat(json.path("tests").path("state").asString()).isEqualTo("finished");
        assertThat(json.path("ticked")).isEqualTo(JsonMapper.shared().readTree("[\"AC-1\"]"));
        assertThat(json.path("criteria").get(1).path("state").asString()).isEqualTo("failing");
        assertThat(json.path("criteria").get(0).path("tests"))
                .isEqualTo(JsonMapper.shared().readTree("[\"demo.DemoTest.greets\"]"));
    }

    @Test
    @Tag("spec-commands#AC-8")
    void while_another_run_is_at_work_nothing_is_done() throws IOException {
        var attempt = WorkspaceLock.lock(workspace.workspace(), "session of a test");
        try (var _ = ((WorkspaceLock.Attempt.Locked) attempt).lock()) {
            Kiro.Result result = sync("greeting");

            assertThat(result.code()).isEqualTo(6);
            assertThat(result.err()).contains("session of a test").contains("[spec/busy]");
        }
    }

    private Kiro.Result sync(String... arguments) {
        var line = new java.util.ArrayList<String>(java.util.List.of("spec", "sync"));
        line.addAll(java.util.List.of(arguments));
        return Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "sh tests.sh")
                .run(line.toArray(String[]::new));
    }
}
