package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a parent has a child with a value is asked of the database where Spring Data keeps children.
class ChildQueryTest {
    private static final String FIELDS =
            """
            - Authentication: none
            - Unique: `slug` within the film, ignoring case

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `slug` | string | yes | 2 to 20 characters |

            Response fields: `id`, `slug`

            ## Acceptance Criteria

            """;
    private static final String CREATE =
            """
            # Scene create

            ## Requirements

            - Endpoint: `POST /films/{filmId}/scenes`
            """
                    + FIELDS
                    + """
                    - [ ] AC-1: POST /films/{filmId}/scenes returns 201 and the scene when the body is valid
                    - [ ] AC-2: POST /films/{filmId}/scenes returns 409 when the film has a scene with this `slug` already
                    """;
    private static final String CHANGE =
            """
            # Scene change

            ## Requirements

            - Endpoint: `PUT /films/{filmId}/scenes/{id}`
            """
                    + FIELDS
                    + """
                    - [ ] AC-1: PUT /films/{filmId}/scenes/{id} returns 200 and the scene when the body is valid
                    - [ ] AC-2: PUT /films/{filmId}/scenes/{id} returns 409 when another scene of the film has this `slug`
                    """;
    private static final String COLUMN = "private Long filmId;";
    private static final String OBJECT = "@ManyToOne private Film film;";

    @TempDir private Path folder;

    /// @param link how a scene keeps its film
    /// @param methods what the repository of scenes has
    private String controller(String name, String spec, String link, String methods)
            throws IOException, InterruptedException {
        String type = link.equals(COLUMN) ? "Long" : "Film";
        String property = link.equals(COLUMN) ? "filmId" : "film";
        LoopStandIn loop =
                SmallProject.of("validation", "data-jpa")
                        .file(
                                "src/main/resources/application.properties",
                                "spring.jpa.hibernate.ddl-auto=create-drop\n")
                        .type("Film", entity("Film", "private String title;", "String", "title"))
                        .type(
                                "Scene",
                                entity("Scene", link, type, property)
                                        .replaceFirst(
                                                "}\\s*$",
                                                """
                                                    private String slug;
                                                    public String getSlug() { return slug; }
                                                    public void setSlug(String slug) { this.slug = slug; }
                                                }
                                                """))
                        .type("Films", repository("Film", ""))
                        .type("Scenes", repository("Scene", methods))
                        .type(
                                "SceneController",
                                """
                                @RestController
                                class SceneController {
                                    private final Scenes scenes;
                                    private final Films films;
                                    SceneController(Scenes scenes, Films films) { this.scenes = scenes; this.films = films; }
                                    @GetMapping("/films/{filmId}/scenes/{id}")
                                    Scene get(@PathVariable Long filmId, @PathVariable Long id) {
                                        return scenes.findById(id).orElseThrow();
                                    }
                                }
                                """)
                        .built(folder, name, spec);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return text("SceneController");
    }

    private static String entity(String name, String field, String type, String property) {
        String upper =
                property.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + property.substring(1);
        return """
        @Entity
        public class NAME {
            @Id @GeneratedValue private Long id;
            FIELD
            public Long getId() { return id; }
            public TYPE getUPPER() { return PROPERTY; }
            public void setUPPER(TYPE PROPERTY) { this.PROPERTY = PROPERTY; }
        }
        """
                .replace("NAME", name)
                .replace("FIELD", field)
                .replace("TYPE", type)
                .replace("UPPER", upper)
                .replace("PROPERTY", property);
    }

    private static String repository(String name, String methods) {
        return "public interface %ss extends JpaRepository<%s, Long> {\n%s}\n"
                .formatted(name, name, methods.isEmpty() ? "" : "    " + methods + "\n");
    }

    private String text(String type) throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/" + type + ".java"))
                .replaceAll("\\s+", " ");
    }

    @Test
    @Tag("builtin-engine#AC-175")
    void by_the_column_that_has_the_parents_number() throws IOException, InterruptedException {
        assertThat(controller("scene-create", CREATE, COLUMN, ""))
                .contains("if (scenes.existsByFilmIdAndSlugIgnoreCase(filmId, request.slug())) {")
                .doesNotContain("findAll()");
        assertThat(text("Scenes"))
                .contains("boolean existsByFilmIdAndSlugIgnoreCase(Long filmId, String slug);");
    }

    @Test
    @Tag("builtin-engine#AC-175")
    void by_the_number_of_the_parent_that_it_refers_to() throws IOException, InterruptedException {
        assertThat(controller("scene-create", CREATE, OBJECT, ""))
                .contains("scenes.existsByFilmIdAndSlugIgnoreCase(filmId, request.slug())");
    }

    @Test
    @Tag("builtin-engine#AC-175")
    void but_for_the_one_that_is_changed() throws IOException, InterruptedException {
        assertThat(controller("scene-change", CHANGE, OBJECT, ""))
                .contains(
                        "scenes.existsByFilmIdAndSlugIgnoreCaseAndIdNot(filmId, request.slug(), scene.getId())");
    }

    @Test
    @Tag("builtin-engine#AC-176")
    void what_it_has_itself_is_sent_again_and_served() throws IOException, InterruptedException {
        controller("scene-change", CHANGE, COLUMN, "");
        assertThat(Files.readString(folder.resolve("src/test/java/a/SceneChangeTest.java")))
                .containsSubsequence("_with_its_own_slug()", "isOk()");
    }

    @Test
    @Tag("builtin-engine#AC-175")
    void by_the_method_that_is_there() throws IOException, InterruptedException {
        assertThat(
                        controller(
                                "scene-create",
                                CREATE,
                                COLUMN,
                                "boolean existsBySlugIgnoreCaseAndFilmId(String slug, Long filmId);"))
                .contains("scenes.existsBySlugIgnoreCaseAndFilmId(request.slug(), filmId)");
        assertThat(text("Scenes")).doesNotContain("existsByFilmId");
    }
}
