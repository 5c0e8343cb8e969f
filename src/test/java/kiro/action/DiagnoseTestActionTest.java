package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTestActionTest {
    /// Counts its runs, and reports as JUnit does: the total of a cart is what the source says.
    private static final String TESTS =
            """
            echo run >> %s
            total=$(sed -n 's/.*total = //p' lib/cart.py)
            mkdir -p "${KIRO_REPORTS:-reports}"
            {
              echo '<testsuite name="t"><testcase classname="tests.test_cart" name="test_total">'
              [ "$total" = 3 ] || echo "<failure message='AssertionError: assert $total == 3'>tests/test_cart.py:5: AssertionError</failure>"
              echo '</testcase></testsuite>'
            } > "${KIRO_REPORTS:-reports}/TEST-cart.xml"
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;
    private Path count;

    @BeforeEach
    void open() throws Exception {
        count = folder.resolve("count");
        shop =
                new ActionWorkshop(folder)
                        .with("run-tests", TESTS.formatted(count))
                        .with("lib/cart.py", cart("2", "3"))
                        .with("lib/till.py", "pay = 1\n")
                        .with(
                                "tests/test_cart.py",
                                "from lib import cart\n\n\ndef test_total():\n    assert cart.total == 3\n")
                        .committed("start");
    }

    private static String cart(String first, String total) {
        return IntStream.range(0, 8)
                        .mapToObj(at -> "line%d = %s\n\n".formatted(at, first))
                        .collect(Collectors.joining())
                + "total = "
                + total
                + "\n";
    }

    @Test
    @Tag("hook-built-ins#AC-15")
    @Tag("hook-built-ins#AC-16")
    void the_change_that_broke_it_is_found_among_many_and_taken_back() throws Exception {
        shop.with("lib/cart.py", cart("9", "4")).with("lib/till.py", "pay = 2\n");
        String status = shop.git("status", "--porcelain");

        BuiltInOutcome outcome = failed();

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.DONE);
        assertThat(outcome.text())
                .startsWith(
                        """
                        tests.test_cart.test_total fails
                        expected: 3
                        but was: 4
                        at: tests/test_cart.py:5
                        broken by: lib/cart.py:17
                        `3` became `4`
                        without it the test passes:
                        """)
                .contains("\n-total = 4\n+total = 3\n")
                .contains("searched: 10 changes of sources in ")
                .contains(
                        "those nearest to the test first; not tried: new files, changes of tests");
        assertThat(Files.readAllLines(count)).hasSizeLessThanOrEqualTo(12);
        assertThat(shop.git("status", "--porcelain")).isEqualTo(status);
        assertThat(shop.read("lib/cart.py")).isEqualTo(cart("9", "4"));
    }

    @Test
    @Tag("hook-built-ins#AC-15")
    void of_a_clean_tree_the_last_commit_is_searched() throws Exception {
        shop.with("lib/cart.py", cart("2", "5")).committed("break it");

        assertThat(failed().text()).contains("broken by: lib/cart.py:17\n`3` became `5`\n");
    }

    @Test
    @Tag("hook-built-ins#AC-16")
    void what_cannot_be_tried_is_said() throws Exception {
        assertThat(failed().text()).contains("in a copy of the project it passes");
        assertThat(
                        shop.on(
                                        "diagnose-test",
                                        EventKind.TEST_FAILED,
                                        new Subject.FailedTests(
                                                List.of("nowhere.Test.a"),
                                                "expected: <1> but was: <2>"),
                                        Map.of())
                                .text())
                .isEqualTo(
                        "nowhere.Test.a fails\nexpected: 1\nbut was: 2\nnot tried: its source was not found, so it cannot be run alone");
        shop.with("run-tests", "exit 1\n");
        assertThat(failed().text()).contains("not tried: it could not be run in a copy: ");
        assertThat(shop.run("diagnose-test", Map.of()).answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
    }

    @Test
    @Tag("hook-built-ins#AC-18")
    void changes_that_the_test_leads_to_are_tried_first() throws Exception {
        for (int i = 0; i < 8; i++) {
            shop.with("lib/a%d.py".formatted(i), "x%d = 1\n".formatted(i));
        }
        shop.committed("more");
        for (int i = 0; i < 8; i++) {
            shop.with("lib/a%d.py".formatted(i), "x%d = 2\n".formatted(i));
        }
        shop.with("lib/cart.py", cart("2", "4"));

        String text = failed().text();

        assertThat(text)
                .contains("broken by: lib/cart.py:17")
                .contains(
                        "searched: 9 changes of sources in 4 runs, those nearest to the test first");
    }

    @Test
    @Tag("hook-built-ins#AC-18")
    void changes_of_lines_that_ran_are_tried_first() throws Exception {
        shop.with("lib/cart.py", cart("9", "4"))
                .with(
                        "coverage.xml",
                        "<coverage><packages><package><classes><class filename=\"lib/cart.py\"><lines>"
                                + IntStream.rangeClosed(1, 17)
                                        .mapToObj(line ->
                                                "<line number=\"%d\" hits=\"%d\"/>"
                                                        .formatted(line, line == 17 ? 1 : 0))
                                        .collect(Collectors.joining())
                                + "</lines></class></classes></package></packages></coverage>");

        assertThat(failed().text())
                .contains("broken by: lib/cart.py:17")
                .contains(
                        "searched: 9 changes of sources in 4 runs, those that ran by the reports of coverage first");
    }

    @Test
    @Tag("hook-built-ins#AC-15")
    void hunks_that_cannot_be_tried_alone_are_suspects_together() throws Exception {
        List<Hunk> hunks =
                IntStream.range(0, 6)
                        .mapToObj(at -> new Hunk("a", at, at, List.of("x"), List.of("y")))
                        .toList();

        Bisection.Found found =
                new Bisection(
                                some ->
                                        some.size() == 3
                                                ? Bisection.Outcome.UNKNOWN
                                                : some.containsAll(hunks.subList(2, 4))
                                                        ? Bisection.Outcome.FAILS
                                                        : Bisection.Outcome.PASSES,
                                10)
                        .search(hunks, 0);

        assertThat(found.suspects()).isEqualTo(hunks.subList(2, 4));
        assertThat(found.isProven()).isTrue();
    }

    private BuiltInOutcome failed() throws InterruptedException {
        return failed(Map.of());
    }

    private BuiltInOutcome failed(Map<String, String> settings) throws InterruptedException {
        return shop.on(
                "diagnose-test",
                EventKind.TEST_FAILED,
                new Subject.FailedTests(List.of("tests.test_cart.test_total"), ""),
                settings);
    }

    private static Object edits(String old, String now) {
        return List.of(WorkshopModels.edit("lib/cart.py", old, now));
    }

    @Test
    @Tag("hook-models#AC-6")
    void what_a_model_proposes_is_shown_when_the_test_passes_with_it() throws Exception {
        shop.with("lib/cart.py", cart("9", "4"));
        shop.models()
                .proposing(
                        "diagnosis",
                        "explanation",
                        "The total is 4 now, and the test expects 3.",
                        "edits",
                        edits("total = 4", "total = 5"))
                .proposing(
                        "diagnosis",
                        "explanation",
                        "The total is 4 now, and the test expects 3.",
                        "edits",
                        List.of(
                                WorkshopModels.edit(
                                        "tests/test_cart.py", "cart.total == 3", "True")))
                .proposing(
                        "diagnosis",
                        "explanation",
                        "The total is 4 now, and the test expects 3.",
                        "edits",
                        edits("total = 4\n", "total = 3\n"));

        String text = failed(Map.of("model", "true")).text();

        assertThat(text)
                .contains("broken by: lib/cart.py:17\n")
                .contains(
                        """
                        why: The total is 4 now, and the test expects 3.
                        proposed, not written; with it the test passes:
                        diff --git a/lib/cart.py b/lib/cart.py
                        """)
                .endsWith("-total = 4\n+total = 3\nby scripted");
        assertThat(shop.models().told())
                .contains("with the edits the test still fails: ")
                .contains("tests/test_cart.py is none of the files that may be changed");
        assertThat(shop.read("lib/cart.py")).isEqualTo(cart("9", "4"));
        assertThat(shop.git("status", "--porcelain")).isEqualTo(" M lib/cart.py\n");
    }

    @Test
    @Tag("hook-models#AC-6")
    void of_a_proposal_that_mends_nothing_the_explanation_is_shown_alone() throws Exception {
        shop.with("lib/cart.py", cart("9", "4"));
        for (int i = 0; i < 4; i++) {
            shop.models()
                    .proposing(
                            "diagnosis",
                            "explanation",
                            "The total is 4 now, and the test expects 3.",
                            "edits",
                            edits("line7 = 9", "line7 = 2"));
        }

        assertThat(failed(Map.of("model", "true")).text())
                .endsWith("\nwhy: The total is 4 now, and the test expects 3.\nby scripted");
    }
}
