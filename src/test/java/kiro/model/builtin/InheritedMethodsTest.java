package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests that extend a class with methods for requests of its own.
class InheritedMethodsTest {
    @TempDir private Path folder;

    private String tests(String method) throws IOException, InterruptedException {
        LoopStandIn loop =
                BellProject.of("String name")
                        .test(
                                "ApiTest",
                                """
                                @SpringBootTest
                                @AutoConfigureMockMvc
                                abstract class ApiTest {
                                    @Autowired MockMvcTester tester;
                                    MvcTestResult %s(String path, String token) { return tester.get().uri(path).header("X-Token", token).exchange(); }
                                }
                                """
                                        .formatted(method))
                        .test(
                                "BellsTest",
                                """
                                class BellsTest extends ApiTest {
                                    @Test
                                    void all() { assertThat(%s("/bells", "t")).hasStatusOk(); }
                                }
                                """
                                        .formatted(method))
                        .built(
                                folder,
                                "bell-read",
                                """
                                # Bell read

                                ## Requirements

                                - Endpoint: `GET /bells/{id}`
                                - Authentication: none

                                Response fields: `id` and `name`.

                                ## Acceptance Criteria

                                - [ ] AC-1: GET /bells/{id} returns 200 and the bell
                                """);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/a/BellReadTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-189")
    void name_the_class_of_the_method_that_is_hidden() throws IOException, InterruptedException {
        assertThat(tests("get"))
                .contains(
                        "class BellReadTest extends ApiTest",
                        "import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;",
                        "return MockMvcRequestBuilders.get(")
                .doesNotContain("import static org.springframework.test.web.servlet.request");
    }

    @Test
    @Tag("builtin-engine#AC-189")
    void import_the_method_where_none_hides_it() throws IOException, InterruptedException {
        assertThat(tests("read"))
                .contains(
                        "import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;",
                        "return get(\"/bells/{id}\"")
                .doesNotContain("MockMvcRequestBuilders.get(");
    }
}
