package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Columns.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final String ACCOUNT =
            """
            package bank;
            record AccountEntity(String iban, String shortName, String currency, String note, long balance) {}
            """;

    @Test
    @Tag("builtin-engine#AC-62")
    void columns_of_a_table_that_is_called_after_the_type_say_how_long_texts_are() {
        String sql =
                """
                -- all accounts
                create table if not exists accounts (
                    iban varchar(34) primary key,
                    short_name character varying (20) not null,
                    currency char(3) not null,
                    balance bigint not null
                );
                create table notes (note varchar(5));
                """;

        assertThat(column(sql, "iban")).contains(new Column(34, false));
        assertThat(column(sql, "shortName")).contains(new Column(20, false));
        assertThat(column(sql, "currency")).contains(new Column(3, true));
        assertThat(column(sql, "note")).isEmpty();
        assertThat(column(sql, "balance")).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-62")
    void a_later_migration_counts() {
        String sql =
                """
                CREATE TABLE account (iban VARCHAR(20));
                ALTER TABLE account ADD COLUMN note VARCHAR(8);
                """;

        assertThat(column(sql, "note")).contains(new Column(8, false));
    }

    private static Optional<Column> column(String sql, String name) {
        Sources sources =
                Sources.read(
                        JavaReader.ofRuntime(),
                        Map.of(
                                "src/main/java/bank/AccountEntity.java",
                                ACCOUNT,
                                "src/main/resources/schema.sql",
                                sql));
        ProjectType type = sources.types().getFirst();
        return new Columns(sources).of(type, DomainType.of(type).property(name).orElseThrow());
    }
}
