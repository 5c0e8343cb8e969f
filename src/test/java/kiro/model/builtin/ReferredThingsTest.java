package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fields of a body that hold the key of something of another kind.
class ReferredThingsTest {
    private static final String SPEC =
            """
            # Parcel %1$s

            ## Requirements

            - Endpoint: `%2$s`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `label` | string | %3$s | 1 to 60 characters |
            | `courierId` | integer | %3$s | %4$s |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `label` | string | what is on it |
            | `courierId` | integer | who brings it |

            ## Acceptance Criteria

            - [ ] AC-1: %2$s returns %5$s and the parcel when the body is valid
            - [ ] AC-2: %2$s returns 404 when no courier has the `courierId`
            """;
    private static final String CREATE =
            SPEC.formatted("create", "POST /parcels", "yes", "must be an existing courier", "201");
    private static final String CHANGE =
            SPEC.formatted("change", "PATCH /parcels/{id}", "no", "", "200");

    @TempDir private Path folder;

    private static String store(String type, String plural, String copy) {
        return """
        @Repository
        public class %2$s {
            private final Map<Long, %1$s> all = new ConcurrentHashMap<>();
            private final AtomicLong last = new AtomicLong();
            public %1$s insert(%1$s one) {
                var stored = new %1$s(last.incrementAndGet(), %3$s);
                all.put(stored.id(), stored);
                return stored;
            }
            public void replace(%1$s one) { all.put(one.id(), one); }
            public Optional<%1$s> find(long id) { return Optional.ofNullable(all.get(id)); }
            public List<%1$s> all() { return List.copyOf(all.values()); }
        }
        """
                .formatted(type, plural, copy);
    }

    private static SmallProject project() {
        return SmallProject.of()
                .type("Parcel", "public record Parcel(long id, String label, long courierId) {}")
                .type("Parcels", store("Parcel", "Parcels", "one.label(), one.courierId()"))
                .type(
                        "ParcelService",
                        """
                        @Service
                        class ParcelService {
                            private final Parcels parcels;
                            ParcelService(Parcels parcels) { this.parcels = parcels; }
                            Parcel get(long id) { return parcels.find(id).orElseThrow(() -> new NotFound("no parcel " + id)); }
                        }
                        """)
                .type(
                        "ParcelController",
                        """
                        @RestController
                        @RequestMapping("/parcels")
                        class ParcelController {
                            private final ParcelService parcels;
                            ParcelController(ParcelService parcels) { this.parcels = parcels; }
                        }
                        """)
                .type(
                        "NotFound",
                        "public class NotFound extends RuntimeException { public NotFound(String message) { super(message); } }")
                .type(
                        "Failures",
                        """
                        @RestControllerAdvice
                        class Failures {
                            @ExceptionHandler
                            @ResponseStatus(HttpStatus.NOT_FOUND)
                            Map<String, Object> missing(NotFound failure) { return Map.of("error", failure.getMessage()); }
                        }
                        """);
    }

    private static SmallProject withCouriers() {
        return project()
                .type("Courier", "public record Courier(long id, String name) {}")
                .type("Couriers", store("Courier", "Couriers", "one.name()"));
    }

    private String built(String name, String spec, String file)
            throws IOException, InterruptedException {
        LoopStandIn loop = withCouriers().built(folder, name, spec);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return Files.readString(folder.resolve("src/" + file + ".java"));
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void are_looked_for_in_the_store_that_keeps_them() throws IOException, InterruptedException {
        assertThat(built("parcel-create", CREATE, "main/java/a/ParcelService"))
                .containsSubsequence(
                        "ParcelService(Parcels parcels, Couriers couriers) {",
                        "if (couriers.find(courierId).isEmpty()) {",
                        "throw new NotFound(\"courier \" + courierId + \" does not exist\");",
                        "return parcels.insert(");
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void are_looked_for_in_a_change_that_sends_their_key()
            throws IOException, InterruptedException {
        assertThat(built("parcel-change", CHANGE, "main/java/a/ParcelService"))
                .contains("if (courierId != null && couriers.find(courierId).isEmpty()) {");
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void are_stored_by_tests_but_where_they_are_to_be_missing()
            throws IOException, InterruptedException {
        assertThat(built("parcel-create", CREATE, "test/java/a/ParcelCreateTest"))
                .containsSubsequence(
                        "private Courier courier;",
                        "courier = storedCourier();",
                        "mvc.perform(create(validCreate()))",
                        ".andExpect(jsonPath(\"$.courierId\").value(courier.id()))",
                        "assertThat(made.courierId()).isEqualTo(courier.id());",
                        "with_an_unknown_courier_is_refused",
                        "\"courierId\": 999999",
                        "\"courierId\": %s",
                        ".formatted(courier.id());");
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void keep_the_endpoint_from_being_written_where_a_rule_asks_for_them_and_nothing_keeps_them()
            throws IOException, InterruptedException {
        assertThat(project().built(folder, "parcel-create", CREATE).problem())
                .contains("how to find out whether there is a courier with this courierId");
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void leave_the_criterion_alone_open_that_asks_for_what_nothing_keeps()
            throws IOException, InterruptedException {
        LoopStandIn loop = project().built(folder, "parcel-change", CHANGE);

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop))
                .filteredOn(note -> note.contains("\" stays open"))
                .singleElement()
                .asString()
                .contains("AC-2", "there is a courier with this courierId");
    }

    @Test
    @Tag("builtin-engine#AC-146")
    void and_comparisons_are_named_where_parameters_of_a_query_have_such_rules()
            throws IOException, InterruptedException {
        String list =
                """
                # Parcel list

                ## Requirements

                - Endpoint: `GET /parcels`
                - Authentication: none

                Query parameters:

                | Field | Type | Required | Constraints |
                |---|---|---|---|
                | `courierId` | integer | no | must be an existing courier; filters |
                | `first` | integer | no | at least 1 |
                | `last` | integer | no | at least `first` |

                Response fields:

                | Field | Type | Meaning |
                |---|---|---|
                | `id` | integer | the number |
                | `label` | string | what is on it |

                ## Acceptance Criteria

                - [ ] AC-1: GET /parcels returns 200 and all parcels when no filter is given
                """;
        LoopStandIn loop = withCouriers().built(folder, "parcel-list", list);

        assertThat(String.join("\n", SmallProject.notes(loop)) + loop.problem())
                .contains("last is compared with first", "courierId is the key of a courier");
    }
}
