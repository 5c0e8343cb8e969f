package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepoMapTest {
    @TempDir private Path root;

    private void with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> paths() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String map(String task, int characters) throws IOException {
        return RepoMap.of(root, paths(), _ -> true, task, characters).orElse("");
    }

    private void project() throws IOException {
        with(
                "src/Alpha.java",
                "class Alpha {\n    void first() {\n        Money.add(1);\n    }\n}\n");
        with("src/Beta.java", "class Beta {\n    Money money;\n    Money other;\n}\n");
        with("src/Gamma.java", "class Gamma {\n    Money all;\n}\n");
        with(
                "src/Money.java",
                "public final class Money {\n    static Money add(int more) {\n        return null;\n    }\n}\n");
        with("README.md", "Money");
    }

    @Test
    @Tag("context#AC-9")
    void what_others_use_most_stands_first_with_its_declarations() throws IOException {
        project();

        assertThat(map("", 4000))
                .startsWith(
                        """
                        src/Money.java
                          1: public final class Money {
                          2: static Money add(int more) {
                        """)
                .contains("src/Alpha.java\n  1: class Alpha {\n  2: void first() {\n")
                .doesNotContain("README");
    }

    @Test
    @Tag("context#AC-9")
    void what_the_task_speaks_of_stands_before_it() throws IOException {
        project();

        assertThat(map("rename Gamma to Delta", 4000)).startsWith("src/Gamma.java\n");
    }

    @Test
    @Tag("context#AC-9")
    void the_map_keeps_within_its_budget_and_says_what_is_not_in_it() throws IOException {
        project();

        String map = map("", 100);

        assertThat(map)
                .isEqualTo(
                        """
                        src/Money.java
                          1: public final class Money {
                          2: static Money add(int more) {
                        (3 other source files)
                        """);
    }

    @Test
    @Tag("context#AC-10")
    void of_a_large_repository_only_the_files_nearest_to_the_task_are_looked_at()
            throws IOException {
        with("deep/below/some/folders/invoice/Printer.java", "class Printer {}\n");
        with("Top.java", "class Top {}\n");
        var paths = new ArrayList<>(paths());
        for (int i = 0; i < 20_000; i++) {
            paths.add("lib/group" + i % 100 + "/inner/File" + i + ".java");
        }

        String map = RepoMap.of(root, paths, _ -> true, "print an invoice", 4000).orElseThrow();

        assertThat(map)
                .contains("class Printer", "class Top")
                .endsWith("(19,702 other source files)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a.java, public record Point(int x) {}, Point",
        "a.java, '    public <T extends Foo> List<T> findAll(int page) {', findAll",
        "a.java, '        return new Thing() {', ''",
        "a.java, '        if (isReady()) {', ''",
        "a.ts, export async function load(url: string) {, load",
        "a.ts, export default class Cart {, Cart",
        "a.ts, '  async total(items: Item[]): Promise<number> {', total",
        "a.ts, '  total(items) {', total",
        "a.py, 'def total(items):', total",
        "a.py, '    async def total(self):', total",
        "a.go, func (c *Cart) Total() int {, Total",
        "a.go, type Cart struct {, Cart",
        "a.rs, pub(crate) fn total(&self) -> u32 {, total",
        "a.rs, pub enum Kind {, Kind",
        "a.kt, data class User(val name: String), User"
    })
    @Tag("context#AC-9")
    void declarations_are_read_off_their_lines(String path, String line, String name) {
        List<FileOutline.Declared> declared = OutlineScan.of(path, line + "\n").declared();

        assertThat(declared)
                .extracting(FileOutline.Declared::name)
                .isEqualTo(name == null || name.isEmpty() ? List.of() : List.of(name));
    }

    @Test
    @Tag("context#AC-9")
    void a_project_without_sources_has_no_map() throws IOException {
        with("README.md", "hello");

        assertThat(RepoMap.of(root, paths(), _ -> true, "do it", 4000)).isEmpty();
    }

    @Test
    @Tag("context#AC-9")
    void the_same_project_and_task_give_the_same_map() throws IOException {
        project();

        assertThat(map("money", 4000)).isEqualTo(map("money", 4000));
    }

    @Test
    @Tag("context#AC-9")
    void only_files_that_come_into_question_are_asked_about_and_hidden_ones_are_not_counted()
            throws IOException {
        with("src/Alpha.java", "class Alpha {}\n");
        with("src/Hidden.java", "class Hidden {}\n");

        assertThat(
                        RepoMap.of(
                                root,
                                paths(),
                                path -> !path.equals("src/Hidden.java"),
                                "do it",
                                4000))
                .contains("src/Alpha.java\n  1: class Alpha {}\n");

        var asked = new java.util.concurrent.atomic.AtomicInteger();
        List<String> many =
                java.util.stream.IntStream.range(0, 5000)
                        .mapToObj(i -> "src/Many%04d.java".formatted(i))
                        .toList();
        RepoMap.of(
                root,
                many,
                _ -> {
                    asked.incrementAndGet();
                    return true;
                },
                "do it",
                4000);
        assertThat(asked.get()).isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/java/A.java, true",
        "web/__tests__/a.ts, true",
        "Tests/a.py, true",
        "pkg/user_test.go, true",
        "web/cart.spec.tsx, true",
        "src/latest/A.java, false",
        "src/Contest.java, false",
        "test.py, false"
    })
    void tests_are_told_by_their_paths(String path, boolean isTest) {
        List<String> near = new NearSources(Set.of(), 10).of(List.of(path), _ -> true).nearest();

        assertThat(near).isEqualTo(isTest ? List.of() : List.of(path));
    }
}
