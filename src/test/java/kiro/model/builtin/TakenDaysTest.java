package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days of which a parent has one thing at most, and fields that a criterion names in short.
class TakenDaysTest {
    private static final String SPEC =
            Shelter.spec(
                    "POST /animals/{animalId}/visits",
                    "- Unique: `visitsOn` within the animal\n",
                    "| `visitsOn` | date | yes | not in the past |\n",
                    """
                    - [ ] AC-1: POST /animals/{animalId}/visits returns 201 when the body is valid
                    - [ ] AC-2: POST /animals/{animalId}/visits returns 409 when the animal already has a visit on the same day
                    """);

    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-199")
    void are_stored_as_days_by_tests() throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.project()
                        .type(
                                "Visit",
                                "public record Visit(long id, Long animalId, LocalDate visitsOn) {}")
                        .built(folder, "visit", SPEC);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/VisitTest"))
                .contains(
                        code(
                                "new Visit(visits.nextId(), animal.id(), LocalDate.parse(\"2099-03-14\"))"),
                        code(
                                "OfAnotherParentIsServed() throws Exception { storedSameVisitsOnVisit(); animal = storedAnimal();"))
                .containsSubsequence(
                        "#AC-2",
                        code("storedSameVisitsOnVisit();"),
                        code("status().isConflict()"),
                        code("hasSize(count)"));
    }

    @Test
    @Tag("builtin-engine#AC-200")
    void the_note_is_the_one_field_that_ends_so() throws IOException, InterruptedException {
        LoopStandIn loop = approved("| `decisionNote` | string | yes | at most 60 characters |\n");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/ApproveTest"))
                .containsSubsequence(
                        "#AC-2",
                        code(
                                "assertThat(applications.find(application.id()).orElseThrow().decisionNote()).isEqualTo(\"New decision note\");"));
    }

    @Test
    @Tag("builtin-engine#AC-200")
    void of_two_fields_that_end_so_neither_is_meant() throws IOException, InterruptedException {
        LoopStandIn loop =
                approved(
                        "| `decisionNote` | string | yes | at most 60 characters |\n"
                                + "| `innerNote` | string | yes | at most 60 characters |\n");
        assertThat(SmallProject.notes(loop) + loop.problem()).contains("AC-2", "note");
    }

    private LoopStandIn approved(String fields) throws IOException, InterruptedException {
        return Shelter.project()
                .type(
                        "Application",
                        "public record Application(long id, long animalId, Progress status, String decisionNote, String innerNote) {}")
                .built(
                        folder,
                        "approve",
                        Shelter.spec(
                                "POST /applications/{id}/approve",
                                "- State before: `SUBMITTED`\n- State after: `APPROVED`\n",
                                fields,
                                """
                                - [ ] AC-1: POST /applications/{id}/approve returns 200 when the body is valid
                                - [ ] AC-2: the note is stored
                                """));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
