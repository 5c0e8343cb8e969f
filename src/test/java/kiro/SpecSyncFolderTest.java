package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

/// `kiro spec sync` on a spec in the form of a folder, in a project whose reports lie there.
class SpecSyncFolderTest {
    private static final String REQUIREMENTS =
            """
            # Requirements Document

            ## Introduction

            Carts.

            ## Requirements

            ### Requirement 1

            **User Story:** As a buyer, I want a cart, so that I can buy.

            #### Acceptance Criteria

            1. WHEN an item is added THEN the cart SHALL hold it
            2. WHEN a cart is cleared THEN the cart SHALL be empty
            """;
    private static final String DESIGN =
            """
            # Design Document

            ## Overview

            `src/cart.js` has `addItem()`; `src/store.js` keeps carts. The library is `left-pad`.

            ## Correctness Properties

            ### Property 1: cleared carts

            *For any* cart, clearing it empties it.

            **Validates: Requirements 1.2**
            """;
    private static final String TASKS =
            """
            # Implementation Plan

            - [ ] 1. Add items
              - _Requirements: 1.1_
            - [x] 2. Clear carts
              - _Requirements: 1.2_
            - [x] 3. Write a guide
            """;
    private static final String TESTS =
            """
            // Feature: cart
            // Validates: Requirements 1.1
            it('adds', () => { expect(addItem(1)).toBe(1); });

            // Feature: cart, Property 1: cleared carts
            it('clears', () => { expect(clear()).toBe(0); });
            it('stands alone', () => { expect(1).toBe(1); });
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "reports/\nspill/\n")
                        .with(".kiro/specs/cart/requirements.md", REQUIREMENTS)
                        .with(".kiro/specs/cart/design.md", DESIGN)
                        .with(".kiro/specs/cart/tasks.md", TASKS)
                        .with("package.json", "{\"dependencies\": {}}\n")
                        .committed();
        workspace
                .with("package.json", "{\"dependencies\": {\"express\": \"5\"}}\n")
                .with("src/cart.js", "function addItem(n) { return n; }\n")
                .with("src/extra.js", "function clear() { return 0; }\n")
                .with("test/cart.test.js", TESTS);
        workspace.git("add", "-A");
        workspace.git(
                "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "carts");
        report("passed");
    }

    @Test
    @Tag("spec-sync#AC-9")
    void tasks_are_done_when_their_criteria_are_met_and_reset_when_not() throws Exception {
        report("failed");

        Kiro.Result result = kiro("spec", "sync", "cart");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("tasks done: 1\ntasks reset: 2\n");
        assertThat(result.err()).contains("[sync/claimed-task]");
        assertThat(workspace.read(".kiro/specs/cart/tasks.md"))
                .isEqualTo(TASKS.replace("[ ] 1", "[x] 1").replace("[x] 2", "[ ] 2"));

        report("passed");
        assertThat(kiro("spec", "sync", "cart").code()).isZero();
        assertThat(workspace.read(".kiro/specs/cart/tasks.md"))
                .isEqualTo(TASKS.replace("[ ] 1", "[x] 1"));
    }

    @Test
    @Tag("spec-sync#AC-10")
    void what_was_built_otherwise_is_noted_in_the_design() {
        assertThat(kiro("spec", "sync", "cart").code()).isZero();

        assertThat(workspace.read(".kiro/specs/cart/design.md"))
                .startsWith(DESIGN)
                .endsWith(
                        """

                        <!-- as built: kiro keeps the lines down to the next mark -->
                        ## As built, 2026-03-01

                        - Files that the plan does not name: `src/extra.js`
                        - Files that the plan names and that are not there: `src/store.js`
                        - Dependencies since the plan: `express`
                        - Dependencies that the plan names and that are not there: `left-pad`

