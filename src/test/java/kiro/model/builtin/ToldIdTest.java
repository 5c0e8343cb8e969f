package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The id in the answer to a creation, where no transaction takes back what other tests store.
class ToldIdTest {
    private static final String SPEC =
            """
            # Kite create

            ## Requirements

            - Endpoint: `POST /kites`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | yes | 2 to 20 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the kite's number |
            | `name` | string | what it is called |

            ## Acceptance Criteria

            - [ ] AC-1: POST /kites returns 201 and the kite when the body is valid
            """;

    @TempDir private Path folder;

    private String tests(String finder) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type("Kite", "public record Kite(long id, String name) {}")
                        .type("Kites", store(finder))
                        .type(
                                "KiteController",
                                """
                                @RestController
                                class KiteController {
                                    private final Kites kites;
                                    KiteController(Kites kites) { this.kites = kites; }
                                    @GetMapping("/kites")
                                    List<Kite> list() { return kites.all(); }
                                }
                                """)
                        .test(
                                "KiteControllerTest",
                                """
                                @SpringBootTest
                                @AutoConfigureMockMvc
                                class KiteControllerTest {
                                    @Autowired private MockMvc mvc;

                                    @Test
                                    void list() throws Exception {
                                        mvc.perform(get("/kites")).andExpect(status().isOk());
                                    }
                                }
                                """)
                        .built(folder, "kite-create", SPEC);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/a/KiteCreateTest.java"));
    }

    private static String store(String finder) {
        return """
        @Component
        public class Kites {
            private final Map<Long, Kite> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            %s
            public List<Kite> all() { return List.copyOf(byId.values()); }
            public void save(Kite one) { byId.put(one.id(), one); }
        }
        """
                .formatted(finder);
    }

    @Test
    @Tag("builtin-engine#AC-149")
    void is_the_one_under_which_the_thing_is_found() throws IOException, InterruptedException {
        assertThat(
                        tests(
                                "public Optional<Kite> find(long id) { return Optional.ofNullable(byId.get(id)); }"))
                .contains(
                        """
                                String id = JsonPath.read(answer, "$.id").toString();
                                Kite made = kites.find(Long.parseLong(id)).orElseThrow();
                                assertThat(made.name()).isEqualTo("New name");
                        """)
                .doesNotContain(".exists()", "anySatisfy");
    }

    @Test
    @Tag("builtin-engine#AC-149")
    void is_that_of_one_that_is_listed_where_nothing_finds_by_it()
            throws IOException, InterruptedException {
        assertThat(tests(""))
                .contains(
                        """
                                assertThat(kites.all()).anySatisfy(one -> {
                                    assertThat(one.id()).hasToString(id);
                                    assertThat(one.name()).isEqualTo("New name");
                                });
                        """)
                .doesNotContain(".exists()");
    }
}
