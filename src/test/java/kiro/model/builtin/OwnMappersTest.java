package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes bodies of answers in a project makes those of new endpoints.
class OwnMappersTest {
    private static final String SPEC =
            """
            # Dock read

            ## Requirements

            - Endpoint: `GET /docks/{code}`
            - Authentication: none

            Response fields:

            | Field | Type |
            |---|---|
            | `code` | string |
            | `title` | string |

            ## Acceptance Criteria

            - [ ] AC-1: GET /docks/{code} returns 200 and the dock
            """;

    private static final String STORE =
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
            """;

    @TempDir private Path folder;

    private LoopStandIn built(SmallProject project) throws IOException, InterruptedException {
        return project.type(
                        "DockController",
                        """
                        import org.springframework.web.bind.annotation.*;

                        @RestController
                        @RequestMapping("/docks")
                        class DockController {
                            private final DockStore docks;

                            DockController(DockStore docks) {
                                this.docks = docks;
                            }
                        }
                        """)
                .type("Dock", "public record Dock(String code, String title, boolean open) {}")
                .type("DockDto", "public record DockDto(String code, String title) {}")
                .type("DockStore", STORE)
                .built(folder, "dock-read", SPEC);
    }

    private String controller() throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/DockController.java"));
    }

    @Test
    @Tag("builtin-engine#AC-161")
    void a_controller_is_given_the_mapper_that_it_lacks() throws Exception {
        LoopStandIn loop =
                built(
                        SmallProject.of()
                                .type(
                                        "DockMapper",
                                        """
                                        import org.springframework.stereotype.Component;

                                        @Component
                                        public class DockMapper {
                                            public DockDto toDto(Dock dock) { return new DockDto(dock.code(), dock.title()); }
                                        }
                                        """));

        assertThat(loop.problem()).isEmpty();
        assertThat(controller())
                .contains(
                        "private final DockMapper dockMapper;",
                        "DockController(DockStore docks, DockMapper dockMapper) {",
                        "DockDto getDock(",
                        "dockMapper.toDto(");
        assertThat(folder.resolve("src/main/java/a/DockResponse.java")).doesNotExist();
    }

    @Test
    @Tag("builtin-engine#AC-161")
    void a_mapper_that_mapstruct_makes_is_one_where_spring_knows_it() throws Exception {
        built(
                SmallProject.of()
                        .type(
                                "DockMapper",
                                """
                                import org.mapstruct.Mapper;

                                @Mapper(componentModel = "spring")
                                public interface DockMapper {
                                    DockDto toDto(Dock dock);
                                }
                                """));

        assertThat(controller()).contains("dockMapper.toDto(");
    }

    @Test
    @Tag("builtin-engine#AC-161")
    void a_controller_of_which_a_test_makes_a_part_stays_as_it_is_made() throws Exception {
        built(
                SmallProject.of()
                        .type(
                                "DockMapper",
                                """
                                import org.springframework.stereotype.Component;

                                @Component
                                public class DockMapper {
                                    public DockDto toDto(Dock dock) { return new DockDto(dock.code(), dock.title()); }
                                }
                                """)
                        .test(
                                "DockSliceTest",
                                "@WebMvcTest(DockController.class)\nclass DockSliceTest {}\n"));

        assertThat(controller()).doesNotContain("DockMapper").contains("DockResponse");
    }

    private static final String LISTED = "| `depth` | integer |\n| `title` | string |\n\n## Acc";

    @Test
    @Tag("builtin-engine#AC-184")
    void a_field_that_the_project_alone_works_out_is_in_a_wider_form() throws Exception {
        LoopStandIn loop = wider("");

        assertThat(loop.problem()).isEmpty();
        assertThat(controller()).contains("DockView get(", "DockView.of(");
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("depth"));
    }

    @Test
    @Tag("builtin-engine#AC-184")
    void a_spec_that_hides_fields_gets_no_wider_form() throws Exception {
        LoopStandIn loop = wider("- Hidden: `open`\n");

        assertThat(loop.problem()).contains("Dock has no property depth");
        assertThat(controller()).doesNotContain("DockView get(");
    }

    private LoopStandIn wider(String requirement) throws IOException, InterruptedException {
        return SmallProject.of()
                .type(
                        "DockController",
                        """
                        import java.util.List;
                        import org.springframework.web.bind.annotation.*;

