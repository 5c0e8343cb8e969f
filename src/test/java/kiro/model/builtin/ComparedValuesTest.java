package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two values of a request of which one must not lie before, or below, the other.
class ComparedValuesTest {
    private static final String FIELDS =
            """
            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `startDate` | date | %1$s | |
            | `endDate` | date | %1$s | %2$s |
            | `least` | integer | %1$s | at least 1 |
            | `most` | integer | %1$s | %3$s |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `startDate` | date | the first day |
            | `endDate` | date | the last day |
            | `least` | integer | the least |
            | `most` | integer | the most |

            ## Acceptance Criteria

            """;
    private static final String CREATE =
            """
            # Leave create

            ## Requirements

            - Endpoint: `POST /leaves`
            - Authentication: none

            Request fields:

            """
                    + FIELDS.formatted("yes", "must not be before `startDate`", "above `least`")
                    + """
                    - [ ] AC-1: POST /leaves returns 201 and the leave when the body is valid
                    - [ ] AC-2: POST /leaves returns 422 when `endDate` is before `startDate`
                    - [ ] AC-3: a leave whose `most` is not above its `least` gets 422
                    """;
    private static final String CHANGE =
            """
            # Leave change

            ## Requirements

            - Endpoint: `PATCH /leaves/{id}`
            - Authentication: none

            Request fields:

            """
                    + FIELDS.formatted("no", "", "")
                    + """
                    - [ ] AC-1: PATCH /leaves/{id} returns 200 and the leave when the body is valid
                    - [ ] AC-2: PATCH /leaves/{id} returns 422 when `endDate` is before `startDate`
                    """;

    @TempDir private Path folder;

    private static SmallProject project(String... starters) {
        return SmallProject.of(starters)
                .type(
                        "Leave",
                        "import java.time.LocalDate;\n"
                                + "public record Leave(long id, LocalDate startDate, LocalDate endDate, int least, Integer most) {}")
                .type(
                        "Leaves",
                        """
                        @Repository
                        public class Leaves {
                            private final Map<Long, Leave> all = new ConcurrentHashMap<>();
                            private final AtomicLong last = new AtomicLong();
                            public Leave insert(Leave leave) {
                                var stored = new Leave(last.incrementAndGet(), leave.startDate(), leave.endDate(), leave.least(), leave.most());
                                all.put(stored.id(), stored);
                                return stored;
                            }
                            public void replace(Leave leave) { all.put(leave.id(), leave); }
                            public Optional<Leave> find(long id) { return Optional.ofNullable(all.get(id)); }
                            public List<Leave> all() { return List.copyOf(all.values()); }
                        }
                        """)
                .type(
                        "LeaveController",
                        """
                        @RestController
                        @RequestMapping("/leaves")
                        class LeaveController {
                            private final Leaves leaves;
                            LeaveController(Leaves leaves) { this.leaves = leaves; }
                        }
                        """)
                .type(
                        "Invalid",
                        """
                        public class Invalid extends RuntimeException {
                            public Invalid(List<String> problems) { super(String.join("; ", problems)); }
                        }
                        """)
                .type(
                        "Failures",
                        """
                        @RestControllerAdvice
                        class Failures {
                            @ExceptionHandler
                            @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                            Map<String, Object> invalid(Invalid failure) { return Map.of("error", failure.getMessage()); }
                        }
                        """);
    }

    private String built(SmallProject project, String name, String spec, String file)
            throws IOException, InterruptedException {
        LoopStandIn loop = project.built(folder, name, spec);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return Files.readString(folder.resolve("src/" + file + ".java"));
    }

    @Test
    @Tag("builtin-engine#AC-144")
    void are_among_the_problems_of_a_body_that_is_checked_by_hand()
            throws IOException, InterruptedException {
        assertThat(built(project(), "leave-create", CREATE, "main/java/a/CreateLeaveRequest"))
                .containsSubsequence(
                        "if (endDate != null && startDate != null && endDate.isBefore(startDate)) {",
                        "problems.add(\"endDate must not be before startDate\");",
                        "if (most != null && least != null && most <= least) {",
                        "problems.add(\"most must be greater than least\");");
    }

    @Test
    @Tag("builtin-engine#AC-144")
    void are_asked_for_by_a_constraint_where_jakarta_validates()
            throws IOException, InterruptedException {
        assertThat(
                        built(
                                project("validation"),
                                "leave-create",
                                CREATE,
                                "main/java/a/CreateLeaveRequest"))
                .containsSubsequence(
                        "@CreateLeaveRequest.Consistent",
                        "if (request.endDate() != null",
                        "request.endDate().isBefore(request.startDate())) {",
                        "refuse(context, \"endDate\", \"must not be before startDate\");",
                        "request.most() <= request.least()) {",
                        "refuse(context, \"most\", \"must be greater than least\");");
    }

    @Test
    @Tag("builtin-engine#AC-144")
    void are_sent_in_order_and_refused_out_of_it() throws IOException, InterruptedException {
        String test = built(project(), "leave-create", CREATE, "test/java/a/LeaveCreateTest");

        assertThat(test)
                .containsSubsequence(
                        "\"startDate\": \"2099-03-14\",",
                        "\"endDate\": \"2099-03-15\",",
                        "\"least\": 7,",
                        "\"most\": 8")
                .containsSubsequence(
                        "with_an_end_date_at_the_start_date_succeeds",
                        "\"endDate\": \"2099-03-14\"")
                .containsSubsequence(
                        "with_an_end_date_before_the_start_date_is_refused",
                        "\"endDate\": \"2099-03-13\"")
                .containsSubsequence("with_a_most_below_the_least_is_refused", "\"most\": 6")
                .containsSubsequence("with_a_most_equal_to_the_least_is_refused", "\"most\": 7");
    }

    @Test
    @Tag("builtin-engine#AC-145")
    void count_as_they_are_stored_where_a_change_sends_one_alone()
            throws IOException, InterruptedException {
        assertThat(built(project(), "leave-change", CHANGE, "main/java/a/LeaveController"))
                .containsSubsequence(
                        "LocalDate newEndDate = request.endDate() == null ? leave.endDate() : request.endDate();",
                        "if ((request.endDate() != null || request.startDate() != null)",
                        "&& newEndDate.isBefore(newStartDate)) {",
                        "throw new Invalid(List.of(\"endDate must not be before startDate\"));");
    }

    @Test
    @Tag("builtin-engine#AC-145")
    void are_tested_against_what_is_stored_on_both_sides()
            throws IOException, InterruptedException {
        assertThat(built(project(), "leave-change", CHANGE, "test/java/a/LeaveChangeTest"))
                .containsSubsequence(
                        "with_an_end_date_before_the_start_date_that_is_stored_is_refused",
                        "{\"endDate\": \"2099-03-10\"}")
                .containsSubsequence(
                        "with_a_start_date_after_the_end_date_that_is_stored_is_refused",
                        "{\"startDate\": \"2099-03-19\"}")
                .containsSubsequence(
                        "LocalDate.parse(\"2099-03-11\"),", "LocalDate.parse(\"2099-03-18\"),");
    }

    @Test
    @Tag("builtin-engine#AC-144")
    void keep_the_endpoint_from_being_written_where_the_project_has_texts_for_them()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                project()
                        .type(
                                "Leave",
                                "public record Leave(long id, java.time.LocalDate startDate, String endDate, int least, Integer most) {}")
                        .built(folder, "leave-create", CREATE);

        assertThat(loop.problem())
                .contains(
                        "how endDate (String) and startDate (LocalDate) are compared is not evident");
    }
}
