package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list of the caller's own in a project with Spring Data.
class OwnListsTest {
    private static final String SPEC =
            """
            # My tasks

            ## Requirements

            - Endpoint: `GET /api/tasks`
            - Authentication: basic
            - Access: any signed-in user
            - Owner: `owner`
            - Lists: only the caller's own

            ## Acceptance Criteria

            - [ ] AC-1: GET /api/tasks returns 200 and the caller's own tasks
            """;

    @TempDir private Path folder;

    @Test
    @Tag("builtin-placing#AC-11")
    void it_is_queried_by_the_owner_and_not_selected_from_all()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.TASKS.project()), folder);
        Path repository =
                folder.resolve("src/main/java/org/example/tasks/repository/TaskRepository.java");
        Files.writeString(
                repository,
                Files.readString(repository)
                        .replace("    List<Task> findByOwner(String owner);\n", ""));
        var loop = new LoopStandIn(folder, new BuiltinModel());

        loop.run(LoopStandIn.briefing("my-tasks", SPEC, "implement"), UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(repository)).contains("List<Task> findByOwner(String owner);");
        assertThat(
                        Files.readString(
                                folder.resolve(
                                        "src/main/java/org/example/tasks/service/TaskService.java")))
                .contains(".findByOwner(")
                .doesNotContain("findAll()");
    }
}
