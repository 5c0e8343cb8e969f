package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What code says of conditions that it lacks is so.
class RemarksTest {
    private static final String FACTS =
            """
            # Dock closing

            ## Requirements

            - Endpoint: `POST /docks/{code}/close`
            - Endpoint: `GET /docks/{code}`
            - Authentication: none
            - State before: `OPEN`
            - State after: `CLOSED`

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `title` | string | no | at most 20 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /docks/{code}/close returns 200 and the dock
            - [ ] AC-2: GET /docks/{code} returns 200 and the dock
            """;

    @TempDir private Path folder;

    private String controller(String criteria) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "DockController",
                                """
                                import java.util.*;
                                import org.springframework.web.bind.annotation.*;

                                @RestController
                                @RequestMapping("/docks")
                                class DockController {
                                    private final DockStore docks;
                                    DockController(DockStore docks) { this.docks = docks; }
                                }
                                """)
                        .type("State", "public enum State { OPEN, CLOSED, SUNK }")
                        .type(
                                "Dock",
                                "public record Dock(String code, String title, State state) {}")
                        .type(
                                "DockView",
                                "public record DockView(String code, String title, State state) { public static DockView of(Dock dock) { return new DockView(dock.code(), dock.title(), dock.state()); } }")
                        .type(
                                "DockStore",
                                """
                                import java.util.*;
                                import java.util.concurrent.ConcurrentHashMap;
                                import org.springframework.stereotype.Component;

                                @Component
                                public class DockStore {
                                    private final Map<String, Dock> all = new ConcurrentHashMap<>();
                                    public void put(Dock one) { all.put(one.code(), one); }
                                    public Optional<Dock> find(String key) { return Optional.ofNullable(all.get(key)); }
                                    public List<Dock> all() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "dock-closing", FACTS + criteria);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/main/java/a/DockController.java"));
    }

    @Test
    @Tag("builtin-engine#AC-158")
    void what_another_endpoint_is_to_refuse_is_not_remarked() throws Exception {
        String code =
                controller(
                        "- [ ] AC-3: POST /docks/{code}/close returns 429 when a pier of the harbour has its lights out\n");

        assertThat(code).containsOnlyOnce("// not built yet: AC-3");
        assertThat(code.substring(code.indexOf("@PostMapping"))).contains("// not built yet: AC-3");
    }

    @Test
    @Tag("builtin-engine#AC-158")
    void what_other_sentences_state_already_is_built_and_not_remarked() throws Exception {
        String code =
                controller(
                        """
                        - [ ] AC-3: POST /docks/{code}/close returns 409 when the keeper finds that the dock is SUNK by now
                        - [ ] AC-4: POST /docks/{code}/close returns 400 when the sign has no room for the `title`
                        - [ ] AC-5: POST /docks/{code}/close returns 409 when it is SUNK or a pier of the harbour has its lights out
                        """);

        assertThat(code)
                .contains("State.OPEN", "// not built yet: AC-5")
                .doesNotContain("AC-3", "AC-4");
    }
}
