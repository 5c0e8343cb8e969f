package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tests store and look at where a request has to do with other things.
class OtherStateCasesTest {
    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-193")
    void tests_store_it_in_the_states_that_matter() throws IOException, InterruptedException {
        Shelter.approved(
                folder,
                "- The animal must be `AVAILABLE`, and becomes `RESERVED`.\n",
                """
                - [ ] AC-2: POST /applications/{id}/approve returns 409 when the animal is not available
                - [ ] AC-3: POST /applications/{id}/approve returns 409 for an application for an animal that is already reserved
                - [ ] AC-4: WHEN the application is approved THEN its animal is `RESERVED`
                """);
        assertThat(text("test/java/a/ApproveTest"))
                .contains(
                        code(
                                "storedUsualAnimal() { Animal animal = new Animal(animals.nextId(), \"Some name\", Condition.AVAILABLE);"),
                        code(
                                "storedNotAvailableAnimal() { Animal animal = new Animal(animals.nextId(), \"Some name\", Condition.ADOPTED);"),
                        code(
                                "storedReservedAnimal() { Animal animal = new Animal(animals.nextId(), \"Some name\", Condition.RESERVED);"),
                        code(
                                "assertThat(animals.find(application.animalId()).orElseThrow().status() == Condition.RESERVED).isTrue();"))
                .containsSubsequence(
                        "#AC-2",
                        code("storedOfAnimalNotAvailableApplication();"),
                        code("status().isConflict()"),
                        "#AC-3",
                        code("storedOfAnimalReservedApplication();"),
                        code("status().isConflict()"),
                        code("isEqualTo(stored);"));
    }

    @Test
    @Tag("builtin-engine#AC-193")
    void what_becomes_so_was_something_else_before() throws IOException, InterruptedException {
        Shelter.approved(
                folder,
                "",
                "- [ ] AC-2: WHEN the application is approved THEN its animal is `ADOPTED`\n");
        assertThat(text("test/java/a/ApproveTest"))
                .contains(code("new Animal(animals.nextId(), \"Some name\", Condition.AVAILABLE)"))
                .doesNotContain(code("\"Some name\", Condition.ADOPTED"));
    }

    @Test
    @Tag("builtin-engine#AC-193")
    void what_bodies_refer_to_is_stored_before_each_test()
            throws IOException, InterruptedException {
        Rooms.booked(folder, "- The room must be `OPEN`, and becomes `TAKEN`.\n");
        assertThat(text("test/java/a/BookTest"))
                .contains(
                        code("void startAnew() { room = storedUsualRoom(); }"),
                        code("new Room(\"Some name\", RoomState.OPEN)"),
                        code(
                                "assertThat(rooms.findById(room.getId()).orElseThrow().getState() == RoomState.TAKEN).isTrue();"));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
