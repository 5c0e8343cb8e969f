package kiro.model.builtin;

/// A small project of courts and games on them, each with a status of its own name: two nested enums are called alike.
final class Courts {
    private Courts() {}

    private static String store(String type) {
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

    private static String controller(String type, String path) {
        return """
        import b.*;

        @RestController
        @RequestMapping("/{path}")
        class {type}Controller {
            private final {type}Store store;
            {type}Controller({type}Store store) { this.store = store; }
            @GetMapping
            List<{type}> all() { return store.all(); }
        }
        """
                .replace("{type}", type)
                .replace("{path}", path);
    }

    private static SmallProject kept(SmallProject project, String name, String code) {
        return project.file("src/main/java/b/" + name + ".java", "package b;\n\n" + code);
    }

    static SmallProject project() {
        SmallProject project = SmallProject.of("validation");
        kept(
                project,
                "Court",
                "public record Court(long id, String name, Status status) { public enum Status { OPEN, CLOSED } }");
        kept(
                project,
                "Game",
                "public record Game(long id, String players, Status status) { public enum Status { PLANNED, PLAYED } }");
        kept(project, "CourtStore", store("Court"));
        kept(project, "GameStore", store("Game"));
        return project.type("CourtController", controller("Court", "courts"))
                .type("GameController", controller("Game", "games"))
                .test(
                        "CourtControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class CourtControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/courts/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    static String closing() {
        return Shelter.spec(
                "POST /courts/{id}/close",
                "- State before: `OPEN`\n- State after: `CLOSED`\n",
                "",
                """
                - [ ] AC-1: POST /courts/{id}/close returns 200 and the court when the request is valid
                - [ ] AC-2: POST /courts/{id}/close returns 409 when the court is not `OPEN`
                """);
    }

    static String playing() {
        return Shelter.spec(
                "POST /games/{id}/finish",
                "- State before: `PLANNED`\n- State after: `PLAYED`\n",
                "",
                """
                - [ ] AC-1: POST /games/{id}/finish returns 200 and the game when the request is valid
                - [ ] AC-2: POST /games/{id}/finish returns 409 when the game is not `PLANNED`
                """);
    }
}
