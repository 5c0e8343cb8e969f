package kiro.model.builtin;

import java.io.IOException;
import java.nio.file.Path;

/// A small project of animals, with applications for them and visits to them.
final class Shelter {
    /// The heading of the criteria, and the fields of an application before it.
    static final String ANSWER =
            """
            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | |
            | `animalId` | integer | |
            | `status` | string | `SUBMITTED`, `APPROVED` or `REJECTED` |
            | `decisionNote` | string | |

            ## Acceptance Criteria
            """;

    private Shelter() {}

    private static String store(String type) {
        return """
        @Component
        public class %ss {
            private final Map<Long, %s> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<%s> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<%s> all() { return List.copyOf(byId.values()); }
            public void save(%s one) { byId.put(one.id(), one); }
            public void remove(long id) { byId.remove(id); }
        }
        """
                .replace("%s", type);
    }

    static SmallProject project() {
        return SmallProject.of("validation")
                .type("Condition", "public enum Condition { ADOPTED, AVAILABLE, RESERVED }")
                .type("Progress", "public enum Progress { SUBMITTED, APPROVED, REJECTED }")
                .type("Animal", "public record Animal(long id, String name, Condition status) {}")
                .type(
                        "Application",
                        "public record Application(long id, long animalId, Progress status, String decisionNote) {}")
                .type("Visit", "public record Visit(long id, Long animalId, String guest) {}")
                .type("Animals", store("Animal"))
                .type("Applications", store("Application"))
                .type("Visits", store("Visit"))
                .type(
                        "ApplicationController",
                        """
                        @RestController
                        class ApplicationController {
                            private final Applications applications;
                            ApplicationController(Applications applications) { this.applications = applications; }
                            @GetMapping("/applications/{id}")
                            Application get(@PathVariable long id) {
                                return applications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                            }
                        }
                        """)
                .type(
                        "AnimalController",
                        """
                        @RestController
                        class AnimalController {
                            private final Animals animals;
                            private final Visits visits;
                            AnimalController(Animals animals, Visits visits) { this.animals = animals; this.visits = visits; }
                            @GetMapping("/animals/{id}")
                            Animal get(@PathVariable long id) {
                                return animals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                            }
                        }
                        """)
                .type(
                        "VisitController",
                        """
                        @RestController
                        class VisitController {
                            private final Visits visits;
                            VisitController(Visits visits) { this.visits = visits; }
                            @GetMapping("/visits/{id}")
                            Visit get(@PathVariable long id) {
                                return visits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                            }
                        }
                        """)
                .test(
                        "AnimalControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class AnimalControllerTest {
                            @Autowired private MockMvc mvc;
                            @Autowired private Animals animals;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/animals/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    /// A spec of an endpoint without authentication.
    ///
    /// @param fields rows of what is sent; empty where nothing is
    static String spec(String endpoint, String requirements, String fields, String criteria) {
        String sent =
                fields.isEmpty()
                        ? ""
                        : "Request fields:\n\n| Field | Type | Required | Constraints |\n|---|---|---|---|\n"
                                + fields
                                + "\n";
        return "# Work\n\n## Requirements\n\n- Endpoint: `%s`\n- Authentication: none\n%s\n%s## Acceptance Criteria\n\n%s"
                .formatted(endpoint, requirements, sent, criteria);
    }

    /// The engine on what approves an application.
    static LoopStandIn approved(Path folder, String requirement, String criteria)
            throws IOException, InterruptedException {
        String spec =
                spec(
                                "POST /applications/{id}/approve",
                                "- State before: `SUBMITTED`\n- State after: `APPROVED`\n"
                                        + requirement,
                                "| `decisionNote` | string | no | at most 60 characters |\n",
                                "- [ ] AC-1: POST /applications/{id}/approve returns 200 and the application when the body is valid\n"
                                        + criteria)
                        .replace("## Acceptance Criteria\n", ANSWER);
        return project().built(folder, "approve", spec);
    }
}
