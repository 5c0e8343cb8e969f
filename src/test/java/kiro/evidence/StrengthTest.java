package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kiro.evidence.coverage.CoverageReading;
import kiro.evidence.coverage.CoverageReports;
import kiro.evidence.coverage.ProjectPaths;
import kiro.process.CommandRunner;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
    private static final String SPEC =
            "# Cart\n\n## Acceptance Criteria\n\n- [ ] AC-1: an item is added\n- [ ] AC-2: a cart is cleared\n";
    private static final String CODE =
            """
            const LIMIT = 3;
            export function add(total, price) {
              if (price < 0) {
                throw new Error('negative');
              }
              return total + price;
            }
            export const clear = () => {
              return 0;
            };
            """;
    private static final String TESTS =
            """
            it('adds cart#AC-1', () => { expect(add(1, 2)).toBe(3); });
            it('clears cart#AC-2', () => { expect(clear()).toBe(0); });
            """;
    private static final String TEST_FILE = "src/cart.test.js";
    private static final String CODE_FILE = "src/cart.js";

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Verifier verifier;
    private EvidenceStore store;

    @BeforeEach
    void project() {
        files =
                TemporaryWorkspace.in(folder)
                        .with(".kiro/specs/cart.md", SPEC)
                        .with("package.json", "{}")
                        .with(CODE_FILE, CODE)
                        .with("src/other.js", "export function other() {\n  return 1;\n}\n")
                        .with(TEST_FILE, TESTS);
        store = new EvidenceStore(new WorkspaceFiles(files.workspace()));
        verifier =
                new Verifier(
                        files.workspace(),
                        new Git(
                                files.workspace(),
                                new CommandRunner(
                                        System.getenv(), folder.resolve(".kiro/sessions"))),
                        store,
                        Clock.fixed(Instant.parse("2026-11-25T10:15:30Z"), ZoneOffset.UTC));
    }

    @Test
    @Tag("evidence#AC-13")
    void a_test_that_asserts_nothing_is_weak_and_leaves_no_evidence() throws Exception {
        files.with(
                TEST_FILE,
                "it('adds cart#AC-1', () => { add(1, 2); });\nit('clears cart#AC-2', () => { expectEmpty(); });\n");

        Verification verification = verifier.judge(spec(), run(Optional.empty()));

        assertThat(states(verification)).containsExactly("AC-1 WEAK", "AC-2 PASSING");
        assertThat(verification.verdicts().getFirst().reason())
                .isEqualTo("1 test passes, and it never asserts anything");
        assertThat(verification.evidence()).hasSize(1);
    }

    @Test
    @Tag("evidence#AC-13")
    void a_helper_among_the_tests_asserts_for_those_that_call_it() throws Exception {
        files.with("test/support.js", "export function holds(x) {\n  inner(x);\n}\n")
                .with("test/more.js", "export const inner = (x) => { assert.ok(x); };\n")
                .with(
                        TEST_FILE,
                        "it('adds cart#AC-1', () => { holds(add(1, 2)); });\nit('clears cart#AC-2', () => { noop(); });\n");

        assertThat(states(verifier.judge(spec(), run(Optional.empty()))))
                .containsExactly("AC-1 PASSING", "AC-2 WEAK");
    }

    @Test
    @Tag("evidence#AC-14")
    void what_its_own_tests_run_is_covered_and_nothing_else_makes_it_stale() throws Exception {
        Verification verification = verifier.judge(spec(), run(coverageByTest()));
        assertThat(states(verification)).containsExactly("AC-1 COVERED", "AC-2 COVERED");
        assertThat(verification.evidence().getFirst().owned().parts())
                .containsExactly("src/cart.js#add");
        store.write(spec().name(), verification.evidence());

        files.with("src/other.js", "export function other() {\n  return 2;\n}\n")
                .with("src/new.js", "export function more() {}\n")
                .with(CODE_FILE, CODE.replace("return 0;", "return 0 + 0;"))
                .with("src/new.test.js", "it('x', () => {});\n");
        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 COVERED", "AC-2 STALE");
    }

    @ParameterizedTest
    @Tag("evidence#AC-14")
    @ValueSource(
            strings = {
                "src/cart.js|total + price|total - price",
                "src/cart.js|LIMIT = 3|LIMIT = 4",
                "package.json|{}|{\"type\": \"module\"}",
                "src/cart.test.js|toBe(3)|toBe(4)",
                "src/cart.test.js|it('clears|const help = 1; it('clears",
                ".kiro/specs/cart.md|is added|is put in",
            })
    void what_a_criterion_rests_on_makes_it_stale(String change) throws Exception {
        String[] parts = change.split("\\|");
        store.write(spec().name(), verifier.judge(spec(), run(coverageByTest())).evidence());

        files.with(parts[0], files.read(parts[0]).replace(parts[1], parts[2]));

        assertThat(states(verifier.judgeKept(spec()))).startsWith("AC-1 STALE");
    }

    @Test
    @Tag("evidence#AC-14")
    void comments_and_white_space_in_its_code_do_not_make_it_stale() throws Exception {
        store.write(spec().name(), verifier.judge(spec(), run(coverageByTest())).evidence());

        files.with(CODE_FILE, CODE.replace("  return total", "    // the sum\n    return total"));

        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 COVERED", "AC-2 COVERED");
    }

    @Test
    @Tag("evidence#AC-15")
    void marks_say_which_code_a_criterion_owns() throws Exception {
        files.with(
                CODE_FILE,
                CODE.replace("export function add", "// implements: cart#AC-1\nexport function add")
                        .replace("  return 0;", "  // [impl cart#AC-2]\n  return 0;"));

        Verification verification = verifier.judge(spec(), run(Optional.empty()));

        assertThat(states(verification)).containsExactly("AC-1 PASSING", "AC-2 PASSING");
        assertThat(verification.evidence())
                .extracting(evidence -> evidence.owned().by() + " " + evidence.owned().parts())
                .containsExactly("MARKER [src/cart.js#add]", "MARKER [src/cart.js#clear]");
        store.write(spec().name(), verification.evidence());
        files.with("src/other.js", "export function other() {\n  return 2;\n}\n");
        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 PASSING", "AC-2 PASSING");
        files.with(CODE_FILE, files.read(CODE_FILE).replace("total + price", "total"));
        assertThat(verifier.judgeKept(spec()).verdicts())
                .extracting(verdict -> verdict.state() + ": " + verdict.reason())
                .containsExactly(
                        "STALE: its code has changed since it was proven, or what that rests on: src/cart.js#add",
                        "PASSING: 1 test passed, and nothing has changed since");
    }

    @Test
    @Tag("evidence#AC-15")
    void a_spec_that_names_its_files_is_stale_with_those_alone() throws Exception {
        files.with(".kiro/specs/cart.md", "---\ntargets: [\"src/cart.js\"]\n---\n" + SPEC);
        store.write(spec().name(), verifier.judge(spec(), run(Optional.empty())).evidence());

        files.with("src/other.js", "changed()\n");
        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 PASSING", "AC-2 PASSING");

        files.with(CODE_FILE, CODE.replace("return 0", "return 1"));
        assertThat(states(verifier.judgeKept(spec()))).containsExactly("AC-1 STALE", "AC-2 STALE");
    }

    @Test
    @Tag("evidence#AC-13")
    void tests_that_never_run_the_code_that_says_it_implements_the_criterion_are_weak()
            throws Exception {
        files.with(
                CODE_FILE,
                CODE.replace(
                        "export function add", "// implements: cart#AC-1\nexport function add"));

        Verification verification =
                verifier.judge(
                        spec(),
                        run(
                                coverage(
                                        "TN:\nSF:src/cart.js\nDA:5,0\nDA:7,0\nDA:10,1\nend_of_record\n")));

        assertThat(verification.verdicts().getFirst().reason())
                .isEqualTo("1 test passes, and no test runs src/cart.js#add");
        assertThat(states(verification)).containsExactly("AC-1 WEAK", "AC-2 PASSING");
    }

    @Test
    @Tag("evidence#AC-16")
    void a_label_in_a_report_links_a_test_and_the_evidence_holds_without_the_report()
            throws Exception {
        files.with(TEST_FILE, "it('adds', () => { expect(add(1, 2)).toBe(3); });\n");
        var labelled =
                new TestRun.Finished(
                        "npm test",
                        List.of(
                                new TestResult(
                                        new TestId(TEST_FILE, "adds"),
                                        TestOutcome.PASSED,
                                        Duration.ZERO,
                                        "",
                                        List.of("cart#AC-1"),
                                        TEST_FILE),
                                new TestResult(
                                        new TestId("elsewhere", "made by a macro"),
                                        TestOutcome.PASSED,
                                        Duration.ZERO,
                                        "",
                                        List.of("cart#AC-2"),
                                        "")),
                        Duration.ZERO);

        Verification verification = verifier.judge(spec(), labelled);

        assertThat(states(verification)).containsExactly("AC-1 PASSING", "AC-2 PASSING");
        store.write(spec().name(), verification.evidence());
        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 PASSING", "AC-2 PASSING");
        files.with(TEST_FILE, "it('adds', () => { expect(add(1, 2)).toBe(4); });\n");
        assertThat(states(verifier.judgeKept(spec()))).startsWith("AC-1 STALE");
    }

    @Test
    @Tag("evidence#AC-17")
    void a_proof_by_breaking_the_code_counts_until_something_changes() throws Exception {
        List<Evidence> evidence = verifier.judge(spec(), run(coverageByTest())).evidence();
        var survivor = new Proof.Survivor(CODE_FILE, 9, "return 0;", "return 1;");
        store.write(
                spec().name(),
                List.of(
                        evidence.get(0).withProof(new Proof(4, List.of())),
                        evidence.get(1).withProof(new Proof(1, List.of(survivor)))));

        assertThat(states(verifier.judgeKept(spec())))
                .containsExactly("AC-1 VERIFIED", "AC-2 WEAK");
        Verification again = verifier.judge(spec(), run(coverageByTest()));
        assertThat(states(again)).containsExactly("AC-1 VERIFIED", "AC-2 WEAK");
        assertThat(again.evidence()).hasSize(2);
        files.with(TEST_FILE, TESTS.replace("toBe(0)", "toEqual(0)"));
        assertThat(states(verifier.judge(spec(), run(coverageByTest()))))
                .containsExactly("AC-1 VERIFIED", "AC-2 COVERED");
    }

    @Test
    @Tag("evidence#AC-18")
    void reports_of_a_part_of_the_tests_leave_the_rest_to_the_evidence_that_holds()
            throws Exception {
        store.write(spec().name(), verifier.judge(spec(), run(Optional.empty())).evidence());
        var part =
                new TestRun.Finished(
                        "reports: target",
                        List.of(result("adds cart#AC-1")),
                        Duration.ZERO,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false);

        Verification verification = verifier.judge(spec(), part);

        assertThat(states(verification)).containsExactly("AC-1 PASSING", "AC-2 PASSING");
        assertThat(verification.evidence()).hasSize(2);
    }

    private Spec spec() {
        return switch (new SpecStore(files.workspace()).find("cart")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static List<String> states(Verification verification) {
        return verification.verdicts().stream()
                .map(verdict -> verdict.criterion().id() + " " + verdict.state())
                .toList();
    }

    private static TestResult result(String title) {
        return new TestResult(new TestId(TEST_FILE, title), TestOutcome.PASSED, Duration.ZERO, "");
    }

    private static TestRun.Finished run(Optional<CoverageReading.Whole> coverage) {
        return new TestRun.Finished(
                "npm test",
                List.of(result("adds cart#AC-1"), result("clears cart#AC-2")),
                Duration.ZERO,
                List.of(),
                List.of(),
                coverage,
                true);
    }

    private static Optional<CoverageReading.Whole> coverageByTest() throws IOException {
        return coverage(
                """
                TN:adds cart#AC-1
                SF:src/cart.js
                DA:3,1
                DA:6,1
                DA:9,0
                end_of_record
                TN:clears cart#AC-2
                SF:src/cart.js
                DA:3,0
                DA:6,0
                DA:9,1
                end_of_record
                """);
    }

    private static Optional<CoverageReading.Whole> coverage(String lcov) throws IOException {
        var paths = new ProjectPaths(List.of(CODE_FILE));
        return Optional.of(
                (CoverageReading.Whole)
                        CoverageReports.read(
                                new java.io.ByteArrayInputStream(
                                        lcov.getBytes(StandardCharsets.UTF_8)),
                                paths));
    }
}
