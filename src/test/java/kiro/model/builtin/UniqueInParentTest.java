package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What there may be only once of what the path names.
class UniqueInParentTest {
    private static final String SPEC =
            """
            # Scene create

            ## Requirements

            - Endpoint: `POST /films/{filmId}/scenes`
            - Authentication: none
            - Unique: `slug` within the %s, ignoring case

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `slug` | string | yes | 2 to 20 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /films/{filmId}/scenes returns 201 and the scene when the body is valid
            - [ ] AC-2: POST /films/{filmId}/scenes returns 409 when the film has a scene with this `slug` already
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String parent) throws IOException, InterruptedException {
        return built(parent, store("Scene"));
    }

    private LoopStandIn built(String parent, String scenes)
            throws IOException, InterruptedException {
        return SmallProject.of("validation")
                .type("Film", "public record Film(long id, String title) {}")
                .type("Scene", "public record Scene(long id, long filmId, String slug) {}")
                .type("Films", store("Film"))
                .type("Scenes", scenes)
                .type(
                        "SceneController",
                        """
                        @RestController
                        class SceneController {
                            private final Scenes scenes;
                            private final Films films;
                            SceneController(Scenes scenes, Films films) { this.scenes = scenes; this.films = films; }
                            @GetMapping("/films/{filmId}/scenes/{id}")
                            Scene get(@PathVariable long filmId, @PathVariable long id) {
                                return scenes.find(id).filter(scene -> scene.filmId() == filmId).orElseThrow();
                            }
                        }
                        """)
                .test(
                        "SceneControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class SceneControllerTest {
                            @Autowired private MockMvc mvc;
                            @Autowired private Films films;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/films/{filmId}/scenes/{id}", 1, 2)).andExpect(status().isNotFound());
                            }
                        }
                        """)
                .built(folder, "scene-create", SPEC.formatted(parent));
    }

    private static String store(String type) {
        return """
        @Component
        public class %ss {
            private final Map<Long, %s> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<%s> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<%s> all() { return List.copyOf(byId.values()); }
            public void save(%s one) { byId.put(one.id(), one); }
        }
        """
                .replace("%s", type);
    }

    @Test
    @Tag("builtin-engine#AC-162")
    void is_compared_with_those_of_the_same_one() throws IOException, InterruptedException {
        assertThat(built("film").problem()).isEmpty();
        assertThat(text("src/main/java/a/SceneController.java").replaceAll("\\s+", " "))
                .contains(
                        "other -> other.filmId() == filmId && ", "equalsIgnoreCase(other.slug())");
        assertThat(text("src/test/java/a/SceneCreateTest.java").replaceAll("\\s+", " "))
                .contains("OfAnotherParentIsServed", "film = ", "isCreated()");
    }

    @Test
    @Tag("builtin-engine#AC-162")
    void is_compared_with_what_lists_the_same_one_alone() throws IOException, InterruptedException {
        String scenes =
                store("Scene")
                        .replace(
                                "List<Scene> all() { return List.copyOf(byId.values()); }",
                                "List<Scene> ofFilm(long filmId) { return byId.values().stream().filter(one -> one.filmId() == filmId).toList(); }");
        assertThat(built("film", scenes).problem()).isEmpty();
        assertThat(text("src/main/java/a/SceneController.java").replaceAll("\\s+", ""))
                .contains("scenes.ofFilm(filmId).stream().anyMatch(other->");
        assertThat(text("src/test/java/a/SceneCreateTest.java"))
                .contains("OfAnotherParentIsServed", "scenes.ofFilm(film.id()).size()");
    }

    @Test
    @Tag("builtin-engine#AC-162")
    void is_not_built_where_the_path_names_no_such_thing()
            throws IOException, InterruptedException {
        built("studio");
        assertThat(text("src/main/java/a/SceneController.java")).doesNotContain("anyMatch");
        assertThat(text("src/test/java/a/SceneCreateTest.java")).doesNotContain("#AC-2\"");
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
