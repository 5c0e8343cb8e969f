package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledTestsTest {
    /// Reports as pytest does: a test of the new file passes that expects what the source says.
    private static final String TESTS =
            """
            mkdir -p "${KIRO_REPORTS:-reports}"
            {
              echo '<testsuite name="t"><testcase classname="tests.test_cart" name="test_total">'
              grep -q 'assert total() == 3' tests/test_cart.py || echo "<failure message='assert 3 == 4'>no</failure>"
              echo '</testcase></testsuite>'
            } > "${KIRO_REPORTS:-reports}/TEST-cart.xml"
            """;

    private static final String HEAD = "from lib.cart import total\n\n\n";
    private static final String GOOD = HEAD + "def test_total():\n    assert total() == 3\n";

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() throws Exception {
        shop =
                new ActionWorkshop(folder)
                        .with("run-tests", TESTS)
                        .with("lib/till.py", "def pay():\n    return 1\n")
                        .with(
                                "tests/test_till.py",
                                "from lib.till import pay\n\n\ndef test_pay():\n    assert pay() == 1\n")
                        .committed("start")
                        .with("lib/cart.py", "def total():\n    return 3\n");
    }

    private BuiltInOutcome written() throws InterruptedException {
        return shop.on(
                "test-stub",
                EventKind.FILE_CREATED,
                new Subject.Files(List.of("lib/cart.py")),
                Map.of("model", "true"));
    }

    private FilledTestsTest proposing(String text) {
        shop.models().proposing("tests", "text", text);
        return this;
    }

    @Test
    @Tag("hook-models#AC-8")
    void tests_by_a_model_are_written_when_they_pass() throws Exception {
        proposing(GOOD);

        BuiltInOutcome outcome = written();

        assertThat(outcome.text())
                .isEqualTo("wrote tests/test_cart.py: its tests pass\nby scripted");
        assertThat(outcome.written()).containsExactly("tests/test_cart.py");
        assertThat(shop.read("tests/test_cart.py"))
                .isEqualTo(
                        "# Proposed by scripted: see that they ask for the right thing.\n" + GOOD);
        assertThat(shop.models().told())
                .contains("def total():")
                .contains("def test_pay():")
                .contains("def test_total():");
    }

    @Test
    @Tag("hook-models#AC-8")
    void what_proves_nothing_is_refused_and_the_draft_is_written() throws Exception {
        proposing(HEAD + "def test_total():\n    assert total() == 4\n")
                .proposing(HEAD + "def test_total():\n    total()\n")
                .proposing(HEAD + "def test_other():\n    assert total() == 3\n")
                .proposing("# cart#AC-1\n" + GOOD);

        BuiltInOutcome outcome = written();

        assertThat(outcome.text())
                .startsWith("wrote tests/test_cart.py: 1 test that fails until written\n")
                .contains("without a model: scripted: a test names a criterion");
        assertThat(shop.read("tests/test_cart.py")).contains("not written yet");
        assertThat(shop.models().told())
                .contains("a test fails: ")
                .contains("test_total: passed over, or nothing is asserted")
                .contains("the draft's test_total are missing");
    }

    @Test
    @Tag("hook-models#AC-8")
    void what_a_model_wrote_does_not_run_where_nothing_confines_it() throws Exception {
        shop.withoutWalls();
        proposing(GOOD).proposing(GOOD).proposing(GOOD).proposing(GOOD);

        assertThat(written().text())
                .contains("1 test that fails until written")
                .contains("nothing confines it here");
    }

    @Test
    @Tag("hook-models#AC-8")
    void a_test_that_reaches_outside_does_not_run() throws Exception {
        proposing("import subprocess\n" + GOOD + "    subprocess.run(['touch', 'here'])\n");

        assertThat(written().text()).contains("1 test that fails until written");
        assertThat(shop.models().told()).contains("'subprocess' reaches outside of the test");
    }
}
