package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Constants;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roles that a project names by constants.
@Tag("builtin-engine#AC-122")
class ConstantRolesTest {
    private static final String ROLES =
            "package a; final class Parts { static final String CLERK = \"CLERK\"; static final String CHIEF = \"ROLE_\" + \"CHIEF\"; }";
    private static final String SECURITY =
            """
            package a;
            @Configuration @EnableMethodSecurity
            class SecurityConfig {
                private static final String AREA = "/boats/**";
                @Bean SecurityFilterChain chain(HttpSecurity http) {
                    return http.authorizeHttpRequests(all -> all.requestMatchers(AREA).hasAnyRole(Parts.CLERK, "DEPUTY").anyRequest().authenticated()).httpBasic(withDefaults()).build();
                }
                @Bean UserDetailsService users() {
                    return new InMemoryUserDetailsManager(
                            User.withUsername("ada").password("{noop}pw").roles(Parts.CLERK).build(),
                            User.withUsername("bo").password("{noop}pw2").authorities(Parts.CHIEF, "X").build());
                }
            }
            """;

    @TempDir private Path folder;

    private static SpringProject project() {
        return SpringProject.read(
                JavaReader.ofRuntime(),
                "pom.xml",
                Map.of(
                        "pom.xml",
                        "<project><dependencies><dependency><artifactId>spring-boot-starter-security</artifactId></dependency></dependencies></project>",
                        "src/main/java/a/Parts.java",
                        ROLES,
                        "src/main/java/a/SecurityConfig.java",
                        SECURITY));
    }

    @Test
    void who_has_which_role_is_known() {
        assertThat(project().credentials())
                .isEqualTo(
                        new Credentials.Passwords(
                                List.of(
                                        new Credentials.User("ada", "pw", List.of("CLERK")),
                                        new Credentials.User("bo", "pw2", List.of("CHIEF", "X")))));
    }

    @Test
    void rules_that_name_them_are_read() {
        assertThat(project().protection().rules().getFirst())
                .satisfies(rule -> {
                    assertThat(rule.roles()).containsExactly("CLERK", "DEPUTY");
                    assertThat(rule.toString()).contains("/boats/**");
                });
    }

    @Test
    void what_is_no_constant_text_stays_as_it_is() {
        Sources sources = project().sources();
        var file = sources.types().getFirst().file();

        assertThat(
                        new Constants(sources)
                                .inlined(
                                        "\"CLERK 'Parts.CLERK'\" + Parts.CLERK + Parts.OTHER + CLERK + new Parts.CLERK() + x.Parts.CLERK",
                                        file))
                .isEqualTo(
                        "\"CLERK 'Parts.CLERK'CLERK\" + Parts.OTHER + \"CLERK\" + new Parts.CLERK() + x.Parts.CLERK");
    }

    @Test
    void an_endpoint_for_such_a_role_is_built() throws Exception {
        LoopStandIn loop =
                SmallProject.of("spring-boot-starter-security")
                        .type("Parts", ROLES.replace("package a; ", "public "))
                        .type("SecurityConfig", SECURITY.replace("package a;\n", ""))
                        .type(
                                "BoatController",
                                """
                                @RestController
                                @RequestMapping("/boats")
                                class BoatController {
                                    private final BoatStore boats;
                                    BoatController(BoatStore boats) { this.boats = boats; }
                                    @PreAuthorize("hasRole('" + Parts.CLERK + "')")
                                    @GetMapping("/count") int count() { return 1; }
                                }
                                """)
                        .type("Boat", "public record Boat(long id, String name) {}")
                        .type(
                                "BoatStore",
                                """
                                @Component
                                public class BoatStore {
                                    private final Map<Long, Boat> all = new ConcurrentHashMap<>();
                                    public void put(Boat boat) { all.put(boat.id(), boat); }
                                    public Optional<Boat> find(long id) { return Optional.ofNullable(all.get(id)); }
                                }
                                """)
                        .built(
                                folder,
                                "boat",
                                """
                                # Boat

                                ## Requirements

                                - Endpoint: `GET /boats/{id}`
                                - Authentication: basic
                                - Access: role `CLERK`

                                Response fields:

                                | Field | Type |
                                |---|---|
                                | `id` | long |
                                | `name` | string |

                                ## Acceptance Criteria

                                - [ ] AC-1: GET /boats/{id} returns 200 and the boat
                                - [ ] AC-2: GET /boats/{id} returns 403 when the caller does not have the role CLERK
                                """);

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/main/java/a/BoatController.java")))
                .contains("@GetMapping(\"/{id}\")\n    @PreAuthorize(\"hasRole('CLERK')\")");
    }
}
