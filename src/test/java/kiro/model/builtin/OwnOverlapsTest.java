package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must not lie in the time of something else of the one who sends the request, and days that are today.
class OwnOverlapsTest {
    private static final String RULE =
            "- An absence must not overlap another absence of the same person.\n";
    private static final String SPEC =
            """
            # Absence %1$s

            ## Requirements

            - Endpoint: `%2$s`
            - Authentication: bearer token
            - Access: any signed-in user
            %3$s

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `startsOn` | date | yes | not in the past |
            | `endsOn` | date | yes | not before `startsOn` |

            Response fields: `id`, `personId`, `startsOn` and `endsOn`.

            ## Acceptance Criteria

            - [ ] AC-1: %2$s returns %4$s and the absence when the body is valid
            %5$s
            """;

    @TempDir private Path folder;

    private LoopStandIn created(String rule, String criterion)
            throws IOException, InterruptedException {
        return Absences.project()
                .built(
                        folder,
                        "create",
                        SPEC.formatted(
                                "create",
                                "POST /absences",
                                "- Sets: `personId` = caller\n" + rule,
                                "201",
                                criterion));
    }

    @Test
    @Tag("builtin-engine#AC-196")
    void a_new_one_is_compared_with_those_of_the_caller() throws IOException, InterruptedException {
        LoopStandIn loop =
                created(
                        RULE,
                        "- [ ] AC-2: POST /absences returns 409 when the caller has another absence on one of these days");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/AbsenceController"))
                .contains(
                        code("String username = caller.name(); if (absences.all()"),
                        code(
                                "anyMatch(other -> username.equals(other.personId()) && !other.startsOn().isAfter(request.endsOn())"));
    }

    @Test
    @Tag("builtin-engine#AC-196")
    void tests_store_the_callers_own_and_that_of_somebody_else()
            throws IOException, InterruptedException {
        created(
                RULE,
                "- [ ] AC-2: POST /absences returns 409 when the caller has another absence on one of these days");
        assertThat(text("test/java/a/CreateTest"))
                .contains(
                        code("storedEqualAbsence(\"ada\"); int count = absences.all().size();"),
                        code(
                                "OfAnotherPersonIsServed() throws Exception { storedEqualAbsence(\"ben\");"),
                        code("storedEqualAbsence(String personId) {"));
    }

    @Test
    @Tag("builtin-engine#AC-196")
    void those_of_somebody_whom_nothing_names_are_not_evident()
            throws IOException, InterruptedException {
        LoopStandIn loop = created(RULE.replace("person", "team"), "");
        assertThat(loop.problem() + SmallProject.notes(loop)).contains("team");
        assertThat(text("main/java/a/AbsenceController")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-196")
    void a_change_that_does_not_say_whose_it_is_is_left_out()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Absences.project()
                        .built(
                                folder,
                                "move",
                                SPEC.formatted("move", "PUT /absences/{id}", RULE, "200", ""));
        assertThat(loop.problem())
                .contains(
                        "others that it must not overlap belong to the same person, and neither the path nor the body names that");
    }

    @Test
    @Tag("builtin-engine#AC-198")
    void a_day_that_is_today_is_sent_as_it_is_when_the_test_runs()
            throws IOException, InterruptedException {
        created("", "- [ ] AC-2: POST /absences returns 201 when `startsOn` is today");
        assertThat(text("test/java/a/CreateTest"))
                .containsSubsequence(
                        "#AC-2",
                        code("WithTodayAsStartsOnSucceeds() throws Exception {"),
                        code("\"startsOn\": \"%s\""),
                        code(".formatted(LocalDate.now());"),
                        code("status().isCreated()"));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
