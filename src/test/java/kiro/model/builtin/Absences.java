package kiro.model.builtin;

/// A small project of absences, which belong to those who are absent.
final class Absences {
    private static final String STORE =
            """
            @Component
            public class AbsenceStore {
                private final Map<Long, Absence> byId = new ConcurrentSkipListMap<>();
                private final AtomicLong last = new AtomicLong();
                public long nextId() { return last.incrementAndGet(); }
                public Absence get(long id) {
                    Absence absence = byId.get(id);
                    if (absence == null) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    return absence;
                }
                public List<Absence> all() { return List.copyOf(byId.values()); }
                public void save(Absence one) { byId.put(one.id(), one); }
                public void remove(long id) { byId.remove(id); }
            }
            """;

    private Absences() {}

    static SmallProject project() {
        return SmallProject.of("validation")
                .type(
                        "Absence",
                        "public record Absence(long id, String personId, LocalDate startsOn, LocalDate endsOn) {}")
                .type("AbsenceStore", STORE)
                .type("Caller", "public record Caller(String name) {}")
                .type(
                        "CallerResolver",
                        """
                        @Component
                        public class CallerResolver implements HandlerMethodArgumentResolver {
                            private static final Map<String, Caller> TOKENS = Map.of("t-ada", new Caller("ada"), "t-ben", new Caller("ben"));
                            public boolean supportsParameter(MethodParameter parameter) { return parameter.getParameterType() == Caller.class; }
                            public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
                                Caller caller = TOKENS.get(String.valueOf(request.getHeader("Authorization")).replace("Bearer ", ""));
                                if (caller == null) { throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "sign in first"); }
                                return caller;
                            }
                        }
                        """)
                .type(
                        "AbsenceController",
                        """
                        @RestController
                        @RequestMapping("/absences")
                        class AbsenceController {
                            private final AbsenceStore absences;
                            AbsenceController(AbsenceStore absences) { this.absences = absences; }
                            @GetMapping
                            List<Absence> mine(Caller caller) {
                                return absences.all().stream().filter(one -> one.personId().equals(caller.name())).toList();
                            }
                        }
                        """)
                .test(
                        "AbsenceControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class AbsenceControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/absences")).andExpect(status().isUnauthorized());
                            }
                        }
                        """);
    }
}
