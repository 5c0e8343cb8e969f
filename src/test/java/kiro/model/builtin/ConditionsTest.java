package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a criterion says of a thing or of a caller in words of its own, as a project knows it or not.
class ConditionsTest {
    private static final String STORE =
            """
            @Component
            public class %1$s {
                private final Map<%2$s, %3$s> all = new ConcurrentHashMap<>();
                public void put(%3$s one) { all.put(one.%4$s(), one); }
                public Optional<%3$s> find(%2$s key) { return Optional.ofNullable(all.get(key)); }
                public List<%3$s> all() { return List.copyOf(all.values()); }
                public void remove(%2$s key) { all.remove(key); }
            }
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String name, String spec) throws IOException, InterruptedException {
        return SmallProject.of()
                .type(
                        "DockController",
                        """
                        @RestController
                        @RequestMapping("/docks")
                        class DockController {
                            private final DockStore docks;
                            DockController(DockStore docks) { this.docks = docks; }
                        }
                        """)
                .type("Dock", "public record Dock(String code, String title, boolean open) {}")
                .type("Boat", "public record Boat(long id, String dock, int metres) {}")
                .type("DockStore", STORE.formatted("DockStore", "String", "Dock", "code"))
                .type("BoatStore", STORE.formatted("BoatStore", "Long", "Boat", "id"))
                .built(folder, name, spec);
    }

    private String main(String type) throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/" + type + ".java"));
    }

    private String tests(String type) throws IOException {
        return Files.readString(folder.resolve("src/test/java/a/" + type + ".java"));
    }

    private static String closing(String criteria) {
        return """
        # Dock closing

        ## Requirements

        - Endpoint: `POST /docks/{code}/close`
        - Authentication: none
        - Sets: `open` = false

        Response fields:

        | Field | Type | Meaning |
        |---|---|---|
        | `code` | string | |
        | `open` | boolean | |

        ## Acceptance Criteria

        - [ ] AC-1: POST /docks/{code}/close returns 200 and the dock
        """
                + criteria;
    }

    @Test
    @Tag("builtin-engine#AC-118")
    void what_belongs_to_a_thing_is_looked_for_in_another_store()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "dock-deletion",
                        """
                        # Dock deletion

                        ## Requirements

                        - Endpoint: `DELETE /docks/{code}`
                        - Authentication: none

                        ## Acceptance Criteria

                        - [ ] AC-1: DELETE /docks/{code} returns 204 when the request is valid
                        - [ ] AC-2: DELETE /docks/{code} returns 409 when boats of the dock exist
                        """);

        assertThat(loop.problem()).isEmpty();
        assertThat(main("DockController"))
                .contains(
                        "DockController(DockStore docks, BoatStore boatStore)",
                        "if (boatStore.all().stream().anyMatch(one -> code.equals(one.dock()))) {");
        assertThat(tests("DockDeletionTest")).contains("#AC-2", "new Boat(", "isConflict()");
    }

    @Test
    @Tag("builtin-engine#AC-118")
    void what_nobody_keeps_leaves_its_criterion_open_alone()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "dock-deletion",
                        """
                        # Dock deletion

                        ## Requirements

                        - Endpoint: `DELETE /docks/{code}`
                        - Authentication: none

                        ## Acceptance Criteria

                        - [ ] AC-1: DELETE /docks/{code} returns 204 when the request is valid
                        - [ ] AC-2: DELETE /docks/{code} returns 409 when cranes of the dock exist
                        """);

        assertThat(tests("DockDeletionTest")).contains("#AC-1").doesNotContain("#AC-2");
        assertThat(SmallProject.notes(loop))
                .contains(
                        "AC-2: \"DELETE /docks/{code} returns 409 when cranes of the dock exist\" stays open: how to find out whether a dock has cranes is not evident; DELETE /docks/{code} is written without it");
    }

    @Test
    @Tag("builtin-engine#AC-119")
    void what_is_closed_is_not_open() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "dock-closing",
                        closing(
                                "- [ ] AC-2: POST /docks/{code}/close returns 409 when the dock is closed already\n"));

        assertThat(loop.problem()).isEmpty();
        assertThat(main("DockController")).contains("if (!dock.open()) {");
        assertThat(tests("DockClosingTest"))
                .containsSubsequence("#AC-2", "isConflict()", "storedClosedDock()", "false)");
    }

    @Test
    @Tag("builtin-engine#AC-119")
    void a_state_that_nothing_tells_leaves_its_criterion_open_alone()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "dock-closing",
                        closing(
                                "- [ ] AC-2: POST /docks/{code}/close returns 409 when the dock was flooded\n"));

        assertThat(tests("DockClosingTest")).contains("#AC-1").doesNotContain("#AC-2");
        assertThat(main("DockController")).contains("// not built yet: AC-2");
        assertThat(SmallProject.notes(loop))
                .contains(
                        "AC-2: \"POST /docks/{code}/close returns 409 when the dock was flooded\" stays open: nothing in Dock says that one is 'flooded'; POST /docks/{code}/close is written without it");
    }

    /// Whatever else of its kind is built.
    @Test
    @Tag("builtin-engine#AC-121")
    void each_refusal_that_is_not_built_is_told_in_the_code()
            throws IOException, InterruptedException {
        built(
                "dock-closing",
                closing(
                        """
                        - [ ] AC-2: POST /docks/{code}/close returns 409 when the dock is closed already
                        - [ ] AC-3: POST /docks/{code}/close returns 409 when a pier of the harbour has its lights out
                        - [ ] AC-4: POST /docks/{code}/close returns 422 when the tide is not after the closing
                        - [ ] AC-5: GET /docks/{code} returns 409 when a pier of the harbour has its lights out
                        - [ ] AC-6: POST /docks/{code}/close returns 200 within 400 milliseconds on most days
                        """));

        assertThat(main("DockController"))
                .contains("// not built yet: AC-3", "// not built yet: AC-4")
                .doesNotContain("AC-2", "AC-5", "AC-6");
    }
}
