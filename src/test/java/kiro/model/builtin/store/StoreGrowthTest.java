package kiro.model.builtin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("builtin-engine#AC-75")
class StoreGrowthTest {
    private static final String BOOK =
            """
            package shop;
            public record Book(long id, String isbn, Genre genre, java.time.Instant soldAt) {}
            """;
    private static final String GENRE = "package shop; public enum Genre { NOVEL, POEMS }";
    private static final String SCHEMA =
            """
            create table book (
                id bigint generated always as identity primary key,
                isbn varchar(13) not null unique,
                genre varchar(10) not null,
                sold_at timestamp
            );
            """;

    @Test
    void named_parameters_are_given_their_values_and_null_times_stay_null() {
        String store =
                """
                package shop;
                import java.util.Optional;
                import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
                public class Books {
                    private static final String SELECT = "select * from book";
                    private final NamedParameterJdbcTemplate sql;
                    public Books(NamedParameterJdbcTemplate sql) { this.sql = sql; }
                    public Optional<Book> byId(long id) {
                        return sql.query(SELECT + " where id = :id", Map.of("id", id), new BookMapper()).stream().findFirst();
                    }
                }
                """;

        assertThat(code(store, Operation.Kind.UPDATE))
                .contains(
                        """
                        public void update(Book book) {
                            sql.update("update book set isbn = :isbn, genre = :genre, sold_at = :soldAt where id = :id", new MapSqlParameterSource("isbn", book.isbn())
                                    .addValue("genre", book.genre().name())
                                    .addValue("soldAt", book.soldAt() == null ? null : Timestamp.from(book.soldAt()))
                                    .addValue("id", book.id()));
                        }\
                        """);
        assertThat(code(store, Operation.Kind.LIST))
                .contains(
                        """
                        public List<Book> findAll() {
                            return sql.query(SELECT + " order by id", new BookMapper());
                        }\
                        """);
    }

    @Test
    void a_template_makes_keys_with_a_prepared_statement() {
        String store =
                """
                package shop;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Books {
                    private final JdbcTemplate jdbc;
                    Books(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                    int sold(Book book) { return jdbc.update("UPDATE book SET sold_at = ? WHERE id = ?", null, book.id()); }
                    Book byIsbn(String isbn) { return jdbc.queryForObject("SELECT * FROM book WHERE isbn = ?", new DataClassRowMapper<>(Book.class), isbn); }
                }
                """;

        assertThat(code(store, Operation.Kind.SAVE))
                .contains(
                        """
                        Book insert(Book book) {
                            var keys = new GeneratedKeyHolder();
                            jdbc.update(connection -> {
                                PreparedStatement insert = connection.prepareStatement("INSERT INTO book (isbn, genre, sold_at) VALUES (?, ?, ?)", new String[] {"id"});
                                insert.setString(1, book.isbn());
                                insert.setString(2, book.genre().name());
                                insert.setObject(3, book.soldAt() == null ? null : Timestamp.from(book.soldAt()));
                                return insert;
                            }, keys);
                            return new Book(keys.getKey().longValue(), book.isbn(), book.genre(), book.soldAt());
                        }\
                        """);
        assertThat(code(store, Operation.Kind.FIND))
                .contains(
                        """
                        Optional<Book> findById(long id) {
                            return jdbc.query("SELECT * FROM book WHERE id = ?", new DataClassRowMapper<>(Book.class), id).stream().findFirst();
                        }\
                        """);
    }

    @Test
    void a_map_behind_an_interface_gets_its_method_and_the_interface_the_signature() {
        String port =
                """
                package shop;
                public interface Books { java.util.Optional<Book> find(long id); }
                """;
        String map =
                """
                package shop;
                class BooksInMemory implements Books {
                    private final java.util.Map<Long, Book> all = new java.util.HashMap<>();
                    @Override public java.util.Optional<Book> find(long id) { return java.util.Optional.ofNullable(all.get(id)); }
                }
                """;
        var files = files(port);
        files.put("src/main/java/shop/BooksInMemory.java", map);

        Optional<StoreMethod> method = method(files, Operation.Kind.DELETE);

        assertThat(method.map(one -> one.signature().text())).contains("void delete(long id)");
        assertThat(method.map(StoreMethod::code))
                .contains(
                        """
                        @Override
                        public void delete(long id) {
                            all.remove(id);
                        }\
                        """);
        assertThat(method.flatMap(StoreMethod::port).map(one -> one.name())).contains("Books");
    }

