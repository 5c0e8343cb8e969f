package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Callers whom a filter puts on the request as objects of the project's own, and whom controllers take from there.
class CallersOfFiltersTest {
    private static final String CLIENT =
            """
            package a.model;
            public class Client {
                private final String key;
                private final Long employeeId;
                private final String role;
                public Client(String key, Long employeeId, String role) { this.key = key; this.employeeId = employeeId; this.role = role; }
                public String getKey() { return key; }
                public Long getEmployeeId() { return employeeId; }
                public String getRole() { return role; }
                public boolean hasRole(String role) { return this.role.equals(role); }
            }
            """;

    private static final String FILTER =
            """
            package a.filter;
            import a.model.Client;
            import a.repository.Clients;
            @Component
            public class KeyFilter extends OncePerRequestFilter {
                public static final String CLIENT = "apiClient";
                @Autowired private Clients clients;
                protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
                    String key = request.getHeader("X-API-Key");
                    Client client = key == null ? null : clients.findByKey(key);
                    if (client == null) { response.setStatus(HttpServletResponse.SC_UNAUTHORIZED); return; }
                    request.setAttribute(CLIENT, client);
                    chain.doFilter(request, response);
                }
            }
            """;

    private static final String CONTROLLER =
            """
            package a.web;
            import a.filter.KeyFilter;
            import a.model.Client;
            @RestController
            class Leaves {
                @PostMapping("/leaves/{id}/withdraw")
                String withdraw(@PathVariable long id, HttpServletRequest http) {
                    Client client = (Client) http.getAttribute(%s);
                    if (!client.hasRole("HR")) { throw new IllegalStateException(); }
                    return "";
                }
            }
            """;

    private static final String SEEDED =
            """
            package a.repository;
            import a.model.Client;
            @Repository
            public class Clients {
                private final Map<String, Client> clients = new HashMap<>();
                public Clients() {
                    add(new Client("key-emma", 1L, "EMPLOYEE"));
                    add(new Client("key-hr", 4L, "HR"));
                }
                private void add(Client client) { clients.put(client.getKey(), client); }
                public Client findByKey(String key) { return clients.get(key); }
            }
            """;

    private static SpringProject project(Map<String, String> sources) {
        var files = new TreeMap<String, String>();
        files.put("pom.xml", "<project/>");
        sources.forEach((name, text) -> files.put("src/main/java/a/" + name + ".java", text));
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);
    }

    private static SpringProject project(String controller, String clients) {
        return project(
                Map.of(
                        "model/Client",
                        CLIENT,
                        "filter/KeyFilter",
                        FILTER,
                        "web/Leaves",
                        controller,
                        "repository/Clients",
                        clients));
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void are_objects_of_the_project_by_the_constant_that_controllers_use() {
        Caller caller =
                project(CONTROLLER.formatted("KeyFilter.CLIENT"), SEEDED).caller().orElseThrow();

        assertThat(caller.parameter())
                .isEqualTo("@RequestAttribute(KeyFilter.CLIENT) Client client");
        assertThat(caller.id()).isEqualTo("client.getEmployeeId()");
        assertThat(caller.idType()).isEqualTo("Long");
        assertThat(caller.imports())
                .containsExactlyInAnyOrder(
                        "org.springframework.web.bind.annotation.RequestAttribute",
                        "a.filter.KeyFilter",
                        "a.model.Client");
        assertThat(caller.type().map(DomainType::name)).contains("Client");
        assertThat(caller.source()).isEqualTo(new Caller.Source.Attribute("\"apiClient\""));
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void are_objects_of_the_project_where_no_controller_takes_them() {
        Caller caller =
                project("package a.web; @RestController class Leaves {}", SEEDED)
                        .caller()
                        .orElseThrow();

        assertThat(caller.parameter())
                .isEqualTo("@RequestAttribute(\"apiClient\") Client apiClient");
        assertThat(caller.id()).isEqualTo("apiClient.getEmployeeId()");
        assertThat(caller.imports()).contains("a.model.Client");
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void show_keys_that_a_class_makes_with_their_owners_when_it_starts() {
        assertThat(project(CONTROLLER.formatted("\"apiClient\""), SEEDED).credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-API-Key",
                                "",
                                List.of(
                                        new Credentials.Token("key-emma", "1", List.of("EMPLOYEE")),
                                        new Credentials.Token("key-hr", "4", List.of("HR")))));
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void have_the_roles_that_are_flags_of_theirs() {
        SpringProject project =
                project(
                        Map.of(
                                "Staff",
                                "package a; public record Staff(String name, boolean manager, boolean isCook) {}",
                                "Gate",
                                """
                                package a;
                                class Gate implements HandlerInterceptor {
                                    private static final Map<String, Staff> TOKENS = Map.of(
                                            "luigi-token", new Staff("luigi", false, true),
                                            "nonna-token", new Staff("nonna", true, false));
                                    public boolean preHandle(HttpServletRequest request) {
                                        String header = request.getHeader("Authorization");
                                        if (header == null || !header.startsWith("Bearer ")) { throw new Unauthorized(); }
                                        request.setAttribute("staff", TOKENS.get(header.substring(7)));
                                        return true;
                                    }
                                }
                                """));

        assertThat(project.credentials())
                .isEqualTo(
                        new Credentials.Tokens(
                                "Authorization",
                                "Bearer ",
                                List.of(
                                        new Credentials.Token(
                                                "luigi-token", "luigi", List.of("cook")),
                                        new Credentials.Token(
                                                "nonna-token", "nonna", List.of("manager")))));
    }
}
