package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of which field an error is that lies between two, where the answer names fields.
class CrossFieldsTest {
    private static final String SPEC =
            """
            # Stay create

            ## Requirements

            - Endpoint: `POST /stays`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `arrival` | date | yes | |
            | `departure` | date | yes | after `arrival` |

            Response fields: `id`, `arrival`, `departure`

            ## Acceptance Criteria

            - [ ] AC-1: POST /stays returns 201 and the stay when the body is valid
            - [ ] AC-2: POST /stays returns 400%s when `departure` is before `arrival`
            """;

    private static final String NAMING =
            "Map.of(\"fields\", failure.getFieldErrors().stream().map(FieldError::getField).toList())";

    @TempDir private Path folder;

    /// @param answer what the project's handler answers with; empty where it has none
    private LoopStandIn built(String answer, String naming)
            throws IOException, InterruptedException {
        SmallProject project =
                SmallProject.of("validation")
                        .type(
                                "Stay",
                                "import java.time.LocalDate;\n"
                                        + "public record Stay(long id, LocalDate arrival, LocalDate departure) {}")
                        .type(
                                "Stays",
                                """
                                @Repository
                                public class Stays {
                                    private final Map<Long, Stay> all = new ConcurrentHashMap<>();
                                    private final AtomicLong last = new AtomicLong();
                                    public long nextId() { return last.incrementAndGet(); }
                                    public void save(Stay stay) { all.put(stay.id(), stay); }
                                    public Optional<Stay> find(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Stay> all() { return List.copyOf(all.values()); }
                                }
                                """)
                        .type(
                                "StayController",
                                """
                                @RestController
                                @RequestMapping("/stays")
                                class StayController {
                                    private final Stays stays;
                                    StayController(Stays stays) { this.stays = stays; }
                                }
                                """);
        if (!answer.isEmpty()) {
            project.type(
                    "Failures",
                    """
                    @RestControllerAdvice
                    class Failures {
                        @ExceptionHandler
                        @ResponseStatus(HttpStatus.BAD_REQUEST)
                        Map<String, Object> invalid(MethodArgumentNotValidException failure) {
                            return %s;
                        }
                    }
                    """
                            .formatted(answer));
        }
        LoopStandIn loop = project.built(folder, "stay-create", SPEC.formatted(naming));
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve("src/" + path + ".java"));
    }

    @Test
    @Tag("builtin-engine#AC-174")
    void is_of_the_one_that_has_the_rule_where_the_handler_names_fields()
            throws IOException, InterruptedException {
        built(NAMING, " and names `departure`");

        assertThat(text("main/java/a/CreateStayRequest"))
                .contains("@CreateStayRequest.Consistent\npublic record CreateStayRequest(")
                .containsSubsequence(
                        "if (request.departure() != null",
                        "&& !request.departure().isAfter(request.arrival())) {",
                        "refuse(context, \"departure\", \"must be after arrival\");",
                        ".addPropertyNode(field)")
                .doesNotContain("@AssertTrue");
        assertThat(text("test/java/a/StayCreateTest"))
                .contains("containsString(\"\\\"departure\\\"\")");
    }

    @Test
    @Tag("builtin-engine#AC-174")
    void is_of_it_as_well_where_the_project_gets_the_handler()
            throws IOException, InterruptedException {
        built("", " and names `departure`");

        assertThat(text("main/java/a/CreateStayRequest")).contains("@CreateStayRequest.Consistent");
    }

    @Test
    @Tag("builtin-engine#AC-174")
    void is_not_asked_for_where_the_answer_names_none() throws IOException, InterruptedException {
        built("Map.of(\"error\", \"invalid request\")", "");

        assertThat(text("main/java/a/CreateStayRequest"))
                .contains("@AssertTrue(message = \"must be after arrival\")")
                .doesNotContain("Consistent");
    }

    @Test
    @Tag("builtin-engine#AC-174")
    void leaves_a_criterion_open_that_asks_for_its_name_where_the_handler_has_none()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built("Map.of(\"error\", \"invalid request\")", " and names `departure`");

        assertThat(SmallProject.notes(loop))
                .anyMatch(note ->
                        note.startsWith("AC-2: ")
                                && note.endsWith(
                                        "stays open: the project's answer to invalid fields does not name them"));
    }
}
