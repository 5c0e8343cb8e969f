package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tests look at after a deletion.
class AfterDeletionsTest {
    private static final String CRITERIA =
            """
            - [ ] AC-1: %1$s returns 204 when the %2$s exists
            - [ ] AC-2: the other %2$ss are still there after the deletion
            """;

    @TempDir private Path folder;

    private String deleted(SmallProject project, String noun)
            throws IOException, InterruptedException {
        String endpoint = "DELETE /" + noun + "s/{id}";
        LoopStandIn loop =
                project.built(
                        folder,
                        "delete",
                        Shelter.spec(endpoint, "", "", CRITERIA.formatted(endpoint, noun)));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        return code(Files.readString(folder.resolve("src/test/java/a/DeleteTest.java")));
    }

    @Test
    @Tag("builtin-engine#AC-197")
    void another_one_is_as_it_was() throws IOException, InterruptedException {
        assertThat(deleted(Shelter.project(), "animal"))
                .containsSubsequence(
                        "#AC-2",
                        code("Animal animal = storedAnimal();"),
                        code("Animal another = storedAnimal();"),
                        code("var untouched = animals.find(another.id()).orElseThrow();"),
                        code("status().isNoContent()"),
                        code(
                                "assertThat(animals.find(another.id()).orElseThrow()).isEqualTo(untouched);"));
    }

    @Test
    @Tag("builtin-engine#AC-197")
    void what_can_change_is_compared_by_its_values() throws IOException, InterruptedException {
        assertThat(deleted(Rooms.project(), "booking"))
                .containsSubsequence(
                        "#AC-2",
                        code("Booking another = storedBooking();"),
                        code(
                                "var untouchedTitle = bookings.findById(another.getId()).orElseThrow().getTitle();"),
                        code("status().isNoContent()"),
                        code(
                                "assertThat(bookings.findById(another.getId()).orElseThrow().getTitle()).isEqualTo(untouchedTitle);"));
    }

    @Test
    @Tag("builtin-engine#AC-197")
    void where_finding_fails_what_is_gone_is_none_of_the_list()
            throws IOException, InterruptedException {
        assertThat(deleted(Absences.project(), "absence"))
                .contains(
                        code(
                                "assertThat(absences.all()).extracting(Absence::id).doesNotContain(absence.id());"))
                .doesNotContain(code("absences.get(absence.id())"));
    }

    @Test
    @Tag("builtin-engine#AC-197")
    void where_finding_answers_with_none_it_is_asked() throws IOException, InterruptedException {
        assertThat(deleted(Shelter.project(), "animal"))
                .contains(code("assertThat(animals.find(animal.id())).isEmpty();"));
    }

    @Test
    @Tag("builtin-engine#AC-201")
    void a_state_that_a_criterion_alone_forbids_is_refused()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.project()
                        .built(
                                folder,
                                "delete",
                                Shelter.spec(
                                                "DELETE /animals/{id}",
                                                "",
                                                "",
                                                """
                                                - [ ] AC-1: DELETE /animals/{id} returns 204 when the animal exists
                                                - [ ] AC-2: DELETE /animals/{id} returns 409 when the animal has been adopted
                                                """)
                                        .replace(
                                                "## Acceptance",
                                                "Response fields:\n\n| Field | Type | Meaning |\n|---|---|---|\n| `id` | integer | |\n| `status` | string | `AVAILABLE`, `RESERVED` or `ADOPTED` |\n\n## Acceptance"));
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(code(Files.readString(folder.resolve("src/main/java/a/AnimalController.java"))))
                .contains(code("if (animal.status() == Condition.ADOPTED) {"));
        assertThat(code(Files.readString(folder.resolve("src/test/java/a/DeleteTest.java"))))
                .contains(code("\"Some name\", Condition.ADOPTED"))
                .containsSubsequence(
                        "#AC-1",
                        code("status().isNoContent()"),
                        "#AC-2",
                        code("status().isConflict()"));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
