package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/// The "test runner" of this project is a script that looks at the code with grep.
class ProverTest {
    private static final String CODE =
            """
            // implements: limit#AC-1
            function allowed(n) {
              if (n < 3) {
                return 200;
              }
              return 429;
            }
            """;
    private static final String RUN =
            """
            ok() { if "$@"; then echo "ok $n - $t"; else echo "not ok $n - $t"; fi; }
            {
              echo "TAP version 14"; echo 1..1
              n=1; t='allows limit#AC-1'; ok CHECK
            } > "$KIRO_REPORTS/r.tap"
            grep -q 'not ok' "$KIRO_REPORTS/r.tap" && exit 1
            exit 0
            """;

    /// Looks at one line of the code alone, and is ended by what would end it.
    private static final String RUNS_LIMIT =
            "sh -c '! grep -q process.kill src/limit.js && grep -q \"return 200\" src/limit.js'";

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Path scratch;

    @BeforeEach
    void project() throws Exception {
        scratch = folder.resolve("scratch");
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "ignored/\nspill/\n")
                        .with("ignored/large.bin", "x")
                        .with(
                                ".kiro/specs/limit.md",
                                "# Limit\n\n## Acceptance Criteria\n\n- [ ] AC-1: a limit holds\n")
                        .with("src/limit.js", CODE)
                        .with(
                                "test/limit.test.js",
                                "it('allows limit#AC-1', () => { expect(allowed(2)).toBe(200); });\n")
                        .committed();
    }

    @Test
    @Tag("proving#AC-1")
    void changes_that_the_tests_notice_prove_that_they_can_fail() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "cmp -s src/limit.js " + original()));

        Proving.Tried tried = (Proving.Tried) prove(12, told -> {});

        assertThat(tried.proof().survivors()).isEmpty();
        assertThat(tried.proof().changes()).isEqualTo(5);
        assertThat(files.read("src/limit.js")).isEqualTo(CODE);
        assertNothingIsLeft();
    }

    @Test
    @Tag("proving#AC-1")
    void a_change_that_no_test_notices_is_shown() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", RUNS_LIMIT));

        Proving.Tried tried = (Proving.Tried) prove(12, told -> {});

        assertThat(tried.proof().survivors())
                .hasSize(3)
                .startsWith(
                        new Proof.Survivor("src/limit.js", 3, "if (n < 3) {", "if (!(n < 3)) {"));
    }

    @Test
    @Tag("proving#AC-6")
    void what_the_tests_do_not_run_they_need_not_notice() throws Exception {
        files.with(
                "run.sh",
                RUN.replace(
                        "CHECK",
                        "sh -c 'grep -q \"^  if (n < 3) {\" src/limit.js && grep -q \"^  return 429\" src/limit.js'"));
        var told = new ArrayList<String>();

        assertThat(prove(12, told::add))
                .isInstanceOfSatisfying(
                        Proving.Tried.class,
                        tried -> {
                            assertThat(tried.proof().survivors()).isEmpty();
                            assertThat(tried.unusable()).isPositive();
                        });
        assertThat(told).contains("is not run by its tests", "noticed");
    }

    @Test
    @Tag("proving#AC-7")
    void what_the_tests_of_another_criterion_notice_is_left_to_them() throws Exception {
        twoCriteria("! grep -q process.kill src/limit.js && grep -q \"return 200\" src/limit.js");

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.Tried.class,
                        tried -> assertThat(tried.proof()).isEqualTo(new Proof(1, List.of())));
    }

    @Test
    @Tag("proving#AC-7")
    void tests_that_notice_nothing_are_weak_whatever_others_notice() throws Exception {
        twoCriteria("! grep -q process.kill src/limit.js");

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.Tried.class,
                        tried -> assertThat(tried.proof().survivors()).hasSize(3));
    }

    /// The tests of the second criterion compare the whole file.
    private void twoCriteria(String check) throws Exception {
        files.with(
                        ".kiro/specs/limit.md",
                        "# Limit\n\n## Acceptance Criteria\n\n- [ ] AC-1: a limit holds\n- [ ] AC-2: and is 3\n")
                .with(
                        "test/limit.test.js",
                        """
                        it('allows limit#AC-1', () => { expect(allowed(2)).toBe(200); });
                        it('refuses limit#AC-2', () => { expect(allowed(3)).toBe(429); });
                        """)
                .with(
                        "run.sh",
                        RUN.replace("echo 1..1", "echo 1..2")
                                .replace(
                                        "ok CHECK",
                                        "ok sh -c '"
                                                + check
                                                + "'\n  n=2; t='refuses limit#AC-2'; ok cmp -s src/limit.js "
                                                + original()));
    }

    @Test
    @Tag("proving#AC-6")
    void tests_that_run_none_of_the_code_are_told_so() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "true"));

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not ->
                                assertThat(not.reason())
                                        .startsWith(
                                                "its tests run none of the code that was changed"));
    }

    @Test
    @Tag("proving#AC-4")
    void code_that_changed_since_its_tests_ran_is_not_broken() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "true"));
        Evidence evidence = evidence();

        files.with("src/limit.js", CODE.replace("429", "403"));

        assertThat(prove(evidence, 12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not -> assertThat(not.reason()).startsWith("the code has changed"));
    }

    @Test
    @Tag("proving#AC-3")
    void a_run_that_the_end_of_the_time_cuts_off_counts_for_nothing() throws Exception {
        files.with(
                "run.sh",
                "cmp -s src/limit.js "
                        + original()
                        + " || sleep 20\n"
                        + RUN.replace("CHECK", "true"));

        assertThat(prove(evidence(), new Proving.Bounds(12, 2), told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not -> assertThat(not.reason()).startsWith("the time was over"));
        assertNothingIsLeft();
    }

    @Test
    @Tag("proving#AC-3")
    void no_more_is_changed_than_is_allowed() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "cmp -s src/limit.js " + original()));
        var told = new ArrayList<String>();

        Proving.Tried tried = (Proving.Tried) prove(2, told::add);

        assertThat(tried.proof().changes()).isEqualTo(2);
        assertThat(told).containsExactly("noticed", "noticed");
    }

    @Test
    @Tag("proving#AC-4")
    void what_does_not_build_says_nothing() throws Exception {
        files.with(
                "run.sh",
                "cmp -s src/limit.js "
                        + original()
                        + " || { echo 'error: broken'; exit 2; }\n"
                        + RUN.replace("CHECK", "true"));

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not -> assertThat(not.reason()).contains("could be tried"));
    }

    @Test
    @Tag("proving#AC-4")
    void tests_that_do_not_pass_in_the_copy_are_not_tried() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "test -f ignored/large.bin"));

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not ->
                                assertThat(not.reason())
                                        .startsWith("its tests do not pass in a copy"));
        assertNothingIsLeft();
    }

    @Test
    @Tag("proving#AC-4")
    void where_nothing_says_what_is_owned_the_mark_to_make_is_said() throws Exception {
        files.with("src/limit.js", "function other() { return 1; }\n")
                .with("run.sh", RUN.replace("CHECK", "true"));

        assertThat(prove(12, told -> {}))
                .isInstanceOfSatisfying(
                        Proving.NotTried.class,
                        not -> assertThat(not.fix()).contains("implements: limit#AC-1"));
    }

    @Test
    @Tag("proving#AC-5")
    void an_interrupt_ends_it_and_leaves_nothing_behind() throws Exception {
        files.with("run.sh", RUN.replace("CHECK", "true") + "sleep 20\n");
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Thread proving =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                begun.countDown();
                                prove(12, told -> {});
                            } catch (Exception stopped) {
                                ended.countDown();
                            }
                        });
        begun.await();
        while (!Files.isDirectory(scratch) || Files.list(scratch).findAny().isEmpty()) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }

        proving.interrupt();

        ended.await();
        proving.join();
        assertNothingIsLeft();
    }

    private String original() throws Exception {
        Path original = folder.resolve("original.js");
        Files.writeString(original, CODE);
        return original.toString();
    }

    private void assertNothingIsLeft() throws Exception {
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    private Proving prove(int changes, Consumer<String> told) throws Exception {
        return prove(evidence(), changes, told);
    }

    private Proving prove(Evidence evidence, int changes, Consumer<String> told) throws Exception {
        return prove(evidence, new Proving.Bounds(changes, 60), told);
    }

    private Proving prove(Evidence evidence, Proving.Bounds bounds, Consumer<String> told)
            throws Exception {
        var commands = new CommandRunner(System.getenv(), folder.resolve("spill"));
        var git = new Git(files.workspace(), commands);
        var settings =
                new TestSettings(
                        Optional.of("sh run.sh"),
                        List.of(),
                        Duration.ofSeconds(30),
                        JavaHome.none(),
                        scratch,
                        TestLeave.GIVEN);
        return new Prover(files.workspace(), git, commands, settings, verifier(), Clock.systemUTC())
                .prove(spec(), evidence, bounds, (change, outcome) -> told.accept(outcome));
    }

    private Evidence evidence() throws Exception {
        var run =
                new TestRun.Finished(
                        "sh run.sh",
                        List.of(
                                new TestResult(
                                        new TestId("test/limit.test.js", "allows limit#AC-1"),
                                        TestOutcome.PASSED,
                                        Duration.ZERO,
                                        "")),
                        Duration.ZERO);
        return verifier().judge(spec(), run).evidence().getFirst();
    }

    private Verifier verifier() {
        var git =
                new Git(
                        files.workspace(),
                        new CommandRunner(System.getenv(), folder.resolve("spill")));
        var store = new EvidenceStore(new WorkspaceFiles(files.workspace()));
        return new Verifier(files.workspace(), git, store, Clock.systemUTC());
    }

    private Spec spec() {
        return switch (new SpecStore(files.workspace()).find("limit")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }
}
