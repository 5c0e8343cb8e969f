package kiro.model.builtin;

/// A small project whose boats never change, and have owners, a length, a price and what follows from these.
final class Boats {
    static final String BOAT =
            """
            @Value
            @Builder(toBuilder = true)
            public class Boat {
                UUID id;
                String owner;
                String name;
                int length;
                BigDecimal price;
                @Builder.Default Status status = Status.AFLOAT;
                String phone;
                Instant launchedAt;
                public BigDecimal getTotal() { return price.multiply(BigDecimal.valueOf(length)); }
            }
            """;

    private static final String RESOLVER =
            """
            @Component
            public class CallerResolver implements HandlerMethodArgumentResolver {
                private static final Map<String, Caller> TOKENS =
                        Map.of("t-ada", new Caller("ada", Role.SAILOR), "t-ben", new Caller("ben", Role.SAILOR), "t-eva", new Caller("eva", Role.WARDEN));
                public boolean supportsParameter(MethodParameter parameter) { return parameter.getParameterType() == Caller.class; }
                public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
                    Caller caller = TOKENS.get(String.valueOf(request.getHeader("Authorization")).replace("Bearer ", ""));
                    if (caller == null) { throw new ApiException(HttpStatus.UNAUTHORIZED, "sign in first"); }
                    return caller;
                }
            }
            """;

    private Boats() {}

    static SmallProject project() {
        return SmallProject.of("validation")
                .type(
                        "BoatController",
                        """
                        @RestController
                        @RequestMapping("/boats")
                        public class BoatController {
                            private final BoatStore boats;
                            public BoatController(BoatStore boats) { this.boats = boats; }
                            @PostMapping
                            public Boat launch(Caller caller, @RequestBody Boat boat) {
                                return boats.save(Boat.builder().id(UUID.randomUUID()).owner(caller.name()).name(boat.getName()).build());
                            }
                        }
                        """)
                .type("Status", "public enum Status { AFLOAT, SCRAPPED }")
                .type("Role", "public enum Role { SAILOR, WARDEN }")
                .type("Caller", "public record Caller(String name, Role role) {}")
                .type("CallerResolver", RESOLVER)
                .type(
                        "ApiException",
                        """
                        public class ApiException extends RuntimeException {
                            private final HttpStatus status;
                            public ApiException(HttpStatus status, String message) { super(message); this.status = status; }
                            public HttpStatus getStatus() { return status; }
                        }
                        """)
                .type(
                        "Errors",
                        """
                        @RestControllerAdvice
                        class Errors {
                            @ExceptionHandler
                            ProblemDetail api(ApiException e) { return ProblemDetail.forStatusAndDetail(e.getStatus(), e.getMessage()); }
                        }
                        """)
                .type("Boat", BOAT)
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
                        """);
    }

    /// A spec of these boats.
    static String spec(String requirements, String criteria) {
        return "# Boats\n\n## Requirements\n\n"
                + requirements
                + "\n## Acceptance Criteria\n\n"
                + criteria;
    }
}
