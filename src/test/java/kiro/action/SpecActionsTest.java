package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecActionsTest {
    private static final String SPEC =
            """
            ---
            targets: ["lib/cart.js"]
            ---
            # A cart

            ## Overview

            People put articles in a cart.

            More words.

            ## Requirements

            - There is a cart.

            ## Acceptance Criteria

            - [ ] AC-1: A cart has a total | in cents
            - [x] AC-2: A cart can be dropped
            """;

    /// Writes a report in the form of JUnit for a test of the spec.
    private static final String TESTS =
            """
            mkdir -p "${KIRO_REPORTS:-reports}"
            cat > "${KIRO_REPORTS:-reports}/TEST-cart.xml" <<EOF
            <testsuite name="test/cart.test.js"><testcase classname="test/cart.test.js" name="AC-1 total"/></testsuite>
            EOF
            """;

    private static final String TEST =
            "const { total } = require('../lib/cart');\ntest('AC-1 total', () => {\n  // cart#AC-1\n  expect(total()).toBe(1);\n});\n";

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() throws Exception {
        shop =
                new ActionWorkshop(folder)
                        .with("run-tests", TESTS)
                        .with("package.json", "{\n  \"private\": true\n}\n")
                        .with(".kiro/specs/cart.md", SPEC)
                        .with(".kiro/specs/other.md", SPEC.replace("lib/cart.js", "lib/other.js"))
                        .with(
                                "lib/cart.js",
                                "function total() { return 2; }\nmodule.exports = { total };\n")
                        .with("test/cart.test.js", TEST)
                        .committed("start");
    }

    @Test
    @Tag("hook-built-ins#AC-9")
    void criteria_are_ticked_and_unticked_by_what_the_tests_prove() throws Exception {
        BuiltInOutcome outcome = status(Map.of("run", "true"), "lib/cart.js");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.DONE);
        assertThat(outcome.text())
                .contains("cart: 1 of 2 criteria proven, ticked AC-1, unticked AC-2")
                .contains("  AC-2: it is ticked, and no test names it")
                .doesNotContain("other:");
        assertThat(outcome.written())
                .containsExactly(".kiro/specs/cart.md", ".kiro/evidence/cart.json");
        assertThat(shop.read(".kiro/specs/cart.md"))
                .contains("- [x] AC-1: A cart has", "- [ ] AC-2: A cart can");
        assertThat(shop.read(".kiro/specs/other.md")).contains("- [x] AC-2");
    }

    @Test
    @Tag("hook-built-ins#AC-9")
    void without_a_run_nothing_is_ticked_and_what_is_not_proven_can_stop_the_step()
            throws Exception {
        BuiltInOutcome outcome = status(Map.of("require", "true"), "lib/cart.js");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(shop.read(".kiro/specs/cart.md")).doesNotContain("[x] AC-1");
        assertThat(status(Map.of(), "lib/unknown.js"))
                .isEqualTo(BuiltInOutcome.done("no spec has to do with these files", List.of()));
    }

    @Test
    @Tag("hook-built-ins#AC-10")
    void a_pull_request_is_described_by_its_change_and_its_specs() throws Exception {
        shop.git("checkout", "-q", "-b", "cart");
        status(Map.of("run", "true"), "lib/cart.js");
        shop.committed("feat: prove the cart")
                .with(
                        "app.js",
                        "const app = require('express')();\napp.get('/carts', (q, r) => r.sendStatus(200));\n")
                .with(
                        "lib/cart.js",
                        "function total() { return 2; }\nfunction drop() {}\nmodule.exports = { total, drop };\n")
                .with("test/cart.test.js", TEST + "function helper() {}\n")
                .committed("feat: drop carts");

        String text = described(Map.of()).text();

        assertThat(text)
                .startsWith(
                        "# A cart\n\n## What\n\nPeople put articles in a cart.\n\n- feat: prove the cart\n- feat: drop carts\n\n")
                .contains("## Criteria of cart\n\n")
                .contains("| AC-1: A cart has a total \\| in cents | ")
                .contains("| AC-2: A cart can be dropped | **unproven** | no test names it |\n")
                .contains("- `lib`: 1 file, +2 −1; new `drop`\n")
                .contains(
                        "## Breaking changes\n\nNone that the code shows.\n\n## How it was tested\n\n")
                .contains("- `helper`\n");
    }

    @Test
    @Tag("hook-built-ins#AC-10")
    void what_is_proven_names_its_evidence() throws Exception {
        shop.git("checkout", "-q", "-b", "cart");
        status(Map.of("run", "true"), "lib/cart.js");
        shop.committed("feat: prove the cart");

        assertThat(described(Map.of()).text())
                .startsWith("# feat: prove the cart\n")
                .contains("1 of 2 are proven by the evidence that is kept.\n")
                .contains(
                        "| AC-1: A cart has a total \\| in cents | proven | `test/cart.test.js.AC-1 total` |\n")
                .contains("The kept evidence comes from `sh run-tests`.\n");
    }

    @Test
    @Tag("hook-built-ins#AC-11")
    void a_description_is_written_where_it_is_to_be_and_over_nothing_else() throws Exception {
        shop.git("checkout", "-q", "-b", "cart");
        shop.with("lib/cart.js", "function total() { return 3; }\nmodule.exports = { total };\n")
                .committed("fix: total");

        assertThat(described(Map.of("output", "PR.md")))
                .isEqualTo(BuiltInOutcome.done("wrote PR.md", List.of("PR.md")));
        assertThat(shop.read("PR.md")).startsWith(PrDescriptionAction.MARK + "# fix: total\n");
        assertThat(described(Map.of("output", "PR.md")).text()).isEqualTo("wrote PR.md");
        shop.with("PR.md", "mine\n");
        assertThat(described(Map.of("output", "PR.md")).text())
                .isEqualTo("PR.md is a file of somebody else: name another with 'output'");
        assertThat(shop.read("PR.md")).isEqualTo("mine\n");
        assertThat(described(Map.of("output", "../PR.md")).answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
        assertThat(Files.exists(shop.root().resolveSibling("PR.md"))).isFalse();
    }

    @Test
    @Tag("hook-built-ins#AC-11")
    void what_a_branch_is_merged_into_is_named_found_or_said_to_be_unknown() throws Exception {
        assertThat(described(Map.of("base", "nowhere")).text())
                .isEqualTo(
                        "it is not known what the branch is to be merged into: name it with 'base'");
        assertThat(described(Map.of("base", "--output=x")).answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
        shop.git("checkout", "-q", "-b", "cart");
        assertThat(described(Map.of()).text())
                .isEqualTo("the branch has nothing that main has not");
        BuiltInOutcome ofRequest =
                shop.on(
                        "pr-description",
                        EventKind.PR_OPENED,
                        new Subject.PullRequest(1, "Cart", "cart", "main", ""),
                        Map.of());
        assertThat(ofRequest.text()).isEqualTo("the branch has nothing that main has not");
    }

    @Test
    @Tag("hook-models#AC-5")
    void a_model_says_what_the_branch_does_and_the_table_stays() throws Exception {
        shop.git("checkout", "-q", "-b", "cart");
        shop.with("lib/cart.js", "function total() { return 3; }\nmodule.exports = { total };\n")
                .committed("fix: total");
        String plain = described(Map.of()).text();
        shop.models()
                .proposing(
                        "pr_description",
                        "title",
                        "Count the cart anew",
                        "summary",
                        List.of("All tests pass and AC-2 is met."))
                .proposing(
                        "pr_description",
                        "title",
                        "Count the cart anew",
                        "summary",
                        List.of("It rewrites `Shelf.load` as well."))
                .proposing(
                        "pr_description",
                        "title",
                        "Count the cart anew",
                        "summary",
                        List.of("The `total` of a cart is another number now.", "Look at it."));

        BuiltInOutcome outcome = described(Map.of("model", "true", "output", "PR.md"));

        assertThat(outcome.text()).isEqualTo("wrote PR.md\n\nby scripted");
        assertThat(shop.read("PR.md"))
                .isEqualTo(
                        PrDescriptionAction.MARK
                                + plain.replace("# fix: total\n", "# Count the cart anew\n")
                                        .replace(
                                                "## What\n\n",
                                                "## What\n\nThe `total` of a cart is another number now.\n\nLook at it.\n\n"));
        assertThat(shop.models().told())
                .contains("speaks of criteria, proofs or tests that pass")
                .contains("stands nowhere in the change");
    }

    @Test
    @Tag("hook-built-ins#AC-21")
    void what_lies_otherwise_than_it_is_staged_proves_no_commit() throws Exception {
        shop.with(".kiro/specs/cart.md", SPEC.replace("- [x] AC-2: A cart can be dropped\n", ""))
                .committed("one criterion")
                .with("lib/cart.js", "function total() { return 1; }\n")
                .staged();
        Map<String, String> required = Map.of("run", "true", "require", "true");

        assertThat(beforeCommit(required).answer()).isEqualTo(BuiltInOutcome.Answer.DONE);

        shop.with("lib/cart.js", "function total() { return 2; }\n");
        BuiltInOutcome outcome = beforeCommit(required);

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text())
                .contains(
                        "lib/cart.js lies otherwise than it is staged, and what lies there was judged: stage it, or put the rest aside");
        assertThat(beforeCommit(Map.of("run", "true")).answer())
                .isEqualTo(BuiltInOutcome.Answer.DONE);
    }

    private BuiltInOutcome beforeCommit(Map<String, String> settings) throws InterruptedException {
        return shop.on(
                "criteria-status",
                EventKind.PRE_COMMIT,
                new Subject.Commit(List.of("lib/cart.js"), Optional.empty(), ""),
                settings);
    }

    private BuiltInOutcome described(Map<String, String> settings) throws InterruptedException {
        return shop.run(
                "pr-description",
                settings,
                HookEvent.of(EventKind.MANUAL, new Subject.Named("it")),
                "cart");
    }

    private BuiltInOutcome status(Map<String, String> settings, String... files)
            throws InterruptedException {
        return shop.on(
                "criteria-status",
                EventKind.FILE_SAVED,
                new Subject.Files(List.of(files)),
                settings);
    }
}
