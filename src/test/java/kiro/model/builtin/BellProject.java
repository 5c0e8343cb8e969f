package kiro.model.builtin;

/// A small project of bells, which are kept in memory and have a controller without endpoints.
final class BellProject {
    private BellProject() {}

    /// @param components of a bell, behind its id
    static SmallProject of(String components) {
        return SmallProject.of("validation")
                .type("Bell", "public record Bell(long id, %s) {}".formatted(components))
                .type(
                        "BellController",
                        """
                        @RestController
                        @RequestMapping("/bells")
                        class BellController {
                            private final Bells bells;
                            BellController(Bells bells) { this.bells = bells; }
                        }
                        """)
                .type(
                        "Bells",
                        """
                        @Repository
                        public class Bells {
                            private final Map<Long, Bell> all = new ConcurrentHashMap<>();
                            public void save(Bell bell) { all.put(bell.id(), bell); }
                            public Optional<Bell> findById(long id) { return Optional.ofNullable(all.get(id)); }
                            public List<Bell> findAll() { return List.copyOf(all.values()); }
                        }
                        """);
    }
}
