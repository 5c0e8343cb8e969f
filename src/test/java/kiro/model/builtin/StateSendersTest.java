package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who sends what the state of a thing forbids.
class StateSendersTest {
    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-183")
    void are_those_of_the_role_that_a_situation_names() throws IOException, InterruptedException {
        LoopStandIn loop =
                Boats.project()
                        .built(
                                folder,
                                "boats",
                                Boats.spec(
                                        """
                                        - Endpoint: `DELETE /boats/{id}`
                                        - Authentication: bearer token
                                        - Access: owner or role `WARDEN`
                                        - Owner: `owner`
                                        - State before: `AFLOAT`
                                        """,
                                        "- [ ] AC-1: DELETE /boats/{id} returns 409 when the boat is scrapped\n"
                                                + "- [ ] AC-2: GIVEN a scrapped boat WHEN a warden deletes it THEN the response is 409\n"
                                                + "- [ ] AC-3: DELETE /boats/{id} returns 204 when a warden deletes the boat of another user\n"));

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        String test =
                Files.readString(folder.resolve("src/test/java/a/BoatsTest.java"))
                        .replaceAll("\\s*\\n\\s*", "");
        String warden = sender(test, "AC-3");
        assertThat(sender(test, "AC-1")).isNotEqualTo(warden);
        assertThat(sender(test, "AC-2")).isEqualTo(warden);
    }

    /// Whose credential a criterion's test sends.
    private static String sender(String test, String criterion) {
        String method = test.substring(test.indexOf("boats#" + criterion));
        return method.replaceFirst("(?s).*?header\\(([^)]*)\\).*", "$1");
    }
}
