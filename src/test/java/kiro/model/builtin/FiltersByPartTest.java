package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a parameter is said to select by is what it selects by, or it is named.
class FiltersByPartTest {
    private static final String SPEC =
            """
            # Bell list

            ## Requirements

            - Endpoint: `GET /bells`
            - Authentication: none

            Query parameters:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | no | %s |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `name` | string | what it is called |

            ## Acceptance Criteria

            - [ ] AC-1: GET /bells returns 200 and the bells when the request is valid
            - [ ] AC-2: GET /bells returns only the bells with the name when `name` is given
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String said) throws IOException, InterruptedException {
        return built(said, "create table bell (id bigint primary key, name varchar(80));");
    }

    private LoopStandIn built(String said, String schema) throws IOException, InterruptedException {
        return BellProject.of("String name")
                .all(Map.of("src/main/resources/schema.sql", schema))
                .built(folder, "bell-list", SPEC.formatted(said));
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void a_part_is_no_property() throws IOException, InterruptedException {
        LoopStandIn loop = built("at most 40 characters; filters by part, ignoring case");

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/main/java/a/BellController.java")))
                .contains("contains(")
                .doesNotContain("equalsIgnoreCase(");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void a_property_that_nothing_has_is_named_and_the_rest_is_built()
            throws IOException, InterruptedException {
        LoopStandIn loop = built("filters by maker");

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop))
                .anyMatch(note ->
                        note.contains(
                                "\"query parameter name\" stays open: name is said to select by 'maker', and Bell has no such property; GET /bells is written without it"));
        assertThat(Files.readString(folder.resolve("src/main/java/a/BellController.java")))
                .contains("// not built yet: \"query parameter name\"")
                .doesNotContain("filter(");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void what_is_looked_for_fits_into_the_column() throws IOException, InterruptedException {
        LoopStandIn loop =
                built("filters", "create table bell (id bigint primary key, name char(2));");

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/test/java/a/BellListTest.java")))
                .contains("?name=Wa\"", "\"Ot\"")
                .doesNotContain("\"Wanted", "\"Other", "\"Something");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void a_part_fits_into_the_column_as_well() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "at most 8 characters; filters by part, ignoring case",
                        "create table bell (id bigint primary key, name varchar(8));");

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/test/java/a/BellListTest.java")))
                .contains("?name=Wanted\"", "\"WANTED\"", "\"Other\"");
    }

    @Test
    @Tag("builtin-engine#AC-19")
    void what_is_looked_for_has_the_form_that_the_parameter_takes()
            throws IOException, InterruptedException {
        LoopStandIn loop = built("filters; two capital letters and three digits");

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/test/java/a/BellListTest.java")))
                .containsPattern("\\?name=[A-Z]{2}\\d{3}\"")
                .doesNotContain("Wanted");
    }
}
