package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Resources below another one, which the service finds through another service and not in a storage.
class ParentsOfServicesTest {
    private static final String SPEC =
            """
            # Scene read

            ## Overview

            A visitor looks at a scene.

            ## Requirements

            - Endpoint: `GET /films/{filmId}/scenes/{id}`
            - Authentication: none

            ## Acceptance Criteria

            - [ ] AC-1: GET /films/{filmId}/scenes/{id} returns 200 and the scene when it exists
            - [ ] AC-2: GET /films/{filmId}/scenes/{id} returns 404 when there is no such film
            """;

    @TempDir private Path folder;

    private static Map<String, String> project() {
        var files = new LinkedHashMap<String, String>();
        files.put("Film", "public record Film(long id, String title) {}");
        files.put("Scene", "public record Scene(long id, long filmId, String text) {}");
        files.put("Gone", "public class Gone extends RuntimeException {}");
        files.put(
                "Faults",
                """
                @RestControllerAdvice
                class Faults {
                    @ExceptionHandler(Gone.class)
                    ResponseEntity<Void> gone(Gone gone) { return ResponseEntity.status(404).build(); }
                }
                """);
        files.put("Films", store("Film"));
        files.put("Scenes", store("Scene"));
        files.put("FilmService", filmService("Film get", "orElseThrow(Gone::new)"));
        files.put(
                "SceneService",
                """
                @Service
                public class SceneService {
                    private final Scenes store;
                    private final FilmService films;

                    public SceneService(Scenes store, FilmService films) {
                        this.store = store;
                        this.films = films;
                    }

                    public Scene create(long filmId, String text) {
                        return store.save(new Scene(1, filmId, text));
                    }
                }
                """);
        files.put(
                "SceneController",
                """
                @RestController
                @RequestMapping("/films/{filmId}/scenes")
                public class SceneController {
                    private final SceneService scenes;

                    public SceneController(SceneService scenes) {
                        this.scenes = scenes;
                    }

                    @PostMapping
                    public Scene create(@PathVariable long filmId, @RequestBody String text) {
                        return scenes.create(filmId, text);
                    }
                }
                """);
        // Tests that make the service themselves are not to be changed.
        files.put(
                "src/test/java/a/SceneTest.java",
                "package a; class SceneTest { SceneService made(Scenes s, FilmService f) { return new SceneService(s, f); } }");
        return files;
    }

    private static String store(String type) {
        return """
        @Component
        public class %ss {
            private final Map<Long, %s> all = new ConcurrentHashMap<>();

            public %s save(%s one) { all.put(one.id(), one); return one; }

            public Optional<%s> find(long id) { return Optional.ofNullable(all.get(id)); }
        }
        """
                .replace("%s", type);
    }

    private static String filmService(String method, String end) {
        return """
        @Service
        public class FilmService {
            private final Films store;

            public FilmService(Films store) { this.store = store; }

            public %s(long id) { return store.find(id)%s; }
        }
        """
                .formatted(method, end.isEmpty() ? "" : "." + end);
    }

    private LoopStandIn run(Map<String, String> project) throws IOException, InterruptedException {
        return SmallProject.of().all(project).built(folder, "scene-read", SPEC);
    }

    private List<String> service() throws IOException {
        return Files.readAllLines(folder.resolve("src/main/java/a/SceneService.java")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("films."))
                .toList();
    }

    @Test
    @Tag("builtin-placing#AC-1")
    void what_another_service_finds_or_fails_to_find_is_the_parent()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(project());

        assertThat(loop.problem()).isEmpty();
        assertThat(service()).containsExactly("films.get(filmId);");
    }

    @Test
    @Tag("builtin-placing#AC-5")
    void strangers_are_let_in_by_a_filter_and_tests_show_no_credentials()
            throws IOException, InterruptedException {
        Map<String, String> project = project();
        project.put("Gate", gate("caller.isEmpty() && !\"GET\".equals(request.getMethod())"));
        project.put("Caller", "public record Caller(String id) {}");

        LoopStandIn loop = run(project);

        assertThat(loop.problem()).isEmpty();
        assertThat(loop.plan().path("notes").size()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("src/test/java/a/SceneReadTest.java")))
                .contains("mvc.perform(")
                .doesNotContain("AUTHORIZATION", "Authorization");
    }

    @Test
    @Tag("builtin-placing#AC-5")
    void a_filter_that_asks_everybody_is_named_and_nothing_is_written()
            throws IOException, InterruptedException {
        Map<String, String> project = project();
        project.put("Gate", gate("caller.isEmpty()"));
        project.put("Caller", "public record Caller(String id) {}");

        LoopStandIn loop = run(project);

        assertThat(loop.problem())
                .contains(
                        "the spec lets strangers send GET /films/{filmId}/scenes/{id}, and Gate asks every caller of it who they are: let it pass there");
    }

    private static String gate(String refused) {
        return """
        @Component
        public class Gate extends OncePerRequestFilter {
            private static final Map<String, Caller> TOKENS = Map.of("tok-ada", new Caller("ada"));

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String header = request.getHeader("Authorization");
                Optional<Caller> caller = header == null ? Optional.empty()
                        : Optional.ofNullable(TOKENS.get(header.substring("Bearer ".length())));
                caller.ifPresent(one -> request.setAttribute("caller", one));
                if (%s) {
                    response.setStatus(401);
                    return;
                }
                chain.doFilter(request, response);
            }
        }
        """
                .formatted(refused);
    }

    @Test
    @Tag("builtin-placing#AC-1")
    void what_another_service_may_find_fails_as_the_project_does()
            throws IOException, InterruptedException {
        Map<String, String> project = project();
        project.put("FilmService", filmService("Optional<Film> find", ""));

        LoopStandIn loop = run(project);

        assertThat(loop.problem()).isEmpty();
        assertThat(service())
                .allMatch(line -> line.startsWith("films.find(filmId).orElseThrow("))
                .hasSize(1);
    }

    @Test
    @Tag("builtin-placing#AC-1")
    void a_service_that_is_known_by_its_interface_is_one()
            throws IOException, InterruptedException {
        Map<String, String> project = project();
        project.put("FilmService", "public interface FilmService { Film byId(long id); }");
        project.put(
                "FilmWork",
                filmService("Film byId", "orElseThrow(Gone::new)")
                        .replace("class FilmService", "class FilmWork implements FilmService")
                        .replace("FilmService(", "FilmWork("));

        LoopStandIn loop = run(project);

        assertThat(loop.problem()).isEmpty();
        assertThat(service()).containsExactly("films.byId(filmId);");
    }

    @Test
    @Tag("builtin-placing#AC-1")
    @Tag("builtin-placing#AC-2")
    void a_service_that_does_more_than_find_is_not_used_and_the_place_is_named()
            throws IOException, InterruptedException {
        Map<String, String> project = project();
        project.put(
                "FilmService",
                filmService("Film get", "orElseThrow(Gone::new)")
                        .replace("return store", "if (id > 9) throw new Gone(); return store"));

        LoopStandIn loop = run(project);

        assertThat(loop.problem())
                .startsWith(
                        """
                        the built-in engine can do nothing of this spec here:
                        SceneService cannot find the film that a scene belongs to: let it have the Films, \
                        or a class with a method that takes the id and answers the film
                          open by that: AC-1, AC-2
                        """);
    }
}
