package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States of other things that a request needs, and states that it brings them into.
class OtherStatesTest {
    private static final String ANIMAL =
            "| `animalId` | integer | yes | must be an existing animal |\n";
    private static final String GUEST = "| `guest` | string | yes | 1 to 60 characters |\n";

    @TempDir private Path folder;

    private LoopStandIn visited(String requirement, String fields)
            throws IOException, InterruptedException {
        return Shelter.project()
                .built(
                        folder,
                        "visit",
                        Shelter.spec(
                                "POST /visits",
                                requirement,
                                fields + GUEST,
                                """
                                - [ ] AC-1: POST /visits returns 201 and the visit when the body is valid
                                - [ ] AC-2: POST /visits returns 404 when there is no such animal
                                """));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void what_the_resource_has_the_key_of_is_found_and_looked_at()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.approved(
                        folder,
                        "",
                        """
                        - [ ] AC-2: POST /applications/{id}/approve returns 409 for an application for an animal that is already reserved
                        - [ ] AC-3: POST /applications/{id}/approve returns 422 when the animal has been adopted
                        """);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/ApplicationController"))
                .containsOnlyOnce(code("animals.find(application.animalId())"))
                .containsSubsequence(
                        code("if (application.status() != Progress.SUBMITTED) {"),
                        code("Animal animal = animals.find(application.animalId()).orElseThrow();"),
                        code("if (animal.status() == Condition.RESERVED) {"),
                        code("throw new ResponseStatusException(HttpStatus.CONFLICT);"),
                        code("if (animal.status() == Condition.ADOPTED) {"),
                        code("HttpStatus.UNPROCESSABLE_"),
                        code("applications.save(updated);"));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void what_is_allowed_alone_makes_a_check_of_what_is_forbidden_needless()
            throws IOException, InterruptedException {
        Shelter.approved(
                folder,
                "- The animal must be `AVAILABLE`.\n",
                "- [ ] AC-2: POST /applications/{id}/approve returns 409 for an application for an animal that is already reserved\n");
        assertThat(text("main/java/a/ApplicationController"))
                .contains(code("if (animal.status() != Condition.AVAILABLE) {"))
                .doesNotContain(code("Condition.RESERVED"));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void what_a_body_has_the_key_of_is_found_once() throws IOException, InterruptedException {
        assertThat(visited("- The animal must be `AVAILABLE`.\n", ANIMAL).problem()).isEmpty();
        assertThat(text("main/java/a/VisitController"))
                .containsOnlyOnce(code("animals.find("))
                .containsSubsequence(
                        code("VisitController(Visits visits, Animals animals) {"),
                        code(
                                "Animal animal = animals.find(request.animalId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));"),
                        code(
                                "if (animal.status() != Condition.AVAILABLE) { throw new ResponseStatusException(HttpStatus.CONFLICT); }"),
                        code("visits.save(visit);"));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void a_key_that_is_not_sent_forbids_nothing() throws IOException, InterruptedException {
        visited(
                "- The animal must be `AVAILABLE` or `RESERVED`.\n",
                ANIMAL.replace("| yes |", "| no |"));
        assertThat(text("main/java/a/VisitController"))
                .contains(
                        code("Animal animal = request.animalId() == null ? null : animals.find("),
                        code(
                                "if (animal != null && !(animal.status() == Condition.AVAILABLE || animal.status() == Condition.RESERVED)) {"));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void what_the_path_leads_through_is_there_already() throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.project()
                        .built(
                                folder,
                                "visit-end",
                                Shelter.spec(
                                        "POST /animals/{animalId}/visits/{id}/end",
                                        "- The animal must be `RESERVED`, and becomes `AVAILABLE`.\n- Sets: `guest` = `nobody`\n",
                                        "",
                                        """
                                        - [ ] AC-1: POST /animals/{animalId}/visits/{id}/end returns 200 and the visit when the request is valid
                                        - [ ] AC-2: the animal becomes `AVAILABLE`
                                        """));
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/AnimalController"))
                .containsSubsequence(
                        code("Animal animal = animals.find(animalId).orElseThrow("),
                        code("visits.find(id)"),
                        code("if (animal.status() != Condition.RESERVED) {"),
                        code(
                                "animals.save(new Animal(animal.id(), animal.name(), Condition.AVAILABLE));"),
                        code("visits.save(updated);"));
        assertThat(text("test/java/a/VisitEndTest"))
                .contains(
                        code("new Animal(animals.nextId(), \"Some name\", Condition.RESERVED)"),
                        code(
                                "assertThat(animals.find(animal.id()).orElseThrow().status() == Condition.AVAILABLE).isTrue();"));
    }

    @Test
    @Tag("builtin-engine#AC-191")
    void what_the_resource_holds_is_looked_at_as_it_is() throws IOException, InterruptedException {
        LoopStandIn loop =
                Rooms.project()
                        .built(
                                folder,
                                "rename",
                                Shelter.spec(
                                                "PUT /bookings/{id}",
                                                "",
                                                "| `title` | string | yes | 1 to 60 characters |\n",
                                                """
                                                - [ ] AC-1: PUT /bookings/{id} returns 200 when the body is valid
                                                - [ ] AC-2: PUT /bookings/{id} returns 409 when the room is closed
                                                """)
                                        .replace(
                                                "## Acceptance",
                                                "Response fields: `id`, `roomId`, `title`.\n\n## Acceptance"));
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/BookingController"))
                .contains(
                        code("if (booking.getRoom().getState() == RoomState.CLOSED) {"),
                        code("\"room \" + booking.getRoom().getId() + \" is closed\""));
        assertThat(text("test/java/a/RenameTest"))
                .contains(
                        code("new Room(\"Some name\", RoomState.CLOSED)"),
                        code("new Booking(storedClosedRoom(), \"Some title\")"));
    }

    @Test
    @Tag("builtin-engine#AC-192")
    void it_is_brought_into_its_state_when_all_is_checked()
            throws IOException, InterruptedException {
        Shelter.approved(folder, "- The animal must be `AVAILABLE`, and becomes `RESERVED`.\n", "");
        assertThat(text("main/java/a/ApplicationController"))
                .containsSubsequence(
                        code("if (animal.status() != Condition.AVAILABLE) {"),
                        code(
                                "animals.save(new Animal(animal.id(), animal.name(), Condition.RESERVED));"),
                        code("applications.save(updated);"));
    }

    @Test
    @Tag("builtin-engine#AC-192")
    void a_criterion_alone_brings_it_there() throws IOException, InterruptedException {
        Shelter.approved(
                folder,
                "",
                "- [ ] AC-2: WHEN the application is approved THEN its animal is `RESERVED`\n");
        assertThat(text("main/java/a/ApplicationController"))
                .contains(
                        code(
                                "animals.save(new Animal(animal.id(), animal.name(), Condition.RESERVED));"));
    }

    @Test
    @Tag("builtin-engine#AC-192")
    void one_with_a_setter_is_set_and_stored() throws IOException, InterruptedException {
        Rooms.booked(folder, "- The room must be `OPEN`, and becomes `TAKEN`.\n");
        assertThat(text("main/java/a/BookingController"))
                .containsSubsequence(
                        code("if (room.getState() != RoomState.OPEN) {"),
                        code("room.setState(RoomState.TAKEN);"),
                        code("roomRepository.save(room);"),
                        code("bookings.save("));
    }

    @Test
    @Tag("builtin-engine#AC-192")
    void a_store_that_cannot_replace_it_learns_it() throws IOException, InterruptedException {
        taken(
                Shelter.project()
                        .type(
                                "Animals",
                                """
                                @Component
                                public class Animals {
                                    private final Map<Long, Animal> byId = new ConcurrentSkipListMap<>();
                                    private final AtomicLong last = new AtomicLong();
                                    public Animal insert(Animal one) {
                                        var stored = new Animal(last.incrementAndGet(), one.name(), one.status());
                                        byId.put(stored.id(), stored);
                                        return stored;
                                    }
                                    public Optional<Animal> find(long id) { return Optional.ofNullable(byId.get(id)); }
                                    public List<Animal> all() { return List.copyOf(byId.values()); }
                                }
                                """));
        assertThat(text("main/java/a/Animals"))
                .contains(
                        code("public void update(Animal animal) { byId.put(animal.id(), animal);"));
        assertThat(text("main/java/a/VisitController"))
                .contains(
                        code(
                                "animals.update(new Animal(animal.id(), animal.name(), Condition.RESERVED));"));
    }

    @Test
    @Tag("builtin-engine#AC-192")
    void what_cannot_be_changed_is_named() throws IOException, InterruptedException {
        LoopStandIn loop =
                taken(
                        Shelter.project()
                                .type(
                                        "Animal",
                                        """
                                        public class Animal {
                                            private final long id;
                                            private final Condition status;
                                            private Animal(long id, Condition status) { this.id = id; this.status = status; }
                                            static Animal found(long id) { return new Animal(id, Condition.AVAILABLE); }
                                            public long id() { return id; }
                                            public Condition status() { return status; }
                                        }
                                        """));
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("animal becomes 'RESERVED' and is stored again is not evident");
        assertThat(text("main/java/a/VisitController")).doesNotContain("PostMapping");
    }

    /// With visits that take animals.
    private LoopStandIn taken(SmallProject project) throws IOException, InterruptedException {
        return project.built(
                folder,
                "visit",
                Shelter.spec(
                        "POST /visits",
                        "- The animal becomes `RESERVED`.\n",
                        ANIMAL + GUEST,
                        "- [ ] AC-1: POST /visits returns 201 when the body is valid\n"));
    }

    @Test
    @Tag("builtin-engine#AC-194")
    void a_state_that_nothing_knows_leaves_its_criterion_open()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.approved(
                        folder,
                        "",
                        "- [ ] AC-2: POST /applications/{id}/approve returns 409 for an application for an animal that is already vaccinated\n");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString())
                .contains("AC-2", "nothing in Animal says that one is 'vaccinated'");
        assertThat(text("main/java/a/ApplicationController"))
                .contains("PostMapping")
                .doesNotContain("nimals.find(");
    }

    @Test
    @Tag("builtin-engine#AC-194")
    void a_state_that_a_requirement_needs_and_nothing_knows_leaves_the_endpoint_out()
            throws IOException, InterruptedException {
        LoopStandIn loop = Shelter.approved(folder, "- The animal must be `WILD`.\n", "");
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("nothing in Animal says that one is 'WILD'");
        assertThat(text("main/java/a/ApplicationController")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-194")
    void so_does_a_state_that_it_is_to_become() throws IOException, InterruptedException {
        LoopStandIn loop = Shelter.approved(folder, "- The animal becomes `VACCINATED`.\n", "");
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("nothing in Animal says that one is 'VACCINATED'");
        assertThat(text("main/java/a/ApplicationController")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-194")
    void what_nothing_keeps_is_not_evident() throws IOException, InterruptedException {
        LoopStandIn loop =
                Shelter.project()
                        .type("Animals", "class Animals {}")
                        .built(
                                folder,
                                "approve",
                                Shelter.spec(
                                                "POST /applications/{id}/approve",
                                                "- State before: `SUBMITTED`\n- State after: `APPROVED`\n- The animal must be `AVAILABLE`.\n",
                                                "",
                                                "- [ ] AC-1: POST /applications/{id}/approve returns 200 when the request is valid\n")
                                        .replace("## Acceptance Criteria\n", Shelter.ANSWER));
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains(
                        "which animal is meant is not evident: neither the body nor Application says it in a way that ApplicationController can follow");
        assertThat(text("main/java/a/ApplicationController")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-195")
    void a_key_in_the_body_becomes_the_thing_that_a_new_one_holds()
            throws IOException, InterruptedException {
        LoopStandIn loop = Rooms.booked(folder, "");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/CreateBookingRequest"))
                .contains(code("record CreateBookingRequest(@NotNull Long roomId,"));
        assertThat(text("main/java/a/BookingController"))
                .containsSubsequence(
                        code("Room room = roomRepository.findById(request.roomId())"),
                        code(".orElseThrow(() -> new RoomNotFoundException(request.roomId()));"),
                        code("bookings.save(new Booking(room, request.title()));"));
        assertThat(text("test/java/a/BookTest"))
                .contains(
                        code("jsonPath(\"$.roomId\").value(room.getId())"),
                        code("assertThat(one.getRoom().getId()).isEqualTo(room.getId());"),
                        code("\"roomId\": 999999"));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
