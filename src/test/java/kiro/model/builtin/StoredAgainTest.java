package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is changed is stored by what keeps its id.
@Tag("builtin-engine#AC-120")
class StoredAgainTest {
    private static final String SPEC =
            """
            # Boat closing

            ## Requirements

            - Endpoint: `POST /boats/{id}/close`
            - Authentication: none
            - Sets: `open` = false

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | long | |
            | `open` | boolean | |

            ## Acceptance Criteria

            - [ ] AC-1: POST /boats/{id}/close returns 200 and the boat
            - [ ] AC-2: POST /boats/{id}/close returns 404 when the boat does not exist
            """;

    private static final String ADD =
            """
                public Boat add(Boat boat) {
                    boat.setId(lastId.incrementAndGet());
                    return boats(boat);
                }
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String storing) throws IOException, InterruptedException {
        return project(storing).built(folder, "boat-closing", SPEC);
    }

    private static SmallProject project(String storing) {
        return SmallProject.of()
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
                .type(
                        "Boat",
                        """
                        public class Boat {
                            private long id;
                            private boolean open = true;
                            public long getId() { return id; }
                            public void setId(long id) { this.id = id; }
                            public boolean isOpen() { return open; }
                            public void setOpen(boolean open) { this.open = open; }
                        }
                        """)
                .type(
                        "BoatStore",
                        """
                        @Component
                        public class BoatStore {
                            private final Map<Long, Boat> all = new ConcurrentHashMap<>();
                            private final AtomicLong lastId = new AtomicLong();
                        %s
                            public Optional<Boat> find(long id) { return Optional.ofNullable(all.get(id)); }
                        }
                        """
                                .formatted(storing.replace("boats(boat)", "kept(boat)") + KEPT));
    }

    private static final String KEPT =
            """
                private Boat kept(Boat boat) {
                    all.put(boat.getId(), boat);
                    return boat;
                }
            """;

    private String main(String type) throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/" + type + ".java"));
    }

    @Test
    void the_method_that_makes_an_id_is_for_new_ones_alone()
            throws IOException, InterruptedException {
        LoopStandIn loop = built(ADD + "    public Boat put(Boat boat) { return boats(boat); }\n");

        assertThat(loop.problem()).isEmpty();
        assertThat(main("BoatController")).contains("boats.put(").doesNotContain("boats.add(");
    }

    @Test
    void which_of_them_makes_an_id_counts_more_than_their_names()
            throws IOException, InterruptedException {
        built(
                "    public Boat add(Boat boat) { return boats(boat); }\n"
                        + ADD.replace("add(", "save("));

        assertThat(main("BoatController")).contains("boats.add(").doesNotContain("boats.save(");
    }

    @Test
    void where_none_tells_their_names_do() throws IOException, InterruptedException {
        built(
                "    public Boat insert(Boat boat) { return boats(boat); }\n"
                        + "    public Boat store(Boat boat) { return boats(boat); }\n");

        assertThat(main("BoatController")).contains("boats.store(").doesNotContain("boats.insert(");
    }

    @Test
    void one_that_keeps_an_id_which_is_there_keeps_what_is_changed()
            throws IOException, InterruptedException {
        built(
                """
                    public Boat save(Boat boat) {
                        if (boat.getId() == 0) {
                            boat.setId(lastId.incrementAndGet());
                        }
                        return boats(boat);
                    }
                """);

        assertThat(main("BoatController")).contains("boats.save(");
    }

    @Test
    void where_there_is_but_one_for_new_ones_another_is_written()
            throws IOException, InterruptedException {
        LoopStandIn loop = built(ADD);

        assertThat(loop.problem()).isEmpty();
        assertThat(main("BoatController")).contains("boats.update(").doesNotContain("boats.add(");
        assertThat(main("BoatStore"))
                .contains("void update(Boat boat)", "all.put(boat.getId(), boat);");
    }

    /// The test has the very object that the code works on.
    @Test
    void a_test_knows_the_id_from_before_the_request() throws IOException, InterruptedException {
        built(ADD + "    public Boat put(Boat boat) { return boats(boat); }\n");

        assertThat(Files.readString(folder.resolve("src/test/java/a/BoatClosingTest.java")))
                .contains("long boatId = boat.getId();", "jsonPath(\"$.id\").value(boatId)")
                .containsOnlyOnce("boat.getId()");
    }

    /// It needs none of its own.
    @Test
    @Tag("builtin-engine#AC-123")
    void what_is_new_gets_its_id_from_the_store() throws IOException, InterruptedException {
        LoopStandIn loop =
                project(ADD)
                        .built(
                                folder,
                                "boat-creation",
                                """
                                # Boat creation

                                ## Requirements

                                - Endpoint: `POST /boats`
                                - Authentication: none

                                Request body:

                                | Field | Type | Required |
                                |---|---|---|
                                | `open` | boolean | yes |

                                Response fields:

                                | Field | Type |
                                |---|---|
                                | `id` | long |
                                | `open` | boolean |

                                ## Acceptance Criteria

                                - [ ] AC-1: POST /boats returns 201 and the boat when the body is valid
                                """);

        assertThat(loop.problem()).isEmpty();
        assertThat(main("BoatController"))
                .contains("Boat boat = new Boat();", "boats.add(boat)")
                .doesNotContain("setId(");
    }
}
