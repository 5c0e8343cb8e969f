package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that selects by one value asks the database for it.
class SelectingQueriesTest {
    private static final String SPEC =
            """
            # Dock list

            ## Requirements

            - Endpoint: `GET /docks`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            %s

            ## Acceptance Criteria

            - [ ] AC-1: GET /docks returns 200 and all docks when no filter is given
            """;
    private static final String STATE = "| `state` | string | no | `OPEN` or `CLOSED`; filters |";
    private static final String TITLE =
            "| `title` | string | no | filters by part, ignoring case |";

    @TempDir private Path folder;

    private LoopStandIn built(String parameters) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("data-jpa")
                        .type(
                                "DockController",
                                """
                                import java.util.*;
                                import org.springframework.web.bind.annotation.*;

                                @RestController
                                @RequestMapping("/docks")
                                class DockController {
                                    private final DockRepository docks;
                                    DockController(DockRepository docks) { this.docks = docks; }
                                }
                                """)
                        .type("State", "public enum State { OPEN, CLOSED }")
                        .type(
                                "Dock",
                                """
                                import jakarta.persistence.*;

                                @Entity
                                public class Dock {
                                    @Id @GeneratedValue private Long id;
                                    private String title;
                                    @Enumerated(EnumType.STRING) private State state;
                                    protected Dock() {}
                                    public Dock(String title, State state) { this.title = title; this.state = state; }
                                    public Long getId() { return id; }
                                    public String getTitle() { return title; }
                                    public State getState() { return state; }
                                }
                                """)
                        .type(
                                "DockView",
                                "public record DockView(Long id, String title, State state) { public static DockView of(Dock dock) { return new DockView(dock.getId(), dock.getTitle(), dock.getState()); } }")
                        .type(
                                "DockRepository",
                                """
                                import org.springframework.data.jpa.repository.JpaRepository;

                                public interface DockRepository extends JpaRepository<Dock, Long> {
                                }
                                """)
                        .built(folder, "dock-list", SPEC.formatted(parameters));
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private String main(String type) throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/" + type + ".java"));
    }

    @Test
    @Tag("builtin-engine#AC-160")
    void one_filter_is_a_method_that_spring_data_makes() throws Exception {
        built(STATE);

        assertThat(main("DockRepository")).contains("List<Dock> findByState(State state);");
        assertThat(main("DockController"))
                .contains("state == null ? docks.findAll() : docks.findByState(state)")
                .doesNotContain(".filter(");
    }

    @Test
    @Tag("builtin-engine#AC-160")
    void a_part_of_a_text_is_asked_for_as_well() throws Exception {
        built(TITLE);

        assertThat(main("DockRepository"))
                .contains("List<Dock> findByTitleContainingIgnoreCase(String title);");
    }

    @Test
    @Tag("builtin-engine#AC-160")
    void several_filters_stay_in_memory_and_the_plan_says_so() throws Exception {
        LoopStandIn loop = built(STATE + "\n" + TITLE);

        assertThat(main("DockController")).contains(".filter(");
        assertThat(main("DockRepository")).doesNotContain("findBy");
        assertThat(SmallProject.notes(loop))
                .contains(
                        "GET /docks selects by state and title in memory, of what DockRepository finds: write a query where there are many");
    }
}
