package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Resources whose key the request has.
class UniqueKeysTest {
    private static final String SPEC =
            """
            # Track create

            ## Requirements

            - Endpoint: `POST /tracks`
            - Authentication: none
            - Unique: `slug`

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `slug` | string | yes | 2 to 20 characters, pattern `[a-z-]+` |
            | `title` | string | yes | at most 60 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `slug` | string | its address |
            | `title` | string | what it is about |

            ## Acceptance Criteria

            - [ ] AC-1: POST /tracks returns 201 and the track when the body is valid
            - [ ] AC-2: POST /tracks returns 409 when another track has the same `slug` already
            """;

    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-114")
    void are_free_for_each_test_that_sends_one() throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type("Track", "public record Track(String slug, String title) {}")
                        .type(
                                "TrackStore",
                                """
                                @Component
                                public class TrackStore {
                                    private final Map<String, Track> bySlug = new ConcurrentSkipListMap<>();
                                    public Optional<Track> find(String slug) { return Optional.ofNullable(bySlug.get(slug)); }
                                    public List<Track> all() { return List.copyOf(bySlug.values()); }
                                    public void put(Track track) { bySlug.put(track.slug(), track); }
                                    public void remove(String slug) { bySlug.remove(slug); }
                                }
                                """)
                        .type(
                                "TrackController",
                                """
                                @RestController
                                @RequestMapping("/tracks")
                                class TrackController {
                                    private final TrackStore tracks;
                                    TrackController(TrackStore tracks) { this.tracks = tracks; }
                                    @GetMapping("/{slug}")
                                    Track get(@PathVariable String slug) { return tracks.find(slug).orElseThrow(); }
                                }
                                """)
                        .test(
                                "TrackControllerTest",
                                """
                                @SpringBootTest
                                @AutoConfigureMockMvc
                                @DirtiesContext
                                class TrackControllerTest {
                                    @Autowired private MockMvc mvc;

                                    @Test
                                    void unknown() throws Exception {
                                        mvc.perform(get("/tracks/{slug}", "x")).andExpect(status().isNotFound());
                                    }
                                }
                                """)
                        .built(folder, "track-create", SPEC);
        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/test/java/a/TrackCreateTest.java")))
                .contains("AFTER_EACH_TEST_METHOD");
    }
}