                        <!-- as built: end -->
                        """);
        assertThat(workspace.read(".kiro/specs/cart/requirements.md")).startsWith(REQUIREMENTS);
    }

    @Test
    @Tag("spec-sync#AC-11")
    void the_same_tree_and_reports_give_the_same_bytes() throws Exception {
        Kiro.Result first = kiro("spec", "sync", "cart", "--json");
        Map<String, String> files = files();

        Kiro.Result second = kiro("spec", "sync", "cart", "--json");

        assertThat(files()).isEqualTo(files);
        JsonNode again = JsonMapper.shared().readTree(second.out());
        assertThat(again.path("ticked").size() + again.path("asBuilt").size()).isZero();
        assertThat(again.path("criteria"))
                .isEqualTo(JsonMapper.shared().readTree(first.out()).path("criteria"));
        assertThat(kiro("spec", "sync", "cart", "--json").out()).isEqualTo(second.out());
    }

    @Test
    @Tag("spec-sync#AC-6")
    void a_check_writes_nothing_at_all() throws Exception {
        Map<String, String> files = files();

        Kiro.Result result = kiro("spec", "sync", "cart", "--check");

        assertThat(result.out())
                .contains("would be tasks done: 1", "the plan would be noted against:");
        assertThat(files()).isEqualTo(files);
        assertThat(workspace.root().resolve(".kiro/sessions")).doesNotExist();
    }

    @Test
    @Tag("spec-sync#AC-12")
    void reports_are_read_while_they_are_younger_than_the_code_and_else_the_tests_run()
            throws Exception {
        assertThat(kiro("spec", "sync", "cart").err()).contains("reading reports: reports");

        Files.setLastModifiedTime(
                workspace.root().resolve("src/cart.js"), FileTime.fromMillis(4_102_444_900_000L));
        assertThat(kiro("spec", "sync", "cart").err()).contains("running the tests: sh run.sh");
        assertThat(kiro("spec", "sync", "cart", "--run").err())
                .contains("running the tests: sh run.sh");
        assertThat(kiro("spec", "sync", "cart", "--reports", "reports").code()).isZero();
        Path elsewhere = Files.createDirectories(folder.resolve("job/results"));
        Files.copy(workspace.root().resolve("reports/jest.json"), elsewhere.resolve("jest.json"));
        assertThat(kiro("spec", "sync", "cart", "--reports", elsewhere.toString(), "--json").out())
                .contains("\"command\" : \"reports: results\"");
        assertThat(kiro("spec", "sync", "cart", "--reports", "package.json").err())
                .contains("none of the 1 files is a test report");
    }

    @Test
    @Tag("spec-sync#AC-13")
    void a_person_can_answer_for_a_criterion_until_its_words_change() throws Exception {
        report("failed");
        assertThat(
                        kiro(
                                        "spec",
                                        "sync",
                                        "cart",
                                        "--accept",
                                        "1.2",
                                        "--reason",
                                        "seen on -- staging -->",
                                        "--owner",
                                        "Dana",
                                        "--until",
                                        "2026-04-01")
                                .code())
                .isZero();
        assertThat(workspace.read(".kiro/specs/cart/requirements.md"))
                .containsPattern(
                        "2\\. WHEN a cart is cleared THEN the cart SHALL be empty <!-- waived: seen on - staging ->"
                                + " \\(by Dana, on 2026-03-01, until 2026-04-01, words [0-9a-f]{8}\\) -->\n");
        JsonNode json = JsonMapper.shared().readTree(kiro("spec", "sync", "cart", "--json").out());
        assertThat(json.path("criteria").get(1).path("accepted").path("owner").asString())
                .isEqualTo("Dana");
        assertThat(json.path("settled").asBoolean()).isTrue();

        workspace.with(
                ".kiro/specs/cart/requirements.md",
                workspace.read(".kiro/specs/cart/requirements.md").replace("be empty", "be void"));
        Kiro.Result result = kiro("spec", "sync", "cart");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("[sync/acceptance-void]");
    }

    @Test
    @Tag("spec-sync#AC-13")
    void what_no_longer_counts_is_said() throws Exception {
        report("failed");
        workspace.with(
                ".kiro/specs/cart/requirements.md",
                REQUIREMENTS.replace(
                        "SHALL be empty",
                        "SHALL be empty <!-- waived: later (by Dana, on 2025-01-01, until 2025-02-01, words 00000000) -->"));
        assertThat(kiro("spec", "sync", "cart").err()).contains("[sync/acceptance-expired]");

        workspace.with(
                ".kiro/specs/cart/requirements.md",
                REQUIREMENTS.replace("SHALL be empty", "SHALL be empty <!-- waived: because -->"));
        assertThat(kiro("spec", "sync", "cart").err()).contains("[sync/acceptance-unreadable]");

        assertThat(kiro("spec", "sync", "cart", "--accept", "9.9", "--reason", "x").err())
                .contains("[spec/no-criterion]");
        assertThat(
                        kiro(
                                        "spec",
                                        "sync",
                                        "cart",
                                        "--accept",
                                        "1.2",
                                        "--reason",
                                        "x",
                                        "--until",
                                        "soon")
                                .err())
                .contains("[spec/no-date]");
    }

    @Test
    @Tag("spec-sync#AC-14")
    void tests_that_name_no_criterion_are_listed() {
        assertThat(kiro("spec", "sync", "cart").err())
                .contains("no criterion is named by 1 test:\n  test/cart.test.js.stands alone\n");
    }

    private void report(String clears) throws Exception {
        workspace.with(
                "reports/jest.json",
                """
                {"testResults": [{"name": "test/cart.test.js", "assertionResults": [
                  {"ancestorTitles": [], "title": "adds", "status": "passed"},
                  {"ancestorTitles": [], "title": "clears", "status": "CLEARS"},
                  {"ancestorTitles": [], "title": "stands alone", "status": "passed"}]}]}
                """
                        .replace("CLEARS", clears));
        workspace.with("reports/run.txt", "a file of another kind\n");
        Files.setLastModifiedTime(
                workspace.root().resolve("reports/jest.json"),
                FileTime.fromMillis(4_102_444_800_000L));
    }

    private Map<String, String> files() throws Exception {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(workspace.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = workspace.root().relativize(file).toString();
                if (!path.startsWith(".git/") && !path.startsWith(".kiro/sessions")) {
                    files.put(path, Files.readString(file));
                }
            }
        }
        return files;
    }

    private Kiro.Result kiro(String... arguments) {
        return Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "sh run.sh")
                .run(new ArrayList<>(List.of(arguments)).toArray(String[]::new));
    }
}
