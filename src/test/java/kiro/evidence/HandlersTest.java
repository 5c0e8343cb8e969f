package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HandlersTest {
    private static final String JAVA_TEST =
            """
            class UsersTest {
                @Test
                void reads() {
                    mvc.perform(get("/users/2/profile")).andExpect(status().isOk());
                }
            }
            """;

    @TempDir private Path folder;

    static Stream<Arguments> projects() {
        return Stream.of(
                arguments(
                        "src/test/java/UsersTest.java",
                        JAVA_TEST,
                        "src/main/java/Users.java",
                        """
                        @RestController
                        @RequestMapping("/users")
                        class Users {
                            @GetMapping("/{id}")
                            User account(long id) { return load(id); }

                            @PutMapping("/{id}/profile")
                            User update(long id) { return save(id); }

                            @GetMapping("/{id}/profile")
                            User profile(long id) { return find(id); }

                            User find(long id) { return store.get(id); }

                            User save(long id) { return null; }
                        }
                        """,
                        List.of("profile", "find")),
                arguments(
                        "test/users.test.js",
                        "it('reads', async () => { await request(app).get('/users/2/profile').expect(200); });\n",
                        "src/app.js",
                        """
                        function routes(app) {
                          app.get('/users/:id/profile', (req, res) => res.send(find(req)));
                        }
                        function find(req) {
                          return store.get(req.params.id);
                        }
                        function other() {
                          return 1;
                        }
                        """,
                        List.of("routes", "find")),
                arguments(
                        "tests/test_users.py",
                        "def test_reads(client):\n    assert client.get('/users/2/profile').status_code == 200\n",
                        "app/users.py",
                        """
                        router = APIRouter(prefix="/users")

                        @router.get("/{id}/profile")
                        def profile(id):
                            return find(id)

                        @router.put("/{id}/profile")
                        def update(id):
                            return None

                        def find(id):
                            return STORE[id]
                        """,
                        List.of("profile", "find")));
    }

    @ParameterizedTest
    @MethodSource("projects")
    @Tag("proving#AC-8")
    void what_answers_a_request_is_found_and_what_that_calls(
            String testFile, String test, String file, String text, List<String> names)
            throws Exception {
        TemporaryWorkspace files =
                TemporaryWorkspace.in(folder).with(testFile, test).with(file, text);
        List<WorkspacePath> paths = List.of(WorkspacePath.of(testFile), WorkspacePath.of(file));
        Grounds grounds = bare(paths, new TestScan(files.workspace()));

        assertThat(new Handlers(grounds).of(grounds.tests()))
                .extracting(function -> OwnedChanges.simple(function.key()))
                .isEqualTo(names);
    }

    private static Grounds bare(List<WorkspacePath> paths, TestScan scan) {
        var index = new CriterionIndex(List.of());
        var book = new CodeBook(scan::text);
        List<SourceTest> tests = scan.tests(paths);
        List<WorkspacePath> sources = Grounds.sources(paths);
        return new Grounds(
                tests,
                TestLinks.of(tests, index),
                index,
                book,
                new OwnedCode(
                        SourceTree.of(new TreeMap<>()),
                        book,
                        ImplementationMarks.of(sources, book, index),
                        List.of(),
                        tests,
                        paths),
                new AssertionCheck(List.of(), book),
                sources);
    }
}
