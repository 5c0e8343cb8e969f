package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestReviewTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "`PUT /users/{id}` returns 200 with the user | [HAPPY]",
                "`PUT /users/{id}` returns 400 and names the field | [ERROR]",
                "A known id is answered with 200, an unknown one with 404 | [HAPPY, ERROR]",
                "`greet(\"\")` raises a `ValueError` | [ERROR]",
                "An empty name is rejected | [ERROR]",
                "The import never raises an error for a missing column | []",
                "The list is shown without throwing `NotFoundException` | []",
                "`greet(\"Ann\")` returns `Hello Ann` | []",
                "Error messages are shown in the user's language | []",
            })
    @Tag("named-tasks#AC-12")
    void a_criterion_speaks_of_the_ways_that_it_names(String criterion, String ways) {
        assertThat(Ways.asked(criterion)).hasToString(ways);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a_test.py | def test_x():\\n    assert greet('Ann') == 'Hello Ann' | [HAPPY]",
                "a_test.py | def test_x():\\n    with pytest.raises(ValueError):\\n        greet('') | [HAPPY, ERROR]",
                "a_test.py | def test_x():\\n    assert put('/u/1').status_code == 404 | [ERROR]",
                "a_test.py | def test_an_invalid_name():\\n    assert greet('') is None | [HAPPY, ERROR]",
                "a_test.py | def test_x():\\n    greet('Ann') | [HAPPY, ERROR]",
                "a.test.ts | test('x', () => { expect(res.status).toBe(200); }); | [HAPPY]",
                "a.test.ts | test('x', async () => { await expect(put()).rejects.toThrow(); }); | [HAPPY, ERROR]",
                "ATest.java | class ATest { @Test void x() { assertThat(put().status()).isEqualTo(409); } } | [ERROR]",
                "ATest.java | class ATest { @Test void x() { mvc.perform(put(\"/u\")).andExpect(status().isBadRequest()); } } | [HAPPY, ERROR]",
                "a_test.go | func TestX(t *testing.T) { if err != nil { t.Fatal(err) } } | [HAPPY, ERROR]",
            })
    @Tag("named-tasks#AC-12")
    void a_test_goes_the_ways_that_its_text_shows(String file, String text, String ways) {
        var path = WorkspacePath.of(file);
        List<SourceTest> tests =
                TestScan.tests(
                                path,
                                text.replace("\\n", "\n"),
                                TestFiles.dialect(path).orElseThrow(),
                                "")
                        .tests();

        assertThat(tests).hasSize(1);
        assertThat(Ways.tried(tests.getFirst())).hasToString(ways);
    }

    private static final String JUNIT = "import org.junit.jupiter.api.Test;\n";

    private static String javaTest(String head) {
        return head + "class ATest { @Test void x() { assertEquals(1, 1 + 0); } }\n";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "src/test/java/a/NewTest.java, 5, , ",
                "src/test/java/a/NewTest.java, 4, JUnit 4, JUnit 5",
                "src/test/java/a/NewIT.java, 5, …IT, …Test",
                "tests/NewTest.java, 5, tests/, src/test/java/",
                "tests/test_new.py, py, Python, Java",
                "core/src/test/java/b/NewTest.java, 5, , ",
            })
    @Tag("named-tasks#AC-13")
    void tests_that_are_made_otherwise_than_the_projects_own_are_told(
            String file, String kind, String own, String usual) throws Exception {
        String text =
                switch (kind) {
                    case "4" -> javaTest("import org.junit.Test;\n");
                    case "py" -> "def test_x():\n    assert f() == 1\n";
                    default -> javaTest(JUNIT);
                };
        var workspace =
                TemporaryWorkspace.in(folder)
                        .with("src/test/java/a/OldTest.java", javaTest(JUNIT))
                        .committed()
                        .with(file, text);
        var path = WorkspacePath.of(file);

        List<TestReview.Stranger> strangers = review(workspace).strangers(Set.of(path));

        assertThat(strangers)
                .isEqualTo(
                        own == null
                                ? List.of()
                                : List.of(
                                        new TestReview.Stranger(
                                                path,
                                                "%s is not in the style of the project's own tests: %s, and theirs %s"
                                                        .formatted(file, own, usual))));
    }

    @Test
    @Tag("named-tasks#AC-13")
    void the_first_tests_of_a_project_are_in_any_style() throws Exception {
        var workspace =
                TemporaryWorkspace.in(folder)
                        .with("app.py", "")
                        .committed()
                        .with("tests/test_new.py", "def test_x():\n    assert f() == 1\n");

        assertThat(review(workspace).strangers(Set.of(WorkspacePath.of("tests/test_new.py"))))
                .isEmpty();
    }

    private TestReview review(TemporaryWorkspace workspace) {
        var commands = new CommandRunner(System.getenv(), folder.resolve("spill"));
        return new TestReview(workspace.workspace(), new Git(workspace.workspace(), commands));
    }
}
