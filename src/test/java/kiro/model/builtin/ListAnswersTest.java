package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a list has for its elements, where new types lie, and bounds that a query sets.
class ListAnswersTest {
    private static final String SPEC =
            """
            # Pass list

            ## Requirements

            - Endpoint: `GET /passes`
            - Authentication: none
            - Order: `endsOn` descending

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `endBefore` | date | no | filters |
            | `minRides` | integer | no | filters |
            | `zone` | string | no | filters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `items` | list | the passes |
            | `total` | integer | how many there are |

            ## Acceptance Criteria

            - [ ] AC-1: GET /passes returns 200 and only matching passes when `endBefore` is given
            """;

    private static final String PASS =
            """
            import java.time.LocalDate;

            public record Pass(long id, String zone, int rides, LocalDate endsOn, String status) {}
            """;

    private static final String CLOSED =
            """
            public record ClosedPass(long id, String status) {
                public static ClosedPass of(Pass pass) { return new ClosedPass(pass.id(), pass.status()); }
            }
            """;

    private static final String CONTROLLER =
            """
            @RestController
            @RequestMapping("/passes")
            class PassController {
                private final Passes passes;
                PassController(Passes passes) { this.passes = passes; }

                @GetMapping("/{id}")
                Pass one(@PathVariable long id) { return passes.findById(id).orElseThrow(); }

                @PostMapping("/{id}/close")
                ClosedPass close(@PathVariable long id) { return ClosedPass.of(passes.findById(id).orElseThrow()); }
            }
            """;

    private static final String STORE =
            """
            @Repository
            public class Passes {
                private final Map<Long, Pass> all = new ConcurrentHashMap<>();
                public void save(Pass pass) { all.put(pass.id(), pass); }
                public Optional<Pass> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Pass> findAll() { return List.copyOf(all.values()); }
            }
            """;

    @TempDir private Path folder;

    private LoopStandIn built() throws IOException, InterruptedException {
        return SmallProject.of("validation")
                .type("Pass", PASS)
                .type("ClosedPass", CLOSED)
                .type("PassController", CONTROLLER)
                .type("Passes", STORE)
                .built(folder, "pass-list", SPEC);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void a_bound_leaves_out_the_value_itself_where_its_name_says_before()
            throws IOException, InterruptedException {
        LoopStandIn loop = built();

        assertThat(loop.problem()).isEmpty();
        assertThat(text("src/main/java/a/PassController.java"))
                .contains("pass.endsOn().compareTo(endBefore) < 0")
                .contains("pass.rides() >= minRides");
        assertThat(text("src/test/java/a/PassListTest.java"))
                .contains("LocalDate.parse(\"2026-01-05\").minusDays(1)")
                .contains("?endBefore=2026-01-05");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void elements_are_what_those_who_read_one_get_and_not_what_another_act_answers()
            throws IOException, InterruptedException {
        built();

        assertThat(text("src/main/java/a/PassPage.java"))
                .contains("List<Pass> items")
                .doesNotContain("ClosedPass");
    }

    @Test
    @Tag("builtin-placing#AC-11")
    void new_types_lie_with_their_controller_and_not_in_the_package_of_another_feature()
            throws IOException, InterruptedException {
        String spec =
                """
                # New track

                ## Requirements

                - Endpoint: `POST /tracks`
                - Authentication: none

                Request fields:

                | Field | Type | Required | Constraints |
                |---|---|---|---|
                | `name` | string | yes | at most 40 characters |

                ## Acceptance Criteria

                - [ ] AC-1: POST /tracks returns 201 when the body is valid
                """;
        LoopStandIn loop =
                SmallProject.of("validation")
                        .file(
                                "src/main/java/a/talk/TalkController.java",
                                """
                                package a.talk;

                                @RestController
                                @RequestMapping("/talks")
                                class TalkController {
                                    @PostMapping
                                    public void add(@Valid @RequestBody TalkRequest request) {}
                                }
                                """)
                        .file(
                                "src/main/java/a/talk/TalkRequest.java",
                                "package a.talk;\n\npublic record TalkRequest(@NotBlank String title) {}\n")
                        .file(
                                "src/main/java/a/track/Track.java",
                                "package a.track;\n\npublic record Track(long id, String name) {}\n")
                        .file(
                                "src/main/java/a/track/TrackController.java",
                                """
                                package a.track;

                                @RestController
                                @RequestMapping("/tracks")
                                class TrackController {
                                    private final Tracks tracks;
                                    TrackController(Tracks tracks) { this.tracks = tracks; }
                                }
                                """)
                        .file(
                                "src/main/java/a/track/Tracks.java",
                                """
                                package a.track;

                                @Repository
                                public class Tracks {
                                    private final Map<Long, Track> all = new ConcurrentHashMap<>();
                                    private long last;
                                    public long nextId() { return ++last; }
                                    public Track save(Track track) { all.put(track.id(), track); return track; }
                                    public Optional<Track> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                }
                                """)
                        .built(folder, "track-create", spec);

        assertThat(loop.problem()).isEmpty();
        try (var files = Files.list(folder.resolve("src/main/java/a/talk"))) {
            assertThat(files).hasSize(2);
        }
        assertThat(text("src/main/java/a/track/CreateTrackRequest.java"))
                .startsWith("package a.track;");
    }
}