    @Test
    void an_interface_that_tests_implement_themselves_is_left_as_it_is() {
        var files =
                files(
                        """
                        package shop;
                        public interface Books { java.util.Optional<Book> find(long id); }
                        """);
        files.put(
                "src/main/java/shop/BooksInMemory.java",
                """
                package shop;
                class BooksInMemory implements Books {
                    private final java.util.Map<Long, Book> all = new java.util.HashMap<>();
                    public java.util.Optional<Book> find(long id) { return java.util.Optional.ofNullable(all.get(id)); }
                }
                """);
        files.put(
                "src/test/java/shop/NoBooks.java",
                "package shop; class NoBooks implements Books { public java.util.Optional<Book> find(long id) { return null; } }");

        assertThat(method(files, Operation.Kind.DELETE)).isEmpty();
    }

    @Test
    void a_map_that_cannot_be_changed_takes_nothing_and_is_listed() {
        String store =
                """
                package shop;
                class Books {
                    private static final java.util.Map<Long, Book> ALL = java.util.Map.of();
                    java.util.Optional<Book> find(long id) { return java.util.Optional.ofNullable(ALL.get(id)); }
                }
                """;

        assertThat(code(store, Operation.Kind.DELETE)).isEmpty();
        assertThat(code(store, Operation.Kind.SAVE)).isEmpty();
        assertThat(code(store, Operation.Kind.LIST)).isPresent();
    }

    @Test
    void entities_are_found_and_stored_by_their_manager() {
        String store =
                """
                package shop;
                class Books {
                    private final jakarta.persistence.EntityManager entities;
                    Books(jakarta.persistence.EntityManager entities) { this.entities = entities; }
                    Book byId(long id) { return entities.find(Book.class, id); }
                }
                """;

        assertThat(code(store, Operation.Kind.LIST))
                .contains(
                        """
                        List<Book> findAll() {
                            return entities.createQuery("select one from Book one order by one.id", Book.class).getResultList();
                        }\
                        """);
        assertThat(code(store, Operation.Kind.DELETE_OBJECT))
                .contains(
                        """
                        void delete(Book book) {
                            entities.remove(book);
                        }\
                        """);
    }

    @Test
    void a_value_without_a_column_is_not_lost_in_an_insert() {
        var files =
                files(
                        """
                        package shop;
                        import org.springframework.jdbc.core.simple.JdbcClient;
                        class Books {
                            private final JdbcClient jdbc;
                            Books(JdbcClient jdbc) { this.jdbc = jdbc; }
                            java.util.Optional<Book> find(long id) { return jdbc.sql("select * from book where id = ?").param(id).query(Book.class).optional(); }
                        }
                        """);
        files.put(
                "src/main/java/shop/Book.java",
                BOOK.replace("Genre genre,", "Genre genre, java.util.List<String> tags,"));

        assertThat(method(files, Operation.Kind.SAVE)).isEmpty();
        assertThat(method(files, Operation.Kind.DELETE)).isPresent();
    }

    @Test
    void a_table_that_no_script_makes_is_left_alone() {
        var files =
                files(
                        """
                        package shop;
                        import org.springframework.jdbc.core.simple.JdbcClient;
                        class Books {
                            private final JdbcClient jdbc;
                            Books(JdbcClient jdbc) { this.jdbc = jdbc; }
                            java.util.Optional<Book> find(long id) { return jdbc.sql("select * from books_of_old where id = ?").param(id).query(Book.class).optional(); }
                            void save(Book book) { }
                        }
                        """);

        assertThat(method(files, Operation.Kind.DELETE)).isEmpty();
    }

    private static final Sought OTHERS = new Sought(isbn(), true, true);

