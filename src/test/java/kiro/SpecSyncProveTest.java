package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `kiro spec sync --prove`, in a project whose "tests" look at the code with grep.
class SpecSyncProveTest {
    private static final String SPEC =
            """
            # Limit

            ## Acceptance Criteria

            - [ ] AC-1: IF a user makes the 4th request THEN the shop SHALL answer 429
            - [ ] AC-2: The limit is written down
            - [x] AC-3: It is easy
            """;
    private static final String CODE =
            """
            package shop;

            class Limit {
                // implements: limit#AC-1
                static int answer(int requests) {
                    return requests < 4 ? 200 : 429;
                }
            }
            """;
    private static final String TESTS =
            """
            package shop;

            class LimitTest {
                @Test
                @Tag("limit#AC-1")
                void refuses() {
                    assertEquals(429, Limit.answer(4));
                }

                @Test
                @Tag("limit#AC-2")
                void is_written_down() {
                    assertTrue(Files.exists(Path.of("limit.txt")));
                }
            }
            """;
    private static final String RUN =
            """
            mkdir -p target/surefire-reports
            failed='<failure message="no"/>'
            if grep -q 'PATTERN' src/main/java/shop/Limit.java; then failed=; fi
            cat > target/surefire-reports/TEST-shop.LimitTest.xml <<X
            <testsuite name="shop.LimitTest">
              <testcase classname="shop.LimitTest" name="refuses">$failed</testcase>
              <testcase classname="shop.LimitTest" name="is_written_down"/>
            </testsuite>
            X
            """;
    private static final String STRONG = "^        return requests < 4 ? 200 : 429;";
    private static final String WEAK = "^        return .*429;";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with(".gitignore", "target/\nspill/\n")
                        .with("src/main/java/shop/Limit.java", CODE)
                        .with("src/test/java/shop/LimitTest.java", TESTS)
                        .with("tests.sh", RUN.replace("PATTERN", STRONG))
                        .with(".kiro/specs/limit.md", SPEC)
                        .committed();
    }

    @Test
    @Tag("proving#AC-9")
    void a_criterion_whose_tests_notice_every_change_is_verified_and_the_code_is_as_it_was()
            throws Exception {
        workspace.with(
                ".kiro/specs/limit.md", SPEC.lines().limit(5).reduce("", (a, b) -> a + b + "\n"));
        sync();
        Map<String, String> files = files();

        Kiro.Result result = sync("--prove", "AC-1", "--json");

        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(result.code()).isZero();
        assertThat(json.path("proved").get(0).path("outcome").asString()).isEqualTo("verified");
        assertThat(json.path("criteria").get(0).path("state").asString()).isEqualTo("verified");
        assertThat(files()).isEqualTo(files);
        assertThat(sync().out()).contains("AC-1       verified");
    }

    @Test
    @Tag("proving#AC-10")
    void the_name_of_the_spec_may_stand_before_the_id() throws Exception {
        sync();

        Kiro.Result result = run("spec", "sync", "--prove", "limit#AC-1", "--json");

        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.path("proved").get(0).path("outcome").asString()).isEqualTo("verified");
        assertThat(sync("--prove", "other#AC-1").err()).contains("has no criterion 'other#AC-1'");
        assertThat(run("spec", "sync").err()).contains("no spec is named");
    }

    @Test
    @Tag("proving#AC-9")
    void weak_tests_untick_their_criterion_and_the_change_is_shown() throws Exception {
        workspace.with("tests.sh", RUN.replace("PATTERN", WEAK));
        sync();
        assertThat(workspace.read(".kiro/specs/limit.md")).contains("- [x] AC-1");

        Kiro.Result result = sync("--prove", "AC-1");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "  -return requests < 4 ? 200 : 429;\n",
                        "  +return requests <= 4 ? 200 : 429;\n",
                        "[sync/weak-tests]");
        assertThat(workspace.read(".kiro/specs/limit.md")).contains("- [ ] AC-1");
    }

    @Test
    @Tag("proving#AC-9")
    void what_cannot_be_tried_is_an_error_with_a_way_out() throws Exception {
        workspace.with(".kiro/specs/limit.md", SPEC.replace("- [x] AC-3: It is easy\n", ""));

        Kiro.Result unowned = sync("--prove", "AC-2");

        assertThat(unowned.code()).isEqualTo(2);
        assertThat(unowned.err())
                .contains("limit#AC-2 could not be tried: it is not known which code it owns")
                .contains("implements: limit#AC-2");
        assertThat(unowned.out()).contains("limit: 2 of 2 criteria proven");
    }

    @Test
    @Tag("proving#AC-9")
    void what_is_not_proven_is_not_broken() {
        Kiro.Result result = sync("--prove", "AC-3");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "limit#AC-3 could not be tried: what is not proven cannot be broken: it is claimed");
    }

    @Test
    @Tag("proving#AC-9")
    void a_criterion_that_is_not_there_is_told_before_anything_runs() {
        Kiro.Result result = sync("--prove", "AC-11");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("limit has no criterion 'AC-11'", "did you mean AC-1?");
        assertThat(workspace.has("target")).isFalse();
        assertThat(sync("--prove", "AC-1", "--changes", "0").code()).isEqualTo(1);
    }

    @Test
    @Tag("spec-sync#AC-6")
    void a_check_says_what_breaking_the_code_told_and_writes_nothing() throws Exception {
        Map<String, String> files = files();

        Kiro.Result result = sync("--prove", "AC-1", "--check");

        assertThat(result.out()).contains("AC-1       verified", "would be ticked: AC-1, AC-2");
        assertThat(files()).isEqualTo(files);
        assertThat(workspace.has(".kiro/evidence")).isFalse();
    }

    private Map<String, String> files() throws Exception {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(workspace.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = workspace.root().relativize(file).toString();
                boolean isOurs =
                        path.startsWith(".kiro/evidence") || path.startsWith(".kiro/sessions");
                boolean isMade = path.startsWith("target/") || path.startsWith(".git/");
                if (!isOurs && !isMade) {
                    files.put(path, Files.readString(file));
                }
            }
        }
        return files;
    }

    private Kiro.Result sync(String... arguments) {
        var line = new ArrayList<String>(List.of("spec", "sync", "limit"));
        line.addAll(List.of(arguments));
        return run(line.toArray(String[]::new));
    }

    private Kiro.Result run(String... line) {
        return Kiro.in(workspace.root()).with("KIRO_TEST_COMMAND", "sh tests.sh").run(line);
    }
}
