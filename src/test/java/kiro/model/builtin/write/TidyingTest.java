package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kiro.code.JavaReader;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-95")
class TidyingTest {
    private static final String STORE =
            """
            package shop;
            class Books {
                private final java.util.Map<Long, Book> all = new java.util.HashMap<>();
                java.util.Optional<Book> find(long id) { return java.util.Optional.ofNullable(all.get(id)); }
            }
            """;

    @Test
    void blanks_are_taken_off_as_where_the_project_makes_its_objects() {
        SpringProject project =
                project(
                        "package shop; public record Book(long id, String title, String note) {}",
                        "package shop; class Shop { Book make(String title, String note) { return new Book(1, title.strip(), note); } }");
        DomainType book = project.storages().getFirst().resource();

        Tidying tidying = Tidying.of(project, book);

        assertThat(tidying.of(book.property("title").orElseThrow(), "title", true))
                .isEqualTo("title.strip()");
        assertThat(tidying.of(book.property("title").orElseThrow(), "title", false))
                .isEqualTo("title == null ? null : title.strip()");
        assertThat(tidying.of(book.property("note").orElseThrow(), "note", true)).isEqualTo("note");
    }

    @Test
    void so_are_those_that_setters_take() {
        SpringProject project =
                project(
                        "package shop; public class Book { private long id; private String title; public long getId() { return id; } public String getTitle() { return title; } public void setTitle(String title) { this.title = title; } }",
                        "package shop; class Shop { Book make(NewBook made) { Book book = new Book(); book.setTitle(made.title().trim()); return book; } }");

        assertThat(Tidying.of(project, project.storages().getFirst().resource()).calls())
                .isEqualTo(Map.of("title", ".trim()"));
    }

    private static SpringProject project(String book, String shop) {
        return SpringProject.read(
                JavaReader.ofRuntime(),
                "pom.xml",
                Map.of(
                        "pom.xml", "<project/>",
                        "src/main/java/shop/Book.java", book,
                        "src/main/java/shop/Shop.java", shop,
                        "src/main/java/shop/Books.java", STORE));
    }
}
