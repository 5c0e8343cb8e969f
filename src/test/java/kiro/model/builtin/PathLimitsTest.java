package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits of the ids in a path.
class PathLimitsTest {
    private static final String SPEC =
            """
            # Stall read

            ## Requirements

            - Endpoint: `GET /stalls/{id}`
            - Authentication: none

            Path parameters:

            | Field | Type | Constraints |
            |---|---|---|
            | `id` | %s |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | %s | the number |
            | `name` | string | what it is called |

            ## Acceptance Criteria

            - [ ] AC-1: GET /stalls/{id} returns 200 and the stall when it exists
            - [ ] AC-2: GET /stalls/{id} returns 400 when %s
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String type, String id, String said)
            throws IOException, InterruptedException {
        return SmallProject.of("validation")
                .type("Stall", "public record Stall(%s id, String name) {}".formatted(type))
                .type(
                        "StallController",
                        """
                        @RestController
                        @RequestMapping("/stalls")
                        class StallController {
                            private final Stalls stalls;
                            StallController(Stalls stalls) { this.stalls = stalls; }
                        }
                        """)
                .type(
                        "Stalls",
                        """
                        @Repository
                        public class Stalls {
                            private final Map<%2$s, Stall> all = new ConcurrentHashMap<>();
                            public Stall keep(Stall stall) { all.put(stall.id(), stall); return stall; }
                            public Optional<Stall> withId(%1$s id) { return Optional.ofNullable(all.get(id)); }
                        }
                        """
                                .formatted(type, type.equals("long") ? "Long" : type))
                .built(folder, "stall-read", SPEC.formatted(id, id.replaceAll(" .*", ""), said));
    }

    private String controller() throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/StallController.java"));
    }

    private String tests() throws IOException {
        return Files.readString(folder.resolve("src/test/java/a/StallReadTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-102")
    void a_number_below_its_limit_is_refused_before_anything_is_looked_for()
            throws IOException, InterruptedException {
        LoopStandIn loop = built("long", "integer | at least 1", "`id` is too small");

        assertThat(loop.problem()).isEmpty();
        assertThat(controller()).contains("if (id < 1) {", "id: has to be at least 1");
        assertThat(tests()).contains("getStall(0)", "isBadRequest()");
    }

    @Test
    @Tag("builtin-engine#AC-102")
    void a_value_that_the_criterion_names_is_tried() throws IOException, InterruptedException {
        built("long", "integer | 1 to 9999", "`id` is 0");

        assertThat(controller()).contains("if (id < 1 || id > 9999) {");
        assertThat(tests()).contains("reading_a_stall_with_0_as_id_is_refused");
    }

    @Test
    @Tag("builtin-engine#AC-102")
    void a_text_that_is_too_long_is_refused() throws IOException, InterruptedException {
        built("String", "string | at most 8 characters", "`id` is too long");

        assertThat(controller()).contains("if (id.length() > 8) {");
        assertThat(tests()).contains("\"xxxxxxxxx\"");
    }
}
