package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import kiro.evidence.Evidence.ProvingTest;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final String CART_TEST = "src/test/java/shop/CartTest.java";
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");
    private static final String TESTS =
            """
            package shop;
            class CartTest {
                @Test @Tag("cart#AC-1") void starts_empty() { assertEmpty(); }
                @ParameterizedTest @Tag("cart#AC-2") void takes(int n) { assertThat(n); }
                @Test @Tag("cart#AC-2") void refuses() { verify(); }
            }
            """;

    @TempDir Path folder;
    private Shop shop;
    private Git git;
    private EvidenceStore store;
    private Verifier verifier;

    @BeforeEach
    void shop() {
        shop =
                Shop.in(folder)
                        .with(CART_TEST, TESTS)
                        .with("src/main/java/shop/Cart.java", "class Cart { }");
        var workspace = shop.files().workspace();
        git =
                new Git(
                        workspace,
                        new CommandRunner(System.getenv(), folder.resolve(".kiro/sessions")));
        store = new EvidenceStore(new WorkspaceFiles(workspace));
        verifier = new Verifier(workspace, git, store, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TestResult result(String name, TestOutcome outcome) {
        return result("shop.CartTest", name, outcome);
    }

    private static TestResult result(String suite, String name, TestOutcome outcome) {
        String message = outcome == TestOutcome.PASSED ? "" : "expected 200\nat CartTest:3";
        return new TestResult(new TestId(suite, name), outcome, Duration.ZERO, message);
    }

    private static TestRun.Finished run(TestResult... results) {
        return new TestRun.Finished("mvn test", List.of(results), Duration.ofSeconds(1));
    }

    private List<String> told(TestRun run) throws InterruptedException {
        return told(verifier.judge(shop.spec("cart"), run));
    }

    private static List<String> told(Verification verification) {
        return verification.verdicts().stream()
                .map(verdict ->
                        "%s %s: %s"
                                .formatted(
                                        verdict.criterion().id(),
                                        verdict.state(),
                                        verdict.reason()))
                .toList();
    }

    @Test
    @Tag("evidence#AC-3")
    void a_criterion_is_proven_when_every_test_that_names_it_passed() throws InterruptedException {
        assertThat(
                        told(
                                run(
                                        result("starts_empty", TestOutcome.PASSED),
                                        result("takes(int)[1]", TestOutcome.PASSED),
                                        result("takes(int)[2]", TestOutcome.PASSED),
                                        result("refuses()", TestOutcome.PASSED))))
                .containsExactly(
                        "AC-1 PASSING: 1 test passes",
                        "AC-2 PASSING: 2 tests pass",
                        "AC-10 UNLINKED: no test names it");
    }

    @Test
    @Tag("evidence#AC-3")
    void the_worst_that_a_test_tells_is_the_verdict() throws InterruptedException {
        assertThat(
                        told(
                                run(
                                        result("starts_empty", TestOutcome.SKIPPED),
                                        result("takes(int)[1]", TestOutcome.PASSED),
                                        result("takes(int)[2]", TestOutcome.FAILED))))
                .containsExactly(
                        "AC-1 SKIPPED: CartTest.starts_empty was skipped: expected 200",
                        "AC-2 FAILING: CartTest.takes(int)[2] fails: expected 200",
                        "AC-10 UNLINKED: no test names it");
        assertThat(
                        told(
                                run(
                                        result("starts_empty", TestOutcome.ERROR),
                                        result("takes(int)[1]", TestOutcome.PASSED),
                                        result("shop.OtherTest", "refuses", TestOutcome.PASSED))))
                .containsExactly(
                        "AC-1 FAILING: CartTest.starts_empty fails: expected 200",
                        "AC-2 NOT_RUN: CartTest.refuses is in no report: it was not run",
                        "AC-10 UNLINKED: no test names it");
    }

    @Test
    @Tag("evidence#AC-3")
    void a_class_that_failed_to_start_fails_its_tests() throws InterruptedException {
        assertThat(told(run(result("initializationError", TestOutcome.ERROR))))
                .startsWith(
                        "AC-1 FAILING: CartTest.initializationError fails: expected 200",
                        "AC-2 FAILING: CartTest.initializationError fails (and 1 more): expected 200");
    }

    @Test
    @Tag("evidence#AC-4")
    void what_did_not_run_proves_and_disproves_nothing() throws InterruptedException {
        assertThat(
                        told(
                                new TestRun.NotMeasured(
                                        "mvn test",
                                        "the code does not compile",
                                        "",
                                        Duration.ZERO)))
                .containsExactly(
                        "AC-1 COULD_NOT_MEASURE: the code does not compile",
                        "AC-2 COULD_NOT_MEASURE: the code does not compile",
                        "AC-10 COULD_NOT_MEASURE: the code does not compile");
        assertThat(told(new TestRun.NoCommand("nothing here says how the tests are run")))
                .startsWith("AC-1 COULD_NOT_MEASURE: nothing here says how the tests are run");
    }

    @Test
    @Tag("evidence#AC-4")
    void a_test_that_may_stand_in_a_damaged_report_could_not_be_measured()
            throws InterruptedException {
        var run =
                new TestRun.Finished(
                        "mvn test",
                        List.of(result("starts_empty", TestOutcome.PASSED)),
                        Duration.ZERO,
                        List.of("target/a.xml: line 3: cut"),
                        List.of());

        assertThat(told(run))
                .startsWith(
                        "AC-1 PASSING: 1 test passes",
                        "AC-2 COULD_NOT_MEASURE: CartTest.takes and 1 more is in no report that can be read"
                                + " (target/a.xml: line 3: cut)");
    }

    @Test
    @Tag("evidence#AC-4")
    void tests_that_pass_while_the_code_changes_prove_nothing() throws InterruptedException {
        var run =
                new TestRun.Finished(
                        "mvn test",
                        List.of(
                                result("starts_empty", TestOutcome.PASSED),
                                result("refuses", TestOutcome.FAILED)),
                        Duration.ZERO,
                        List.of(),
                        List.of("src/Cart.java", "src/Item.java"));

        assertThat(told(run))
                .startsWith(
                        "AC-1 COULD_NOT_MEASURE: its tests pass, but src/Cart.java and 1 more changed while they ran:"
                                + " run them again, or let git ignore what tests write",
                        "AC-2 FAILING: CartTest.refuses fails: expected 200");
    }

    @Test
    @Tag("evidence#AC-5")
    void an_id_that_several_specs_have_is_invalid_without_its_spec() throws InterruptedException {
        shop.with(CART_TEST, "package shop; class CartTest { @Test void ac_1_starts() { } }");

        assertThat(told(run(result("ac_1_starts", TestOutcome.PASSED))))
                .startsWith(
                        "AC-1 INVALID: CartTest.ac_1_starts names AC-1, and several specs have such an id:"
                                + " write cart#AC-1");
    }

    @Test
    @Tag("evidence#AC-5")
    void a_test_that_names_what_does_not_exist_is_told() throws InterruptedException {
        shop.with(
                CART_TEST,
                """
                package shop;
                class CartTest {
                    @Test @Tag("cart#AC-11") void a() { }
                    @Test @Tag("cartt#AC-1") void b() { }
                    @Test @Tag("issue#12") void c() { }
                    @Test @Tag("orders#AC-9") void d() { }
                }
                """);

        assertThat(verifier.judge(shop.spec("cart"), run()).unlinked())
                .extracting(link -> link.criterion() + " " + link.test() + " " + link.span())
                .containsExactly(
                        "cart#AC-11 shop.CartTest.a 3:16", "cartt#AC-1 shop.CartTest.b 4:16");
    }

    @Test
    void a_ticked_criterion_that_no_test_names_is_claimed() throws InterruptedException {
        tick("AC-10");

        assertThat(told(run())).endsWith("AC-10 CLAIMED: it is ticked, and no test names it");
    }

    @Test
    @Tag("evidence#AC-6")
    void evidence_binds_words_tests_and_code() throws InterruptedException {
        Verification verification = verifier.judge(shop.spec("cart"), allPassed());
        var links = shop.links().to(verification.verdicts().get(1).criterion());

        assertThat(verification.evidence().get(1))
                .isEqualTo(
                        new Evidence(
                                shop.spec("cart").criteria().get(1).id(),
                                shop.spec("cart").criteria().get(1).hash(),
                                new SourceTrees(shop.files().workspace(), git).now().hash(),
                                List.of(
                                        new ProvingTest(
                                                new TestId("shop.CartTest", "refuses"),
                                                links.get(1).link().body()),
                                        new ProvingTest(
                                                new TestId("shop.CartTest", "takes"),
                                                links.get(0).link().body())),
                                "mvn test",
                                Instant.parse("2026-11-25T10:15:30Z")));
        assertThat(verification.evidence()).hasSize(2);
        assertThat(verifier.judge(shop.spec("cart"), allPassed())).isEqualTo(verification);
    }

    @Test
    @Tag("evidence#AC-7")
    void kept_evidence_holds_until_something_changes() throws Exception {
        keep();

        assertThat(told(kept()))
                .containsExactly(
                        "AC-1 PASSING: 1 test passed, and nothing has changed since",
                        "AC-2 PASSING: 2 tests passed, and nothing has changed since",
                        "AC-10 UNLINKED: no test names it");
        shop.with("README.md", "# Shop").with("docs/a.txt", "a").with("target/a.class", "a");
        assertThat(kept().unproven()).hasSize(1);
        assertThat(kept().evidence()).hasSize(2);
    }

    @Test
    @Tag("evidence#AC-7")
    void kept_evidence_is_stale_when_words_or_tests_or_code_differ() throws Exception {
        keep();
        shop.with("src/main/java/shop/Cart.java", "class Cart { int n; }");
        assertThat(told(kept())).startsWith("AC-1 STALE: code has changed since it was proven");

        shop.with(CART_TEST, TESTS.replace("assertEmpty();", "int a; assertEmpty();"));
        assertThat(told(kept()))
                .startsWith("AC-1 STALE: CartTest.starts_empty has changed since it proved it");

        shop.with(CART_TEST, TESTS.replace("starts_empty", "starts_new"));
        assertThat(told(kept()))
                .startsWith("AC-1 STALE: CartTest.starts_empty proved it and no longer names it");

        shop.with(CART_TEST, TESTS.replace("cart#AC-1", "cart#AC-2"));
        assertThat(told(kept()))
                .startsWith(
                        "AC-1 STALE: no test names it any more",
                        "AC-2 STALE: CartTest.starts_empty names it and has not run");

        String spec = shop.files().read(".kiro/specs/cart.md");
        shop.with(CART_TEST, TESTS)
                .with(".kiro/specs/cart.md", spec.replace("of AC-1 is 200", "of AC-1 is 201"));
        assertThat(told(kept()))
                .startsWith("AC-1 STALE: its words have changed since it was proven");
    }

    @Test
    @Tag("evidence#AC-7")
    void without_evidence_a_tick_is_a_claim() throws Exception {
        tick("AC-1");

        assertThat(told(kept()))
                .containsExactly(
                        "AC-1 CLAIMED: it is ticked, and there is no evidence",
                        "AC-2 NOT_RUN: 2 tests name it, and there is no evidence of how that ends",
                        "AC-10 UNLINKED: no test names it");
    }

    @Test
    void evidence_that_cannot_be_read_proves_nothing() throws Exception {
        shop.with(".kiro/evidence/cart.json", "{");

        assertThat(kept().verdicts())
                .extracting(Verdict::state)
                .containsOnly(VerdictState.COULD_NOT_MEASURE);
    }

    private static TestRun allPassed() {
        return run(
                Stream.of("starts_empty", "takes(int)[1]", "refuses")
                        .map(name -> result(name, TestOutcome.PASSED))
                        .toArray(TestResult[]::new));
    }

    private void keep() throws Exception {
        var spec = shop.spec("cart");
        store.write(spec.name(), verifier.judge(spec, allPassed()).evidence());
    }

    private Verification kept() throws InterruptedException {
        return verifier.judgeKept(shop.spec("cart"));
    }

    private void tick(String id) {
        String spec = shop.files().read(".kiro/specs/cart.md");
        shop.with(".kiro/specs/cart.md", spec.replace("- [ ] " + id + ":", "- [x] " + id + ":"));
    }
}
