package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a criterion says of empty texts has a test, where it is read.
class EmptyTextCasesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @Tag("builtin-placing#AC-6")
    @ValueSource(
            strings = {
                "`room` is empty",
                "`room` is blank",
                "`room` has 0 characters",
                "`room` is shorter than 1 character"
            })
    void each_phrasing_gets_a_test(String situation) throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.TASKS.project()), folder);
        String spec =
                """
                # Task move

                ## Requirements

                - Endpoint: `PATCH /api/tasks/{id}`
                - Authentication: basic
                - Access: any signed-in user

                Request fields:

                | Field | Type | Required | Constraints |
                |---|---|---|---|
                | `title` | string | no | 1 to 40 characters |
                | `notes` | string | no | 1 to 40 characters |

                ## Acceptance Criteria

                - [ ] AC-1: PATCH /api/tasks/{id} returns 200 when the body is valid
                - [ ] AC-2: PATCH /api/tasks/{id} returns 400 when %s
                """
                        .formatted(situation.replace("room", "notes"));
        var loop = new LoopStandIn(folder, new BuiltinModel());

        loop.run(LoopStandIn.briefing("task-move", spec, "implement"), UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(loop.plan().path("notes").toString()).doesNotContain("stays open");
        try (var files = Files.walk(folder)) {
            assertThat(
                            files.filter(file -> file.endsWith("TaskMoveTest.java"))
                                    .map(EmptyTextCasesTest::text))
                    .singleElement()
                    .asString()
                    .contains("task-move#AC-2");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
