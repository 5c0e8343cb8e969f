package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kiro.process.CommandRunner;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesReadingTest {
    private static final String SPEC =
            """
            # Users

            ## Acceptance Criteria

            - [ ] AC-1: PUT /users/{id} returns 403 when the user is another one
            - [ ] AC-2: PUT /users/{id} returns 200
            - [ ] AC-3: GET /users returns 200
            """;

    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-19")
    void tests_and_files_that_no_criterion_leads_to_are_listed() throws Exception {
        Traces untraced =
                untraced(
                        TemporaryWorkspace.in(folder)
                                .with(".kiro/specs/users.md", SPEC)
                                .with(
                                        "src/users.js",
                                        "// implements: users#AC-1\nexport function update() {}\n")
                                .with("src/lost.js", "export function lost() {}\n")
                                .with("src/constants.js", "export const A = 1;\n")
                                .with(
                                        "src/users.test.js",
                                        "it('named users#AC-1', () => { expect(1); });\nit('free', () => {});\n"));

        assertThat(untraced.freeTests()).containsExactly(new TestId("src/users.test.js", "free"));
        assertThat(untraced.freeFiles()).containsExactly("src/lost.js");
    }

    @Test
    @Tag("evidence#AC-19")
    void where_nothing_says_what_is_owned_no_file_is_called_unowned() throws Exception {
        assertThat(
                        untraced(
                                        TemporaryWorkspace.in(folder)
                                                .with(".kiro/specs/users.md", SPEC)
                                                .with("src/lost.js", "export function lost() {}\n"))
                                .freeFiles())
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("evidence#AC-20")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.test.js | it('x', async () => { await request(app).put('/users/7').expect(403); }); | AC-1",
                "a.test.js | it('x', async () => { const r = await fetch(`${base}/users/7`, { method: 'PUT' }); expect(r.status).toBe(403); }); | none",
                "a.test.js | it('x', async () => { const r = await fetch('http://x/users/7?a=b', { method: 'PUT' }); expect(r.status).toBe(200); }); | AC-2",
                "a.test.js | it('x', () => { get('/users'); expect(404); }); | none",
                "src/test/java/UsersTest.java | class UsersTest { @Test void x() { mvc.perform(put(\"/users/{id}\", 7)).andExpect(status().isForbidden()); } } | AC-1",
                "test_users.py | def test_x(client):  assert client.get(\"/users\").status_code == 200 | AC-3",
                "u_test.go | func TestX(t *testing.T) { r := httptest.NewRequest(\"PUT\", \"/users/7\", nil); if w.Code != http.StatusForbidden { t.Fatal() } } | AC-1",
                "tests/u.rs | #[test] fn x() { let r = client.get(\"/users\"); assert_eq!(r.status(), StatusCode::OK); } | AC-3",
            })
    void a_test_of_the_same_request_and_answer_is_suggested(
            String file, String text, String criterion) throws Exception {
        Traces untraced =
                untraced(
                        TemporaryWorkspace.in(folder)
                                .with(".kiro/specs/users.md", SPEC)
                                .with(file, text + "\n"));

        assertThat(untraced.pairs())
                .extracting(pair -> pair.criterion().id().value())
                .isEqualTo(criterion.equals("none") ? List.of() : List.of(criterion));
    }

    private Traces untraced(TemporaryWorkspace files) throws InterruptedException {
        var verifier =
                new Verifier(
                        files.workspace(),
                        new Git(
                                files.workspace(),
                                new CommandRunner(
                                        System.getenv(), folder.resolve(".kiro/sessions"))),
                        new EvidenceStore(new WorkspaceFiles(files.workspace())),
                        Clock.systemUTC());
        return verifier.traces(spec(files));
    }

    private static Spec spec(TemporaryWorkspace files) {
        return switch (new SpecStore(files.workspace()).find("users")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }
}
