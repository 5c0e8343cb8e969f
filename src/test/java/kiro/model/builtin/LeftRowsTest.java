package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests over a port, whose rows no transaction takes back.
class LeftRowsTest {
    private static final String SPEC =
            """
            # Tool delete

            ## Requirements

            - Endpoint: `DELETE /tools/{id}`
            - Authentication: none

            ## Acceptance Criteria

            - [ ] AC-1: DELETE /tools/{id} returns 204
            - [ ] AC-2: DELETE /tools/{id} returns 404 when there is no such tool
            """;

    @TempDir private Path folder;

    private String tests(String url) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("data-jpa")
                        .file("src/main/resources/application.properties", url)
                        .type(
                                "Tool",
                                """
                                import jakarta.persistence.*;

                                @Entity
                                public class Tool {
                                    @Id @GeneratedValue private Long id;
                                    @Column(nullable = false, unique = true, length = 20) private String code;
                                    protected Tool() {}
                                    public Tool(String code) { this.code = code; }
                                    public Long getId() { return id; }
                                    public String getCode() { return code; }
                                }
                                """)
                        .type(
                                "ToolRepository",
                                "import org.springframework.data.jpa.repository.JpaRepository;\n\npublic interface ToolRepository extends JpaRepository<Tool, Long> {}")
                        .type(
                                "ToolController",
                                """
                                @RestController
                                @RequestMapping("/tools")
                                class ToolController {
                                    private final ToolRepository tools;
                                    ToolController(ToolRepository tools) { this.tools = tools; }
                                    @GetMapping("/{id}")
                                    Tool get(@PathVariable Long id) { return tools.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)); }
                                }
                                """)
                        .test(
                                "ToolControllerTest",
                                """
                                import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
                                import org.springframework.boot.test.context.SpringBootTest;
                                import org.springframework.test.web.servlet.client.RestTestClient;

                                @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
                                @AutoConfigureRestTestClient
                                class ToolControllerTest {
                                    @Autowired private RestTestClient client;

                                    @Test
                                    void unknown() {
                                        client.get().uri("/tools/{id}", 99).exchange().expectStatus().isNotFound();
                                    }
                                }
                                """)
                        .built(folder, "tool-delete", SPEC);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/a/ToolDeleteTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-112")
    void are_in_a_database_of_their_own_that_goes_with_the_application()
            throws IOException, InterruptedException {
        assertThat(tests("spring.datasource.url=jdbc:h2:mem:lending;DB_CLOSE_DELAY=-1\n"))
                .contains(
                        "@DirtiesContext\n",
                        "@TestPropertySource(properties = \"spring.datasource.url=jdbc:h2:mem:lending-tool\")");
    }

    @Test
    @Tag("builtin-engine#AC-112")
    void have_another_value_each_time_where_it_has_to_be_unique()
            throws IOException, InterruptedException {
        assertThat(tests("spring.application.name=lending\n"))
                .contains("new Tool(UUID.randomUUID().toString().substring(0, 13))")
                .contains("@DirtiesContext\n");
    }
}
