package kiro.model.builtin.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kiro.code.JavaReader;
import kiro.model.builtin.ground.NewProperty.Role;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-93")
class WiderStoreTest {
    private static final String TALK =
            "package cfp; public record Talk(long id, String title, String speaker) {}";
    private static final String SCHEMA =
            """
            create table talk (
                id      bigint generated always as identity primary key,
                title   varchar(80) not null, -- as it is announced
                speaker varchar(80) not null
            );
            """;
    private static final List<NewProperty> ROOM =
            List.of(
                    NewProperty.plain("room", "String", Role.VALUE, true),
                    NewProperty.plain("plannedAt", "Instant", Role.VALUE, true));
    private static final String NAMED =
            """
            package cfp;
            import java.util.Optional;
            import org.springframework.jdbc.core.simple.JdbcClient;
            class Talks {
                private final JdbcClient jdbc;
                Talks(JdbcClient jdbc) { this.jdbc = jdbc; }
                Optional<Talk> find(long id) {
                    return jdbc.sql("select t.id, t.title, t.speaker from talk t where id = :id").param("id", id).query(Talk.class).optional();
                }
                long count() {
                    return jdbc.sql("select count(*) from talk").query(Long.class).single();
                }
                void insert(Talk talk) {
                    jdbc.sql("insert into talk (title, speaker) values (:title, :speaker)")
                            .param("title", talk.title())
                            .param("speaker", talk.speaker())
                            .update();
                }
                void update(Talk talk) {
                    jdbc.sql("update talk set title = :title, speaker = :speaker where id = :id")
                            .param("title", talk.title())
                            .param("speaker", talk.speaker())
                            .param("id", talk.id())
                            .update();
                }
            }
            """;

    @Test
    void queries_and_statements_that_name_all_columns_name_the_new_ones_too() {
        assertThat(widened(NAMED, new WiderStore(sql(NAMED), resource(NAMED), ROOM)))
                .contains("select t.id, t.title, t.speaker, t.room, t.planned_at from talk t where")
                .contains("select count(*) from talk\"")
                .contains(
                        "insert into talk (title, speaker, room, planned_at) values (:title, :speaker, :room, :plannedAt)")
                .contains(
                        "update talk set title = :title, speaker = :speaker, room = :room, planned_at = :plannedAt where id = :id")
                .contains(
                        """
                                        .param("speaker", talk.speaker())
                                        .param("room", talk.room())
                                        .param("plannedAt", talk.plannedAt() == null ? null : Timestamp.from(talk.plannedAt()))
                                        .param("id", talk.id())
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-94")
    void statements_that_number_their_values_are_a_reason_not_to() {
        String numbered =
                NAMED.replaceAll(":(title|speaker)", "?")
                        .replaceAll("\\.param\\(\"(title|speaker)\", ", ".param(");
        var store = new WiderStore(sql(numbered), resource(numbered), ROOM);

        widened(numbered, store);

        assertThat(store.reasons())
                .contains(
                        "the statements of Talks are not in a form to which a column can be added");
    }

    @Test
    void the_script_gets_the_columns_behind_the_last() {
        assertThat(new WiderTable(project(NAMED).sources(), ROOM).with("talk"))
                .isEqualTo(
                        new NewTable.Outcome.Script(
                                "schema.sql",
                                SCHEMA.replace(
                                        "speaker varchar(80) not null",
                                        "speaker varchar(80) not null,\n    room    varchar(255),\n    planned_at timestamp")));
    }

    @Test
    void a_migration_of_its_own_adds_the_columns() {
        var files = new TreeMap<>(files(NAMED));
        files.put("src/main/resources/db/migration/V1__talk.sql", files.remove("schema.sql"));
        SpringProject project = SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);

        assertThat(new WiderTable(project.sources(), ROOM).with("talk"))
                .isEqualTo(
                        new NewTable.Outcome.Script(
                                "src/main/resources/db/migration/V2__add_room_and_planned_at_to_talk.sql",
                                """
                                alter table talk add column room varchar(255);
                                alter table talk add column planned_at timestamp;
                                """));
    }

    @Test
    @Tag("builtin-engine#AC-94")
    void a_table_that_is_filled_by_the_order_of_its_columns_stays_as_it_is() {
        var files = new TreeMap<>(files(NAMED));
        files.put("data.sql", "insert into talk values (1, 'Loom', 'sofia');");
        SpringProject project = SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);

        assertThat(new WiderTable(project.sources(), ROOM).with("talk"))
                .isEqualTo(
                        new NewTable.Outcome.Impossible(
                                "a script fills the table talk by the order of its columns"));
    }

    private static String widened(String store, WiderStore wider) {
        return wider.widened(store);
    }

    private static Map<String, String> files(String store) {
        return Map.of(
                "src/main/java/cfp/Talk.java",
                TALK,
                "src/main/java/cfp/Talks.java",
                store,
                "schema.sql",
                SCHEMA);
    }

    private static SpringProject project(String store) {
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files(store));
    }

    private static Storage storage(String store) {
        return project(store).storages().getFirst();
    }

    private static Backing.Sql sql(String store) {
        return (Backing.Sql) storage(store).backing();
    }

    private static kiro.model.builtin.project.DomainType resource(String store) {
        return storage(store).resource();
    }
}
