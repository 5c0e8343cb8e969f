package kiro.model.builtin.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import kiro.code.JavaReader;
import kiro.model.builtin.ground.NewProperty.Role;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-91")
class NewTableTest {
    private static final String TALK =
            "package cfp; public record Talk(long id, String title, java.time.Instant heldAt) {}";
    private static final String TALKS =
            """
            CREATE TABLE talks (
                id BIGINT GENERATED ALWAYS AS IDENTITY,
                title VARCHAR(80) NOT NULL,
                held_at TIMESTAMP WITH TIME ZONE,
                CONSTRAINT pk_talks PRIMARY KEY (id)
            );
            """;
    private static final List<NewProperty> REVIEW =
            List.of(
                    NewProperty.plain("id", "long", Role.ID, false),
                    NewProperty.plain("talkId", "long", Role.LINK, false),
                    new NewProperty(
                            "comment",
                            "String",
                            Role.VALUE,
                            true,
                            OptionalInt.of(1000),
                            false,
                            List.of()),
                    new NewProperty(
                            "mood",
                            "ReviewMood",
                            Role.VALUE,
                            false,
                            OptionalInt.empty(),
                            false,
                            List.of("GLAD", "SAD")),
                    NewProperty.plain("createdAt", "Instant", Role.CREATED, false));

    @Test
    void a_script_with_all_tables_gets_one_more_in_its_own_letters() {
        assertThat(drawn(Map.of("src/main/resources/schema.sql", TALKS)))
                .isEqualTo(
                        new NewTable.Outcome.Script(
                                "src/main/resources/schema.sql",
                                TALKS
                                        + """

                                        CREATE TABLE reviews (
                                            id BIGINT GENERATED ALWAYS AS IDENTITY,
                                            talk_id BIGINT NOT NULL REFERENCES talks (id),
                                            comment VARCHAR(1000),
                                            mood VARCHAR(20) NOT NULL,
                                            created_at TIMESTAMP WITH TIME ZONE NOT NULL,
                                            CONSTRAINT pk_reviews PRIMARY KEY (id)
                                        );
                                        """));
    }

    @Test
    void a_migration_gets_the_number_after_the_last_written_as_the_others_are() {
        String folder = "src/main/resources/db/migration/";

        assertThat(
                        path(
                                Map.of(
                                        folder + "V001__talks.sql",
                                        TALKS,
                                        folder + "V009__more.sql",
                                        "select 1;")))
                .isEqualTo(folder + "V010__create_reviews.sql");
        assertThat(
                        path(
                                Map.of(
                                        folder + "V1.9__talks.sql",
                                        TALKS,
                                        folder + "V1.10__more.sql",
                                        "select 1;")))
                .isEqualTo(folder + "V1.11__create_reviews.sql");
        assertThat(path(Map.of(folder + "V20260102093000__talks.sql", TALKS)))
                .isEqualTo(folder + "V20260102093001__create_reviews.sql");
    }

    @Test
    void change_sets_go_on_where_they_are() {
        String path = "src/main/resources/db/changelog/talks.sql";

        NewTable.Outcome drawn =
                drawn(Map.of(path, "--liquibase formatted sql\n\n--changeset ada:7\n" + TALKS));

        assertThat(drawn).isInstanceOf(NewTable.Outcome.Script.class);
        assertThat(((NewTable.Outcome.Script) drawn).text())
                .contains(");\n\n--changeset ada:8\nCREATE TABLE reviews (");
    }

    @Test
    void a_table_that_several_scripts_make_is_none_to_follow() {
        assertThat(
                        drawn(
                                new TreeMap<>(
                                        Map.of(
                                                "src/main/resources/schema-h2.sql", TALKS,
                                                "src/main/resources/schema-pg.sql", TALKS))))
                .isEqualTo(
                        new NewTable.Outcome.Impossible(
                                "several scripts make the table talks (src/main/resources/schema-h2.sql, src/main/resources/schema-pg.sql)"));
    }

    @Test
    void columns_that_other_tables_have_are_as_they_are_there() {
        String scripts =
                TALKS
                        + "CREATE TABLE votes (id BIGINT PRIMARY KEY, talk_id INTEGER REFERENCES talks(id) ON DELETE CASCADE);\n";

        NewTable.Outcome drawn = drawn(Map.of("schema.sql", scripts));

        assertThat(((NewTable.Outcome.Script) drawn).text())
                .contains(
                        "    talk_id INTEGER REFERENCES talks(id) ON DELETE CASCADE,\n    comment");
    }

    private static String path(Map<String, String> scripts) {
        return ((NewTable.Outcome.Script) drawn(scripts)).path();
    }

    private static NewTable.Outcome drawn(Map<String, String> scripts) {
        var files = new TreeMap<>(scripts);
        files.put("src/main/java/cfp/Talk.java", TALK);
        Sources sources = Sources.read(JavaReader.ofRuntime(), files);
        ProjectType talk = sources.types().getFirst();
        return new NewTable(sources, new Renaming("Talk", "Talks", "Review", "Reviews"), REVIEW)
                .after("talks", DomainType.of(talk), Optional.of("talks"));
    }
}
