package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallersOfProjectsTest {
    private static final String CONTROLLER =
            """
            package a;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Tours {
                %s
                @GetMapping("/tours/{id}")
                String read(@PathVariable long id%s) { return %s; }
            }
            """;

    private static SpringProject project(Map<String, String> sources) {
        var files = new TreeMap<String, String>();
        files.put("pom.xml", "<project/>");
        sources.forEach((name, text) ->
                files.put(name.contains(".") ? name : "src/main/java/a/" + name + ".java", text));
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);
    }

    private static String guard(String body) {
        return """
        package a;
        class Gate extends OncePerRequestFilter {
            %s
        }
        """
                .formatted(body);
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void users_are_known_that_a_method_makes_from_what_it_is_called_with() {
        SpringProject project =
                project(
                        Map.of(
                                "pom.xml",
                                "<project><dependency><artifactId>spring-boot-starter-security</artifactId></dependency></project>",
                                "Security",
                                """
                                package a;
                                class Security {
                                    UserDetailsService accounts() {
                                        return new InMemoryUserDetailsManager(
                                                account("alice", "MEMBER"), account("ines", "ADMIN"));
                                    }
                                    static UserDetails account(String name, String role) {
                                        return User.withUsername(name).password("{noop}" + name + "-pw").roles(role).build();
                                    }
                                }
                                """));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Passwords(
                                List.of(
                                        new Credentials.User(
                                                "alice", "alice-pw", List.of("MEMBER")),
                                        new Credentials.User(
                                                "ines", "ines-pw", List.of("ADMIN")))));
    }

    @Test
    @Tag("builtin-engine#AC-23")
    void an_exception_need_not_be_called_one() {
        SpringProject project =
                project(
                        Map.of(
                                "Errors",
                                """
                                package a;
                                @RestControllerAdvice
                                class Errors {
                                    @ExceptionHandler @ResponseStatus(HttpStatus.UNAUTHORIZED)
                                    String on(KeyMissing e, WebRequest request) { return ""; }
                                }
                                """,
                                "KeyMissing",
                                "package a; class KeyMissing extends RuntimeException {}",
                                "Keys",
                                "package a; class Keys implements HandlerMethodArgumentResolver { Object resolveArgument() { throw new KeyMissing(); } }"));

        assertThat(project.failures().statuses()).isEqualTo(Map.of("KeyMissing", 401));
        assertThat(project.protection().kind()).isEqualTo(Protection.Kind.RESOLVER);
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void callers_are_known_by_a_column_that_their_class_does_not_have() {
        SpringProject project =
                project(
                        Map.of(
                                "TokenFilter",
                                """
                                package a;
                                class TokenFilter extends OncePerRequestFilter {
                                    private final Drivers drivers;
                                    void doFilterInternal(HttpServletRequest request) {
                                        String header = request.getHeader("Authorization");
                                        if (!header.startsWith("Bearer ")) { response.setStatus(401); }
                                        Optional.of(header).flatMap(drivers::findByApiToken);
                                    }
                                }
                                """,
                                "Drivers",
                                "package a; class Drivers { JdbcClient jdbc; java.util.Optional<Driver> findByApiToken(String token) { return null; } }",
                                "Driver",
                                "package a; record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }",
                                "src/main/resources/data.sql",
                                "insert into driver (id, name, role, api_token) values (1, 'Mara', 'MANAGER', 't-1'), (2, 'Dov', 'DRIVER', 't-2');"));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "Authorization",
                                "Bearer ",
                                List.of(
                                        new Credentials.Token("t-1", "1", List.of("MANAGER")),
                                        new Credentials.Token("t-2", "2", List.of("DRIVER")))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void callers_are_known_by_the_column_that_a_store_compares_with_what_is_shown() {
        for (String finder : List.of("byApiKey", "whoHas")) {
            assertThat(project(keyed(finder)).credentials())
                    .as(finder)
                    .isEqualTo(
                            new Credentials.Tokens(
                                    "X-Runner-Key",
                                    "",
                                    List.of(
                                            new Credentials.Token("k-1", "1", List.of("RUNNER")),
                                            new Credentials.Token(
                                                    "k-3", "3", List.of("ORGANISER")))));
        }
    }

    private static Map<String, String> keyed(String finder) {
        return Map.of(
                "SignedInResolver",
                """
                package a;
                class SignedInResolver implements HandlerMethodArgumentResolver {
                    private final RunnerStore runners;
                    boolean supportsParameter(MethodParameter p) { return true; }
                    Runner resolveArgument(NativeWebRequest request) {
                        String key = request.getHeader("X-Runner-Key");
                        if (key == null) { throw ApiException.unauthorized(); }
                        return runners.%s(key).orElseThrow(ApiException::unauthorized);
                    }
                }
                """
                        .formatted(finder),
                "RunnerStore",
                """
                package a;
                @Repository
                class RunnerStore {
                    private final JdbcTemplate jdbc;
                    java.util.Optional<Runner> %s(String apiKey) {
                        return jdbc.query("select id, name, role from runners where api_key = ?", ROW, apiKey).stream().findFirst();
                    }
                }
                """
                        .formatted(finder),
                "Runner",
                "package a; record Runner(long id, String name, Role role) { enum Role { RUNNER, ORGANISER } }",
                "src/main/resources/schema.sql",
                "create table runners (id bigint primary key, name varchar(80) not null, api_key varchar(64) not null unique, role varchar(20) not null);",
                "src/main/resources/data.sql",
                "insert into runners (id, name, api_key, role) values (1, 'Tam', 'k-1', 'RUNNER'), (3, 'Wilf', 'k-3', 'ORGANISER');");
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void callers_whose_key_is_their_token_are_told_apart_by_what_else_is_known_of_them() {
        SpringProject project =
                project(
                        Map.of(
                                "KeyInterceptor",
                                """
                                package a;
                                class KeyInterceptor implements HandlerInterceptor {
                                    static final String ATTRIBUTE = Client.class.getName();
                                    private final JdbcClient jdbc;
                                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                                        String key = request.getHeader("X-Api-Key");
                                        if (key == null) { throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "No key"); }
                                        Client client = jdbc.sql("select name, role from api_client where api_key = :key")
                                                .param("key", key)
                                                .query((row, n) -> new Client(row.getString("name"), Role.valueOf(row.getString("role"))))
                                                .optional().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Unknown"));
                                        request.setAttribute(ATTRIBUTE, client);
                                        return true;
                                    }
                                }
                                """,
                                "Client",
                                "package a; record Client(String name, Role role) {}",
                                "Role",
                                "package a; enum Role { CURATOR, GUEST }",
                                "ClientResolver",
                                """
                                package a;
                                class ClientResolver implements HandlerMethodArgumentResolver {
                                    boolean supportsParameter(MethodParameter p) { return p.getParameterType() == Client.class; }
                                }
                                """,
                                "Things",
                                "package a; @RestController class Things { @PostMapping(\"/things\") String add(Client client) { return \"\"; } }",
                                "src/main/resources/schema.sql",
                                "create table api_client (api_key varchar(40) primary key, name varchar(40) not null unique, role varchar(20) not null);",
                                "src/main/resources/data.sql",
                                "insert into api_client (api_key, name, role) values ('k-1', 'hanna', 'CURATOR'), ('k-2', 'uni-lund', 'GUEST');"));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-Api-Key",
                                "",
                                List.of(
                                        new Credentials.Token("k-1", "hanna", List.of("CURATOR")),
                                        new Credentials.Token(
                                                "k-2", "uni-lund", List.of("GUEST")))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void callers_are_known_by_a_table_of_tokens_beside_theirs() {
        SpringProject project =
                project(
                        Map.of(
                                "SignedInResolver",
                                """
                                package a;
                                class SignedInResolver implements HandlerMethodArgumentResolver {
                                    private final Hikers hikers;
                                    boolean supportsParameter(MethodParameter p) { return true; }
                                    Object resolveArgument(NativeWebRequest request) {
                                        String header = request.getHeader("Authorization");
                                        if (!header.startsWith("Bearer ")) { throw new NotSignedIn(); }
                                        return hikers.findByToken(header.substring(7)).orElseThrow(NotSignedIn::new);
                                    }
                                }
                                """,
                                "NotSignedIn",
                                "package a; @ResponseStatus(HttpStatus.UNAUTHORIZED) class NotSignedIn extends RuntimeException {}",
                                "Hikers",
                                """
                                package a;
                                @Repository
                                class Hikers {
                                    private final JdbcClient jdbc;
                                    java.util.Optional<Hiker> findByToken(String token) {
                                        return jdbc.sql("select h.id, h.name from hiker h join hiker_token t on t.hiker_id = h.id where t.token = :token")
                                                .param("token", token).query(Hiker.class).optional();
                                    }
                                }
                                """,
                                "Hiker",
                                "package a; record Hiker(long id, String name) {}",
                                "src/main/resources/data.sql",
                                "insert into hiker (id, name) values (7, 'Ingrid');\ninsert into hiker_token (token, hiker_id) values ('ingrid-token', 7);"));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "Authorization",
                                "Bearer ",
                                List.of(new Credentials.Token("ingrid-token", "7", List.of()))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_parameter_that_is_marked_with_an_annotation_of_the_project_is_the_caller() {
        SpringProject project =
                project(
                        Map.of(
                                "Tours",
                                CONTROLLER.formatted("", ", @Guide String guide", "guide"),
                                "Guide",
                                "package a; @interface Guide {}",
                                "Guides",
                                "package a; class Guides implements HandlerMethodArgumentResolver { boolean supportsParameter(MethodParameter p) { return p.hasParameterAnnotation(Guide.class); } }"));

        Caller caller = project.caller().orElseThrow();
        assertThat(caller.parameter()).isEqualTo("@Guide String guide");
        assertThat(caller.id()).isEqualTo("guide");
        assertThat(caller.imports()).containsExactly("a.Guide");
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_bean_of_the_request_is_asked_for_the_caller() {
        SpringProject project =
                project(
                        Map.of(
                                "Tours",
                                CONTROLLER.formatted("private Walk walk;", "", "walk.login()"),
                                "Walk",
                                "package a; @RequestScope class Walk { String login() { return \"\"; } }"));

        Caller caller = project.caller().orElseThrow();
        assertThat(caller.id()).isEqualTo("walk.login()");
        assertThat(caller.variable()).isEqualTo("walk");
        assertThat(caller.source()).isEqualTo(new Caller.Source.Held("Walk", Optional.of("walk")));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void static_methods_about_the_thread_are_asked_for_the_caller() {
        SpringProject project =
                project(
                        Map.of(
                                "Tours",
                                CONTROLLER.formatted("", "", "SecurityContext.userId().toString()"),
                                "SecurityContext",
                                "package a; class SecurityContext { static final ThreadLocal<Long> ID = new ThreadLocal<>(); static Long userId() { return ID.get(); } }"));

        Caller caller = project.caller().orElseThrow();
        assertThat(caller.id()).isEqualTo("SecurityContext.userId()");
        assertThat(caller.idType()).isEqualTo("Long");
        assertThat(caller.imports()).containsExactly("a.SecurityContext");
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_bean_of_the_request_that_says_nothing_of_callers_is_none() {
        SpringProject project =
                project(
                        Map.of(
                                "Tours",
                                CONTROLLER.formatted("private Trace trace;", "", "trace.number()"),
                                "Trace",
                                "package a; @RequestScope class Trace { String number() { return \"\"; } }"));

        assertThat(project.caller()).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void tokens_stand_for_what_the_code_makes_of_them() {
        SpringProject project =
                project(
                        Map.of(
                                "Gate",
                                guard(
                                        """
                                        private record Person(String login, String role) {}
                                        private static final Map<String, Person> PEOPLE = Map.of(
                                                "t-1", new Person("ada", "ROLE_GUIDE"), "t-2", new Person("ben", "ROLE_GUEST"));
                                        void doFilterInternal(HttpServletRequest request, HttpServletResponse response) {
                                            String token = request.getHeader("Authorization");
                                            if (!token.startsWith("Bearer ")) { response.setStatus(401); }
                                        }
                                        """)));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "Authorization",
                                "Bearer ",
                                List.of(
                                        new Credentials.Token("t-1", "ada", List.of("GUIDE")),
                                        new Credentials.Token("t-2", "ben", List.of("GUEST")))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_switch_over_tokens_is_read_as_well() {
        SpringProject project =
                project(
                        Map.of(
                                "Gate",
                                guard(
                                        """
                                        void doFilterInternal(HttpServletRequest request, HttpServletResponse response) {
                                            String user = switch (request.getHeader("X-Pass")) {
                                                case "p-1" -> "ada";
                                                default -> null;
                                            };
                                            if (user == null) { response.setStatus(401); }
                                        }
                                        """)));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-Pass",
                                "",
                                List.of(new Credentials.Token("p-1", "ada", List.of()))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_key_that_all_callers_share_comes_from_the_settings() {
        SpringProject project =
                project(
                        Map.of(
                                "application.properties",
                                "gate.key=sesame",
                                "Gate",
                                guard(
                                        """
                                        private final String key;
                                        Gate(@Value("${gate.key}") String key) { this.key = key; }
                                        void doFilterInternal(HttpServletRequest request, HttpServletResponse response) {
                                            if (!key.equals(request.getHeader("X-Gate"))) { response.setStatus(401); }
                                        }
                                        """)));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-Gate",
                                "",
                                List.of(new Credentials.Token("sesame", "", List.of()))));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_header_that_says_nothing_of_callers_is_no_credential() {
        SpringProject project =
                project(
                        Map.of(
                                "Gate",
                                guard(
                                        """
                                        void doFilterInternal(HttpServletRequest request, HttpServletResponse response) {
                                            String id = request.getHeader("X-Request-Id");
                                            if (id == null) { response.setStatus(401); }
                                        }
                                        """)));

        assertThat(project.credentials()).isEqualTo(new Credentials.Unknown());
    }

    @Test
    @Tag("builtin-engine#AC-23")
    void an_exception_leads_to_the_status_of_the_constant_that_it_takes() {
        SpringProject project =
                project(
                        Map.of(
                                "Denied",
                                """
                                package a;
                                class Denied extends RuntimeException {
                                    Denied(String text, Reason reason) { super(text); }
                                }
                                """,
                                "Reason",
                                """
                                package a;
                                import org.springframework.http.HttpStatus;
                                enum Reason {
                                    TAKEN(HttpStatus.CONFLICT), FOREIGN(403), ODD;
                                }
                                """));

        assertThat(project.failures().coded())
                .extracting(Failures.Coded::status, Failures.Coded::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(409, "Reason.TAKEN"),
                        org.assertj.core.groups.Tuple.tuple(403, "Reason.FOREIGN"));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void what_counts_requests_by_a_header_says_nothing_of_who_may_call() {
        Map<String, String> sources =
                new TreeMap<>(
                        Map.of(
                                "Counting",
                                """
                                package a;
                                class Counting implements HandlerInterceptor {
                                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                                        String key = request.getHeader("X-Desk-Key");
                                        if (isOver(key)) { response.sendError(HttpStatus.TOO_MANY_REQUESTS.value()); return false; }
                                        return true;
                                    }
                                }
                                """,
                                "Gate",
                                guard(
                                        """
                                        private static final Map<String, String> KEYS = Map.of("k-1", "ada", "k-2", "ben");
                                        protected void doFilterInternal(HttpServletRequest request) {
                                            String user = KEYS.get(request.getHeader("X-Desk-Key"));
                                            if (user == null) { response.sendError(401); }
                                        }
                                        """)));

        assertThat(project(sources).credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-Desk-Key",
                                "",
                                List.of(
                                        new Credentials.Token("k-1", "ada", List.of()),
                                        new Credentials.Token("k-2", "ben", List.of()))));
        sources.remove("Gate");
        assertThat(project(sources).credentials().shownIn()).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void an_id_that_somebody_looks_for_can_be_a_wrong_one() {
        String reading =
                """
                %s
                protected void doFilterInternal(HttpServletRequest request) {
                    String user = request.getHeader("X-User");
                    if (user == null) { response.sendError(401); }
                }
                """;
        SpringProject any = project(Map.of("Gate", guard(reading.formatted(""))));
        SpringProject some =
                project(
                        Map.of(
                                "Gate",
                                guard(reading.formatted("private final Directory people;")),
                                "Directory",
                                "package a;\nclass Directory {}"));

        assertThat(any.credentials())
                .isEqualTo(new Credentials.Id("X-User", "String", Optional.empty(), true));
        assertThat(some.credentials())
                .isEqualTo(new Credentials.Id("X-User", "String", Optional.empty(), false));
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_caller_may_be_told_apart_by_a_text_that_is_called_user() {
        String caller = "package a; record Walker(%s user, Role role) { enum Role { GUIDE } }";
        var sources = new TreeMap<String, String>();
        sources.put("Tours", CONTROLLER.formatted("", ", @RequestAttribute Walker walker", "null"));
        sources.put("Walker", caller.formatted("String"));
        sources.put("Person", "package a; class Person {}");

        assertThat(project(sources).caller().map(Caller::id)).contains("walker.user()");
        sources.put("Walker", caller.formatted("Person"));
        assertThat(project(sources).caller()).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-22")
    void a_type_of_the_project_that_is_called_as_javas_is_its_own() {
        SpringProject project =
                project(
                        Map.of(
                                "Principal",
                                "package a;\npublic record Principal(String name) {}\n",
                                "Principals",
                                """
                                package a;
                                class Principals implements HandlerMethodArgumentResolver {
                                    public boolean supportsParameter(MethodParameter parameter) { return parameter.getParameterType() == Principal.class; }
                                }
                                """,
                                "Tours",
                                CONTROLLER.formatted(
                                        "", ", Principal principal", "principal.name()")));

        assertThat(project.caller().map(Caller::id)).contains("principal.name()");
    }
}
