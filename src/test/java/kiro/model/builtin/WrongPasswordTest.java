package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who shows a wrong password is a user of the project; who is unknown is none.
class WrongPasswordTest {
    private static final Path CLINIC =
            Path.of("src/test/resources/kiro/model/builtin-prose/clinic/project");

    @TempDir private Path folder;

    private String tests(String criterion) throws IOException, InterruptedException {
        LoopStandIn.copy(CLINIC, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel());
        loop.run(
                LoopStandIn.briefing(
                        "visits",
                        """
                        # Appointment list

                        ## Requirements

                        - Endpoint: `GET /api/appointments`
                        - Authentication: HTTP basic
                        - Lists: only the doctor's own; role `ADMIN` sees all

                        ## Acceptance Criteria

                        - [ ] AC-1: GET /api/appointments returns 401 %s
                        """
                                .formatted(criterion),
                        "implement"),
                UnaryOperator.identity());
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/net/praxis/clinic/VisitsTest.java"))
                .replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    @Tag("builtin-engine#AC-154")
    void a_wrong_password_is_that_of_a_user_who_is_known()
            throws IOException, InterruptedException {
        assertThat(tests("for a known user with a wrong password"))
                .contains("encodeBasicAuth(\"house\", \"wrong\", ")
                .doesNotContain("\"nobody\"");
    }

    @Test
    @Tag("builtin-engine#AC-154")
    void a_user_who_is_unknown_is_nobody() throws IOException, InterruptedException {
        assertThat(tests("when the user does not exist"))
                .contains("encodeBasicAuth(\"nobody\", \"wrong\", ");
    }
}
