package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests compare what can be known: what was sent, what is stored, what an object works out.
class ComparedAnswersTest {
    private static final String READ =
            """
            - Endpoint: `GET /boats/{id}`
            - Authentication: bearer token

            Response fields: `id`, `name`, `total`, `status`, `launchedAt`
            """;

    private static final String CHANGE =
            """
            - Endpoint: `PUT /boats/{id}`
            - Authentication: bearer token
            - Access: owner
            - Owner: `owner`
            %s
            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | yes | 1 to 40 characters |
            | `phone` | string | no | at most 40 characters |

            Response fields: `id`, `name`, `phone`
            """;

    @TempDir private Path folder;

    private String test(String requirements, String criteria)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Boats.project().built(folder, "boats", Boats.spec(requirements, criteria));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return flat("src/test/java/a/BoatsTest.java");
    }

    private String flat(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    @Tag("builtin-engine#AC-131")
    void what_an_object_works_out_is_compared_with_the_answer()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                READ,
                                "- [ ] AC-1: GET /boats/{id} returns 200 and the boat with its `total`\n"))
                .contains("jsonPath(\"$.total\").value(boat.getTotal().doubleValue())")
                .doesNotContain("hasJsonPath");
    }

    @Test
    @Tag("builtin-engine#AC-131")
    void a_field_that_a_criterion_names_has_the_stored_value()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                READ,
                                "- [ ] AC-1: GET /boats/{id} returns 200 and the boat with its `launchedAt`\n"))
                .contains("jsonPath(\"$.launchedAt\").value(\"2026-01-05T09:00:00Z\")");
    }

    @Test
    @Tag("builtin-engine#AC-132")
    void a_field_that_is_cleared_is_looked_for_where_it_is_stored()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                CHANGE.formatted(""),
                                "- [ ] AC-1: PUT /boats/{id} returns 200 and the boat when the body is valid\n"
                                        + "- [ ] AC-2: Leaving out `phone` clears it\n"))
                .contains("assertThat(stored.getPhone()).isNull();");
    }

    @Test
    @Tag("builtin-engine#AC-132")
    void what_the_project_gives_a_new_resource_is_looked_at()
            throws IOException, InterruptedException {
        String test =
                test(
                        """
                        - Endpoint: `POST /moorings`
                        - Authentication: none

                        Request fields:

                        | Field | Type | Required | Constraints |
                        |---|---|---|---|
                        | `place` | string | yes | 1 to 40 characters |

                        Response fields: `id`, `place`, `status`, `createdAt`
                        """,
                        "- [ ] AC-1: POST /moorings returns 201 and the mooring when the body is valid\n",
                        Boats.project()
                                .type(
                                        "Mooring",
                                        """
                                        @Value
                                        @Builder
                                        public class Mooring {
                                            UUID id;
                                            String place;
                                            @Builder.Default Status status = Status.AFLOAT;
                                            Instant createdAt;
                                        }
                                        """)
                                .type(
                                        "MooringController",
                                        """
                                        @RestController
                                        @RequestMapping("/moorings")
                                        public class MooringController {
                                            private final MooringStore moorings;
                                            public MooringController(MooringStore moorings) { this.moorings = moorings; }
                                        }
                                        """)
                                .type(
                                        "MooringStore",
                                        """
                                        @Repository
                                        public class MooringStore {
                                            private final Map<UUID, Mooring> all = new ConcurrentHashMap<>();
                                            public Mooring save(Mooring mooring) { all.put(mooring.getId(), mooring); return mooring; }
                                            public Optional<Mooring> findById(UUID id) { return Optional.ofNullable(all.get(id)); }
                                            public List<Mooring> findAll() { return List.copyOf(all.values()); }
                                        }
                                        """));

        assertThat(test)
                .contains("jsonPath(\"$.status\").value(\"AFLOAT\")")
                .contains("assertThat(made.getStatus()).isEqualTo(Status.AFLOAT);")
                .contains("assertThat(made.getCreatedAt()).isBetween(before, Instant.now());");
    }

    private String test(String requirements, String criteria, SmallProject project)
            throws IOException, InterruptedException {
        LoopStandIn loop = project.built(folder, "boats", Boats.spec(requirements, criteria));
        assertThat(loop.problem()).isEmpty();
        return flat("src/test/java/a/BoatsTest.java");
    }

    @Test
    @Tag("builtin-engine#AC-134")
    void a_put_keeps_what_is_not_sent_where_the_spec_says_so()
            throws IOException, InterruptedException {
        String test =
                test(
                        CHANGE.formatted("- A field that is absent keeps its value\n"),
                        "- [ ] AC-1: PUT /boats/{id} returns 200 and the boat when the body is valid\n");

        assertThat(flat("src/main/java/a/BoatController.java"))
                .contains(".phone(request.phone() == null ? boat.getPhone() : request.phone())");
        assertThat(test).contains("assertThat(stored.getPhone()).isEqualTo(\"+4915112345678\");");
    }

    @Test
    @Tag("builtin-engine#AC-135")
    void an_exception_that_takes_a_status_is_raised_with_it()
            throws IOException, InterruptedException {
        test(
                CHANGE.formatted("- State before: `AFLOAT`\n"),
                "- [ ] AC-1: PUT /boats/{id} returns 200 and the boat when the body is valid\n"
                        + "- [ ] AC-2: PUT /boats/{id} returns 409 when the boat is `SCRAPPED`\n"
                        + "- [ ] AC-3: PUT /boats/{id} returns 404 when no boat has this id\n");

        assertThat(flat("src/main/java/a/BoatController.java"))
                .contains("throw new ApiException(HttpStatus.CONFLICT, \"boat \" + id")
                .contains("new ApiException(HttpStatus.NOT_FOUND,");
    }

    @Test
    @Tag("builtin-engine#AC-132")
    void an_amount_that_the_spec_sets_is_given_and_looked_at()
            throws IOException, InterruptedException {
        String test =
                test(
                        """
                        - Endpoint: `POST /boats/{id}/refit`
                        - Authentication: bearer token
                        - Access: owner
                        - Owner: `owner`
                        - Sets: `price` = 45

                        Response fields: `id`, `price`
                        """,
                        "- [ ] AC-1: POST /boats/{id}/refit returns 200 and the boat\n");

        assertThat(flat("src/main/java/a/BoatController.java"))
                .contains("boat.toBuilder().price(new BigDecimal(\"45\")).build()");
        assertThat(test).contains(".isEqualByComparingTo(new BigDecimal(\"45\"));");
    }
}
