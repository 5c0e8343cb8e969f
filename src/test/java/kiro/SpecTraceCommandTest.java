package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecTraceCommandTest {
    private static final String SPEC =
            "# Greeting\n\n## Overview\n\nWords.\n\n## Requirements\n\n- It greets.\n\n"
                    + "## Acceptance Criteria\n\n- [ ] AC-1: It greets\n- [ ] AC-2: It leaves\n";
    private static final String TESTS =
            """
            mkdir -p target/surefire-reports
            cat > target/surefire-reports/TEST-demo.DemoTest.xml <<'X'
            <testsuite name="demo.DemoTest" tests="1">
              <testcase classname="demo.DemoTest" name="greets" time="0.1"/>
            </testsuite>
            X
            """;
    private static final String SOURCE =
            """
            package demo;

            class DemoTest {
                @Test
                @Tag("greeting#AC-1")
                void greets() {
                    assertEquals("hello", new Demo().greeting());
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
                        .with("src/main/java/demo/Demo.java", "package demo;\n\nclass Demo {}\n")
                        .with("tests.sh", TESTS)
                        .with(".kiro/specs/greeting.md", SPEC)
                        .with(".kiro/specs/other.md", SPEC.replace("AC-2", "AC-3"))
                        .committed();
    }

    @Test
    @Tag("spec-trace#AC-1")
    @Tag("spec-trace#AC-3")
    void a_criterion_leads_to_its_tests_their_code_and_their_commits() throws Exception {
        workspace.with("src/main/java/demo/Demo.java", "package demo;\n\nclass Demo { }\n");
        commit("feat: greets, see greeting#AC-1");
        Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "sh tests.sh")
                .run("spec", "sync", "greeting");

        Kiro.Result result = trace("greeting#AC-1");

        assertThat(result.code()).isZero();
        assertThat(result.out().replaceAll("[0-9a-f]{7,10} \\d{4}-\\d\\d-\\d\\d", "ID DAY"))
                .matches(
                        "(?s)greeting#AC-1  It greets\n"
                                + "  \\.kiro/specs/greeting\\.md:13  passing: 1 test passed, [^\n]*\n"
                                + "  ├─ test    src/test/java/demo/DemoTest\\.java:5  greets  \\(proves it\\)\n"
                                + "  ├─ code    src/main/java/demo/Demo\\.java  \\(used by its tests\\)\n"
                                + "  ├─ commit  ID DAY feat: greets, see greeting#AC-1  \\(names it, its code\\)\n"
                                + "  └─ commit  ID DAY start  \\(its words, its tests, its code\\)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AC-2                                  | greeting#AC-2
                    Greeting#ac-1                         | greeting#AC-1
                    other                                 | other#AC-1 other#AC-3
                    .kiro/specs/greeting.md               | greeting#AC-1 greeting#AC-2
                    .kiro/specs/greeting.md:14            | greeting#AC-2
                    src/test/java/demo/DemoTest.java      | greeting#AC-1
                    src/test/java/demo/DemoTest.java:7    | greeting#AC-1
                    src/main/java/demo/Demo.java          | greeting#AC-1
                    src/main/java/demo/Demo.java:3:1      | greeting#AC-1
                    greets                                | greeting#AC-1
                    DemoTest.greets                       | greeting#AC-1
                    demo.DemoTest                         | greeting#AC-1
                    """)
    @Tag("spec-trace#AC-1")
    @Tag("spec-trace#AC-4")
    void whatever_is_named_leads_to_its_criteria(String what, String criteria) {
        JsonNode json = JsonMapper.shared().readTree(trace(what, "--json").out());

        assertThat(
                        json.path("criteria")
                                .valueStream()
                                .map(each -> each.path("criterion").asString())
                                .toList())
                .containsExactly(criteria.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    AC-1                       | 2 specs have a criterion AC-1 [trace/ambiguous]          | next: name it with its spec: greeting#AC-1, other#AC-1
                    greting#AC-1               | 'greting#AC-1' is no criterion, spec, file or commit, nor | next: did you mean greeting#AC-1
                    qqqqqqqqqqqqqqqq           | is no criterion, spec, file or commit, nor a test         | next: 'kiro spec list' shows the specs
                    .kiro/specs/greeting.md:1  | no criterion stands in line 1 of .kiro/specs/greeting.md | next: 'kiro spec trace greeting' traces all
                    tests.sh                   | no test that names a criterion uses tests.sh             | next: name a criterion in a test of it
                    """)
    @Tag("spec-trace#AC-5")
    void what_leads_nowhere_is_said_with_the_next_move(String what, String message, String next) {
        Kiro.Result result = trace(what);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message).contains(next);
    }

    @Test
    @Tag("spec-trace#AC-4")
    void a_file_says_how_many_criteria_it_serves() {
        assertThat(trace("src/main/java/demo/Demo.java").out())
                .startsWith(
                        "src/main/java/demo/Demo.java serves 1 criterion:\n\ngreeting#AC-1  It greets\n");
    }

    @Test
    @Tag("spec-trace#AC-6")
    void a_commit_leads_to_the_criteria_that_it_names_or_changed_and_says_why() throws Exception {
        workspace
                .with(".kiro/specs/greeting.md", SPEC.replace("It leaves", "It says goodbye"))
                .with(".kiro/specs/other.md", "\n" + SPEC.replace("AC-2", "AC-3"));
        commit("docs: what is said, see greeting#AC-12 and other#AC-3.");
        workspace.with("src/main/java/demo/Demo.java", "package demo;\n\nclass Demo { }\n");
        commit("feat: greets");

        assertThat(reasons("HEAD")).containsExactly("greeting#AC-1 feat: greets [\"code\"]");
        assertThat(reasons("HEAD~1"))
                .containsExactly(
                        "greeting#AC-2 docs: what is said, see greeting#AC-12 and other#AC-3. [\"words\"]",
                        "other#AC-3 docs: what is said, see greeting#AC-12 and other#AC-3. [\"names\"]");
        assertThat(reasons("HEAD~2"))
                .containsExactly(
                        "greeting#AC-1 start [\"words\",\"tests\",\"code\"]",
                        "greeting#AC-2 start [\"words\"]",
                        "other#AC-1 start [\"words\"]",
                        "other#AC-3 start [\"words\"]");
    }

    @Test
    @Tag("spec-trace#AC-6")
    void a_merge_is_what_it_brought() throws Exception {
        workspace.git("checkout", "-q", "-b", "side");
        workspace.with("src/main/java/demo/Demo.java", "package demo;\n\nclass Demo { }\n");
        commit("feat: greets");
        workspace.git("checkout", "-q", "-");
        workspace.with("notes.txt", "something else\n");
        commit("docs: notes");
        workspace.git(
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.com",
                "merge",
                "-q",
                "--no-ff",
                "-m",
                "merge side",
                "side");

        assertThat(reasons("HEAD")).containsExactly("greeting#AC-1 merge side [\"code\"]");
        assertThat(trace("HEAD~1").err())
                .contains(
                        "(docs: notes) names no criterion, and changed no words, tests or code of one");
        assertThat(trace("HEAD").out()).containsPattern("^[0-9a-f]{7,10} serves 1 criterion:");
    }

    private List<String> reasons(String revision) {
        return JsonMapper.shared()
                .readTree(trace(revision, "--json").out())
                .path("criteria")
                .valueStream()
                .map(each -> {
                    JsonNode commit = each.path("commits").path(0);
                    return each.path("criterion").asString()
                            + " "
                            + commit.path("subject").asString()
                            + " "
                            + commit.path("reasons");
                })
                .toList();
    }

    @Test
    @Tag("spec-trace#AC-3")
    void without_a_repository_there_are_no_commits() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        TemporaryWorkspace.in(bare).with(".kiro/specs/greeting.md", SPEC);

        assertThat(Kiro.in(bare).run("spec", "trace", "greeting#AC-2"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "greeting#AC-2  It leaves\n  .kiro/specs/greeting.md:14  unlinked: no test names it\n",
                                ""));
    }

    private void commit(String message) throws InterruptedException {
        workspace.git("add", "-A");
        workspace.git(
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.com",
                "commit",
                "-q",
                "-m",
                message);
    }

    private Kiro.Result trace(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("spec", "trace"));
        all.addAll(java.util.List.of(arguments));
        return Kiro.in(workspace.root()).run(all.toArray(String[]::new));
    }
}
