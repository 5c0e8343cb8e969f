package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Resources that never change: they are made by builders and static methods, and what is changed is a copy.
@Tag("builtin-engine#AC-130")
class BuiltObjectsTest {
    private static final String FIELDS =
            """
            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | yes | 1 to 40 characters |

            Response fields: `id`, `name`, `status`

            """;

    private static final String CREATE =
            """
            # Boat launch

            ## Requirements

            - Endpoint: `POST /boats`
            - Authentication: none

            %s
            ## Acceptance Criteria

            - [ ] AC-1: POST /boats returns 201 and the boat when the body is valid
            """
                    .formatted(FIELDS);

    private static final String UPDATE =
            """
            # Boat change

            ## Requirements

            - Endpoint: `PUT /boats/{id}`
            - Authentication: none

            %s
            ## Acceptance Criteria

            - [ ] AC-1: PUT /boats/{id} returns 200 and the boat when the body is valid
            """
                    .formatted(FIELDS);

    private static final String SCRAP =
            """
            # Boat scrapping

            ## Requirements

            - Endpoint: `POST /boats/{id}/scrap`
            - Authentication: none
            - State before: `AFLOAT`
            - State after: `SCRAPPED`

            Response fields: `id`, `name`, `status`

            ## Acceptance Criteria

            - [ ] AC-1: POST /boats/{id}/scrap returns 200 and the boat
            - [ ] AC-2: POST /boats/{id}/scrap returns 409 when the boat has been scrapped already
            """;

    private static final String BUILT =
            """
            public final class Boat {
                private final UUID id;
                private final String name;
                private final Status status;
                private Boat(Builder builder) { id = builder.id; name = builder.name; status = builder.status; }
                public UUID getId() { return id; }
                public String getName() { return name; }
                public Status getStatus() { return status; }
                public static Builder builder() { return new Builder(); }
                public Builder toBuilder() { return new Builder().id(id).name(name).status(status); }
                public static final class Builder {
                    private UUID id;
                    private String name;
                    private Status status = Status.AFLOAT;
                    public Builder id(UUID id) { this.id = id; return this; }
                    public Builder name(String name) { this.name = name; return this; }
                    public Builder status(Status status) { this.status = status; return this; }
                    public Boat build() { return new Boat(this); }
                }
            }
            """;

    private static final String MADE =
            """
            public final class Boat {
                private final UUID id;
                private final String name;
                private final Status status;
                private Boat(UUID id, String name, Status status) { this.id = id; this.name = name; this.status = status; }
                public static Boat launched(UUID id, String name) { return new Boat(id, name, Status.AFLOAT); }
                public UUID getId() { return id; }
                public String getName() { return name; }
                public Status getStatus() { return status; }
                public Boat withName(String newName) { return new Boat(id, newName, status); }
                public Boat withStatus(Status newStatus) { return new Boat(id, name, newStatus); }
            }
            """;

    @TempDir private Path folder;

    private void built(String boat, String name, String spec)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "BoatController",
                                """
                                @RestController
                                @RequestMapping("/boats")
                                class BoatController {
                                    private final BoatStore boats;
                                    BoatController(BoatStore boats) { this.boats = boats; }
                                }
                                """)
                        .type("Status", "public enum Status { AFLOAT, SCRAPPED }")
                        .type("Boat", boat)
                        .type(
                                "BoatStore",
                                """
                                @Repository
                                public class BoatStore {
                                    private final Map<UUID, Boat> all = new ConcurrentHashMap<>();
                                    public Boat save(Boat boat) { all.put(boat.getId(), boat); return boat; }
                                    public Optional<Boat> findById(UUID id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Boat> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, name, spec);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
    }

    private String controller() throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/BoatController.java"))
                .replaceAll("\\s*\\n\\s*", "");
    }

    private String test(String name) throws IOException {
        return Files.readString(folder.resolve("src/test/java/a/" + name + ".java"))
                .replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    void a_builder_makes_a_new_one() throws IOException, InterruptedException {
        built(BUILT, "boat-launch", CREATE);

        assertThat(controller())
                .contains("Boat.builder().id(UUID.randomUUID()).name(request.name()).build()");
    }

    @Test
    void a_builder_makes_the_copy_that_is_stored() throws IOException, InterruptedException {
        built(BUILT, "boat-change", UPDATE);

        assertThat(controller())
                .contains("boats.save(boat.toBuilder().name(request.name()).build())");
        assertThat(test("BoatChangeTest"))
                .contains(
                        "Boat.builder().id(UUID.randomUUID()).name(\"Some name\").status(Status.AFLOAT).build()")
                .contains("assertThat(boats.findById(boat.getId()).orElseThrow().getName())");
    }

    @Test
    void a_state_is_set_in_a_copy_and_a_refused_request_changes_nothing()
            throws IOException, InterruptedException {
        built(BUILT, "boat-scrapping", SCRAP);

        assertThat(controller()).contains("boat.toBuilder().status(Status.SCRAPPED).build()");
        assertThat(test("BoatScrappingTest"))
                .contains(".status(Status.SCRAPPED).build()")
                .contains(".usingRecursiveComparison().isEqualTo(stored)");
    }

    @Test
    void a_static_method_makes_a_new_one() throws IOException, InterruptedException {
        built(MADE, "boat-launch", CREATE);

        assertThat(controller()).contains("Boat.launched(UUID.randomUUID(), request.name())");
    }

    @Test
    void withers_make_the_copy_and_bring_what_tests_store_into_its_state()
            throws IOException, InterruptedException {
        built(MADE, "boat-scrapping", SCRAP);

        assertThat(controller()).contains("boats.save(boat.withStatus(Status.SCRAPPED))");
        assertThat(test("BoatScrappingTest"))
                .contains(
                        "Boat.launched(UUID.randomUUID(), \"Some name\").withStatus(Status.SCRAPPED)");
    }

    @Test
    void what_nothing_can_change_is_named() throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "BoatController",
                                """
                                @RestController
                                @RequestMapping("/boats")
                                class BoatController {
                                    private final BoatStore boats;
                                    BoatController(BoatStore boats) { this.boats = boats; }
                                }
                                """)
                        .type("Status", "public enum Status { AFLOAT, SCRAPPED }")
                        .type("Boat", MADE.replaceAll("(?m)^ *public Boat with.*\\n", ""))
                        .type(
                                "BoatStore",
                                """
                                @Repository
                                public class BoatStore {
                                    private final Map<UUID, Boat> all = new ConcurrentHashMap<>();
                                    public Boat save(Boat boat) { all.put(boat.getId(), boat); return boat; }
                                    public Optional<Boat> findById(UUID id) { return Optional.ofNullable(all.get(id)); }
                                }
                                """)
                        .built(folder, "boat-change", UPDATE);

        assertThat(loop.problem())
                .contains(
                        "Boat.name has no setter, and no copy of a Boat with another one can be made");
    }
}