    @ParameterizedTest
    @MethodSource("lookups")
    @Tag("builtin-engine#AC-95")
    void another_object_with_a_value_is_looked_for_apart_from_the_one_that_has_it(
            String store, String code) {
        SpringProject project = SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files(store));
        Storage storage = books(project);

        assertThat(
                        new StoreGrowth(project.sources(), List.of(storage))
                                .exists(storage, OTHERS)
                                .map(StoreMethod::code))
                .contains(code.stripTrailing());
    }

    private static Property isbn() {
        return new Property("isbn", "String", ".isbn()", Optional.empty());
    }

    static List<Arguments> lookups() {
        return List.of(
                Arguments.of(
                        """
                        package shop;
                        class Books {
                            private final java.util.Map<Long, Book> all = new java.util.HashMap<>();
                            java.util.Optional<Book> find(long id) { return java.util.Optional.ofNullable(all.get(id)); }
                        }
                        """,
                        """
                        boolean existsByIsbnIgnoreCaseAndIdNot(String isbn, long id) {
                            return all.values().stream().anyMatch(one -> one.id() != id && isbn.equalsIgnoreCase(one.isbn()));
                        }
                        """),
                Arguments.of(
                        """
                        package shop;
                        class Books {
                            private final jakarta.persistence.EntityManager entities;
                            Books(jakarta.persistence.EntityManager entities) { this.entities = entities; }
                            Book byId(long id) { return entities.find(Book.class, id); }
                        }
                        """,
                        """
                        boolean existsByIsbnIgnoreCaseAndIdNot(String isbn, long id) {
                            return !entities.createQuery("select one from Book one where lower(one.isbn) = lower(:isbn) and one.id <> :id", Book.class)
                                    .setParameter("isbn", isbn)
                                    .setParameter("id", id)
                                    .getResultList()
                                    .isEmpty();
                        }
                        """),
                Arguments.of(
                        """
                        package shop;
                        import org.springframework.jdbc.core.JdbcTemplate;
                        class Books {
                            private final JdbcTemplate jdbc;
                            Books(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                            Book byIsbn(String isbn) { return jdbc.queryForObject("select * from book where isbn = ?", new DataClassRowMapper<>(Book.class), isbn); }
                        }
                        """,
                        """
                        boolean existsByIsbnIgnoreCaseAndIdNot(String isbn, long id) {
                            return jdbc.queryForObject("select count(*) from book where lower(isbn) = lower(?) and id <> ?", Integer.class, isbn, id) > 0;
                        }
                        """),
                Arguments.of(
                        """
                        package shop;
                        import org.springframework.jdbc.core.simple.JdbcClient;
                        class Books {
                            private final JdbcClient jdbc;
                            Books(JdbcClient jdbc) { this.jdbc = jdbc; }
                            java.util.Optional<Book> find(long id) { return jdbc.sql("select * from book where id = :id").param("id", id).query(Book.class).optional(); }
                        }
                        """,
                        """
                        boolean existsByIsbnIgnoreCaseAndIdNot(String isbn, long id) {
                            return jdbc.sql("select count(*) from book where lower(isbn) = lower(:isbn) and id <> :id")
                                    .param("isbn", isbn)
                                    .param("id", id)
                                    .query(Integer.class)
                                    .single() > 0;
                        }
                        """));
    }

    private static Map<String, String> files(String store) {
        var files = new HashMap<String, String>();
        files.put("pom.xml", "<project/>");
        files.put("src/main/java/shop/Book.java", BOOK);
        files.put("src/main/java/shop/Genre.java", GENRE);
        files.put("src/main/java/shop/Books.java", store);
        files.put("src/main/resources/schema.sql", SCHEMA);
        return files;
    }

    private static Optional<String> code(String store, Operation.Kind kind) {
        return method(files(store), kind).map(StoreMethod::code);
    }

    private static Optional<StoreMethod> method(Map<String, String> files, Operation.Kind kind) {
        SpringProject project = SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);
        Storage storage = books(project);
        return new StoreGrowth(project.sources(), List.of(storage)).method(storage, kind);
    }

    private static Storage books(SpringProject project) {
        return project.storages().stream()
                .filter(one -> one.owner().name().equals("Books"))
                .findFirst()
                .orElseThrow();
    }
}