                        @RestController
                        @RequestMapping("/docks")
                        class DockController {
                            private final DockStore docks;

                            DockController(DockStore docks) {
                                this.docks = docks;
                            }

                            @GetMapping
                            List<DockView> all() {
                                return docks.all().stream().map(DockView::of).toList();
                            }
                        }
                        """)
                .type("Dock", "public record Dock(String code, String title, boolean open) {}")
                .type(
                        "DockView",
                        """
                        public record DockView(String code, String title, int depth) {
                            static DockView of(Dock dock) { return new DockView(dock.code(), dock.title(), dock.title().length()); }
                        }
                        """)
                .type("DockStore", STORE)
                .built(
                        folder,
                        "dock-read",
                        SPEC.replace("| `code` | string |\n| `title` | string |\n\n## Acc", LISTED)
                                .replace(
                                        "- Authentication: none\n",
                                        "- Authentication: none\n" + requirement));
    }

    @Test
    @Tag("builtin-engine#AC-187")
    void what_another_controller_answers_with_is_answered_as_it_is() throws Exception {
        LoopStandIn loop =
                SmallProject.of()
                        .type("Quay", "public record Quay(String code) {}")
                        .type("Dock", "public record Dock(String code, String quay, int depth) {}")
                        .type(
                                "QuayController",
                                """
                                @RestController
                                @RequestMapping("/quays")
                                class QuayController {
                                    private final QuayStore quays;
                                    private final DockStore docks;
                                    QuayController(QuayStore quays, DockStore docks) { this.quays = quays; this.docks = docks; }
                                    @GetMapping
                                    List<Quay> all() { return quays.all(); }
                                }
                                """)
                        .type(
                                "DockController",
                                """
                                @RestController
                                @RequestMapping("/docks")
                                class DockController {
                                    private final DockStore docks;
                                    DockController(DockStore docks) { this.docks = docks; }
                                    @GetMapping
                                    List<Dock> all() { return docks.all(); }
                                }
                                """)
                        .type(
                                "QuayStore",
                                """
                                @Repository
                                public class QuayStore {
                                    private final Map<String, Quay> all = new ConcurrentHashMap<>();
                                    public void put(Quay one) { all.put(one.code(), one); }
                                    public Optional<Quay> find(String code) { return Optional.ofNullable(all.get(code)); }
                                    public List<Quay> all() { return List.copyOf(all.values()); }
                                }
                                """)
                        .type(
                                "DockStore",
                                """
                                @Repository
                                public class DockStore {
                                    private final Map<String, Dock> all = new ConcurrentHashMap<>();
                                    public void put(Dock one) { all.put(one.code(), one); }
                                    public Optional<Dock> find(String code) { return Optional.ofNullable(all.get(code)); }
                                    public List<Dock> all() { return List.copyOf(all.values()); }
                                    public List<Dock> findByQuay(String quay) { return all().stream().filter(one -> one.quay().equals(quay)).toList(); }
                                }
                                """)
                        .built(
                                folder,
                                "quay-docks",
                                """
                                # Docks of a quay

                                ## Requirements

                                - Endpoint: `GET /quays/{code}/docks`
                                - Authentication: none

                                ## Acceptance Criteria

                                - [ ] AC-1: GET /quays/{code}/docks returns 200 and the docks of this quay
                                """);

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/main/java/a/QuayController.java")))
                .contains("List<Dock> listDocks(", "docks.findByQuay(code)")
                .doesNotContain("DockResponse");
        assertThat(folder.resolve("src/main/java/a/DockResponse.java")).doesNotExist();
    }
}
