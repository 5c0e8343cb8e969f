package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that the project answers already gets the filters of a spec, or the plan says why not.
class ExistingListsTest {
    private static final String SPEC =
            """
            # Lamp search

            ## Requirements

            - Endpoint: `GET /lamps`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `room` | string | no | filters |

            ## Acceptance Criteria

            - [ ] AC-1: GET /lamps returns 200 and only matching lamps when `room` is given
            """;

    private static final String CONTROLLER =
            """
            @RestController
            @RequestMapping("/lamps")
            class LampController {
                private final LampService lamps;
                LampController(LampService lamps) { this.lamps = lamps; }

                /** Whatever shines. */
                @GetMapping
                @PreAuthorize("isAuthenticated()")
                public List<Lamp> shining() {
                    %s
                }
            }
            """;

    private static final String SERVICE =
            """
            @Service
            public class LampService {
                private final Lamps all;
                LampService(Lamps all) { this.all = all; }
                public List<Lamp> shining() { return all.findAll().stream().filter(Lamp::isOn).toList(); }
            }
            """;

    private static final String STORE =
            """
            @Repository
            public class Lamps {
                private final Map<Long, Lamp> all = new ConcurrentHashMap<>();
                public void save(Lamp lamp) { all.put(lamp.id(), lamp); }
                public Optional<Lamp> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Lamp> findAll() { return List.copyOf(all.values()); }
            }
            """;

    @TempDir private Path folder;

    private SmallProject project(String body) {
        return SmallProject.of("validation")
                .type("Lamp", "public record Lamp(long id, String room, boolean isOn) {}")
                .type("LampController", CONTROLLER.formatted(body))
                .type("LampService", SERVICE)
                .type("Lamps", STORE);
    }

    private String controller() throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/LampController.java"));
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void it_filters_what_it_found_before_and_keeps_its_name_and_annotations()
            throws IOException, InterruptedException {
        LoopStandIn loop = project("return lamps.shining();").built(folder, "lamp-search", SPEC);

        assertThat(loop.problem()).isEmpty();
        assertThat(controller())
                .contains(
                        """
                            /** Whatever shines. */
                            @GetMapping
                            @PreAuthorize("isAuthenticated()")
                            public List<Lamp> shining(LampQuery query) {
                        """)
                .containsOnlyOnce("@GetMapping");
        assertThat(Files.readString(folder.resolve("src/main/java/a/LampService.java")))
                .contains("return shining().stream()")
                .contains("room == null || room.equals(lamp.room())")
                .contains("all.findAll().stream().filter(Lamp::isOn).toList()");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void one_that_does_more_than_that_is_left_with_the_reason()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                project("audit(); return lamps.shining();").built(folder, "lamp-search", SPEC);

        assertThat(SmallProject.notes(loop))
                .contains(
                        "I do not change LampController.shining, because it does more than to answer with what one call finds");
        assertThat(controller()).contains("shining() {");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void one_that_a_test_calls_by_its_name_is_left_with_the_reason()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                project("return lamps.shining();")
                        .test(
                                "LampControllerTest",
                                """
                                class LampControllerTest {
                                    @Test void shines() { new LampController(null).shining(); }
                                }
                                """)
                        .built(folder, "lamp-search", SPEC);

        assertThat(SmallProject.notes(loop))
                .contains("I do not change LampController.shining, because other code calls it");
        assertThat(controller()).contains("shining() {");
    }
}
