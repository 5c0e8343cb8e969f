package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies of answers that a controller declares within itself.
class NestedBodiesTest {
    @TempDir private Path folder;

    @Test
    @Tag("builtin-placing#AC-7")
    void a_body_that_the_controller_declares_with_these_fields_is_answered_with()
            throws IOException, InterruptedException {
        run("id", "title");

        assertThat(controller()).contains("BookView.of(books.update(");
        assertThat(Files.exists(folder.resolve("src/main/java/a/BookResponse.java"))).isFalse();
    }

    @Test
    @Tag("builtin-placing#AC-7")
    void one_with_other_fields_is_not() throws IOException, InterruptedException {
        run("id", "title", "shelf");

        assertThat(controller()).contains("BookResponse.of(");
    }

    @Test
    @Tag("builtin-placing#AC-12")
    void a_new_one_stands_where_the_others_do() throws IOException, InterruptedException {
        Path other = folder.resolve("src/main/java/a/dto/ShelfView.java");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "package a.dto;\n\npublic record ShelfView(String name) {}\n");
        Files.createDirectories(folder.resolve("src/main/java/a"));
        Files.writeString(
                folder.resolve("src/main/java/a/ShelfController.java"),
                """
                package a;

                import a.dto.ShelfView;
                import java.util.List;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.RestController;

                @RestController
                class ShelfController {
                    @GetMapping("/shelves")
                    List<ShelfView> all() { return List.of(); }
                }
                """);

        run("id", "title", "shelf");

        assertThat(Files.readString(folder.resolve("src/main/java/a/dto/BookResponse.java")))
                .contains("package a.dto;", "public static BookResponse of(Book book)");
        assertThat(controller()).contains("import a.dto.BookResponse;");
    }

    private String controller() throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/BookController.java"));
    }

    private void run(String... fields) throws IOException, InterruptedException {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "pom.xml",
                "<project><dependencies><dependency><artifactId>spring-boot-starter-webmvc-test</artifactId><scope>test</scope></dependency></dependencies></project>");
        files.put("Book", "public record Book(long id, String title, String shelf) {}");
        files.put(
                "Books",
                """
                @Component
                public class Books {
                    private final Map<Long, Book> all = new ConcurrentHashMap<>();
                    public Book save(Book one) { all.put(one.id(), one); return one; }
                    public Optional<Book> find(long id) { return Optional.ofNullable(all.get(id)); }
                }
                """);
        files.put(
                "BookService",
                """
                @Service
                public class BookService {
                    private final Books store;

                    public BookService(Books store) { this.store = store; }

                    public Book get(long id) {
                        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    }
                }
                """);
        files.put(
                "BookController",
                """
                @RestController
                @RequestMapping("/books")
                public class BookController {
                    record BookView(long id, String title) {
                        static BookView of(Book b) { return new BookView(b.id(), b.title()); }
                    }

                    private final BookService books;

                    public BookController(BookService books) {
                        this.books = books;
                    }

                    @GetMapping("/{id}")
                    public BookView one(@PathVariable long id) {
                        return BookView.of(books.get(id));
                    }
                }
                """);
        for (Map.Entry<String, String> one : files.entrySet()) {
            boolean isNamed = one.getKey().contains(".");
            Path file =
                    folder.resolve(
                            isNamed ? one.getKey() : "src/main/java/a/" + one.getKey() + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, (isNamed ? "" : "package a;\n\n") + one.getValue());
        }
        var spec =
                new StringBuilder(
                        """
                        # Book change

                        ## Requirements

                        - Endpoint: `PUT /books/{id}`
                        - Authentication: none

                        Request fields:

                        | Field | Type | Required | Constraints |
                        |---|---|---|---|
                        | `title` | string | yes | 1 to 40 characters |

                        Response fields:

                        | Field | Type | Meaning |
                        |---|---|---|
                        """);
        for (String field : fields) {
            spec.append("| `")
                    .append(field)
                    .append("` | ")
                    .append(field.equals("id") ? "integer" : "string")
                    .append(" | what it is |\n");
        }
        spec.append(
                """

                ## Acceptance Criteria

                - [ ] AC-1: PUT /books/{id} returns 200 and the book when the body is valid
                """);
        var loop = new LoopStandIn(folder, new BuiltinModel());
        loop.run(
                LoopStandIn.briefing("book-change", spec.toString(), "implement"),
                UnaryOperator.identity());
        assertThat(loop.problem()).isEmpty();
    }
}
