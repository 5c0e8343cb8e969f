package kiro.model.builtin;

/// A small project of applications for jobs and the interviews about them; all its controllers answer under `/api`.
final class Hiring {
    static final String ALL = "List<{type}> all() { return store.all(); }";

    private Hiring() {}

    static String store(String type) {
        return """
        @Component
        public class {type}Store {
            private final Map<Long, {type}> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<{type}> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<{type}> all() { return List.copyOf(byId.values()); }
            public void save({type} one) { byId.put(one.id(), one); }
        }
        """
                .replace("{type}", type);
    }

    static String controller(String type, String path, String body) {
        return """
        @RestController
        @RequestMapping("/api")
        class {type}Controller {
            private final {type}Store store;
            {type}Controller({type}Store store) { this.store = store; }
            @GetMapping("/{path}")
            {body}
        }
        """
                .replace("{body}", body)
                .replace("{type}", type)
                .replace("{path}", path);
    }

    static SmallProject project() {
        return SmallProject.of("validation")
                .type("Stage", "public enum Stage { RECEIVED, INVITED, DECLINED }")
                .type("Opening", "public record Opening(long id, String title) {}")
                .type(
                        "JobApplication",
                        "public record JobApplication(long id, String applicant, Stage stage) {}")
                .type(
                        "Interview",
                        "public record Interview(long id, long jobApplicationId, String room) {}")
                .type("OpeningStore", store("Opening"))
                .type("JobApplicationStore", store("JobApplication"))
                .type("InterviewStore", store("Interview"))
                .type("OpeningController", controller("Opening", "openings", ALL))
                .type("JobApplicationController", controller("JobApplication", "applications", ALL))
                .type(
                        "InterviewController",
                        controller(
                                "Interview",
                                "applications/{id}/interviews",
                                "List<Interview> all(@PathVariable long id) { return store.all().stream().filter(one -> one.jobApplicationId() == id).toList(); }"))
                .test(
                        "OpeningControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class OpeningControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/api/openings/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    static String reading() {
        return Shelter.spec(
                        "GET /api/applications/{id}",
                        "",
                        "",
                        """
                        - [ ] AC-1: GET /api/applications/{id} returns 200 and the application when it exists
                        - [ ] AC-2: GET /api/applications/{id} returns 404 when no application has this id
                        """)
                .replace(
                        "## Acceptance",
                        "Response fields: `id`, `applicant`, `stage`.\n\n## Acceptance");
    }

    static String inviting(String state) {
        return Shelter.spec(
                        "POST /api/applications/{id}/interviews",
                        "- State after: `" + state + "`\n",
                        "| `room` | string | yes | 1 to 60 characters |\n",
                        """
                        - [ ] AC-1: POST /api/applications/{id}/interviews returns 201 and the interview when the body is valid
                        - [ ] AC-2: POST /api/applications/{id}/interviews returns 404 when no application has this id
                        """)
                .replace("## Acceptance", "Response fields: `id`, `room`.\n\n## Acceptance");
    }
}
