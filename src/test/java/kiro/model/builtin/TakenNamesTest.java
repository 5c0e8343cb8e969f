package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of new classes that others have already.
class TakenNamesTest {
    private static final String SPEC =
            """
            # Horn list

            ## Requirements

            - Endpoint: `GET /horns`
            - Authentication: none

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `name` | string | what it is called |

            ## Acceptance Criteria

            - [ ] AC-1: GET /horns returns 200 and all horns
            """;

    private static final String OTHER = "public record %s(String other) {}";

    @TempDir private Path folder;

    private static SmallProject project() {
        return SmallProject.of()
                .type(
                        "HornController",
                        """
                        @RestController
                        @RequestMapping("/horns")
                        class HornController {
                            private final Horns horns;
                            HornController(Horns horns) { this.horns = horns; }
                        }
                        """)
                .type("Horn", "public record Horn(long id, String name, String secret) {}")
                .type(
                        "Horns",
                        """
                        @Repository
                        public class Horns {
                            private final Map<Long, Horn> all = new ConcurrentHashMap<>();
                            public void save(Horn horn) { all.put(horn.id(), horn); }
                            public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                            public List<Horn> findAll() { return List.copyOf(all.values()); }
                        }
                        """);
    }

    private String controller(String... taken) throws IOException, InterruptedException {
        SmallProject project = project();
        for (String name : taken) {
            project.type(name, OTHER.formatted(name));
        }
        LoopStandIn loop = project.built(folder, "horn-list", SPEC);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/main/java/a/HornController.java"));
    }

    @Test
    @Tag("builtin-engine#AC-104")
    void lead_to_the_name_of_what_is_done() throws IOException, InterruptedException {
        assertThat(controller("HornResponse")).contains("List<ListHornResponse>");
    }

    @Test
    @Tag("builtin-engine#AC-104")
    void lead_to_a_number_at_last() throws IOException, InterruptedException {
        assertThat(controller("HornResponse", "ListHornResponse", "ListHorn2Response"))
                .contains("List<ListHorn3Response>");
        assertThat(folder.resolve("src/main/java/a/ListHornResponse.java"))
                .hasContent("package a;\n\n" + OTHER.formatted("ListHornResponse"));
    }
}
