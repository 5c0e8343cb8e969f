package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.workspace.Git;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTreesTest {
    @TempDir Path folder;

    private static SourceTree tree(TemporaryWorkspace files) throws InterruptedException {
        var workspace = files.workspace();
        var runner = new CommandRunner(System.getenv(), workspace.root().resolve(".kiro/sessions"));
        return new SourceTrees(workspace, new Git(workspace, runner)).now();
    }

    private TemporaryWorkspace project(String name) throws Exception {
        return TemporaryWorkspace.in(Files.createDirectories(folder.resolve(name)))
                .with("pom.xml", "<project/>")
                .with("src/Cart.java", "class Cart {\n}\n");
    }

    @Test
    @Tag("evidence#AC-8")
    void the_same_code_is_the_same_tree_wherever_and_however_it_is_checked_out() throws Exception {
        var plain = project("plain");
        var committed = project("committed").committed();
        var windows = project("windows").with("src/Cart.java", "class Cart {\r\n}\r\n");
        var dressed =
                project("dressed")
                        .with("README.md", "# Cart")
                        .with("docs/guide.txt", "guide")
                        .with(".kiro/specs/cart.md", "# Cart")
                        .with("target/classes/Cart.class", "cart")
                        .with("app.log", "started");

        assertThat(tree(plain).files().keySet()).containsExactly("pom.xml", "src/Cart.java");
        assertThat(tree(committed)).isEqualTo(tree(plain));
        assertThat(tree(windows)).isEqualTo(tree(plain));
        assertThat(tree(dressed)).isEqualTo(tree(plain));
        assertThat(tree(plain).hash()).isEqualTo(tree(windows).hash());
    }

    @Test
    void every_difference_of_code_is_a_difference_of_the_tree() throws Exception {
        SourceTree before = tree(project("a"));
        var changed =
                project("b").with("src/Cart.java", "class Cart {\n\n}\n").with("src/Item.java", "");
        Files.delete(changed.root().resolve("pom.xml"));

        assertThat(before.differencesTo(tree(changed)))
                .containsExactly("pom.xml", "src/Cart.java", "src/Item.java");
        assertThat(before.hash()).isNotEqualTo(tree(changed).hash());
    }

    @Test
    void a_moved_file_is_another_tree() throws Exception {
        var moved = project("b");
        Files.move(moved.root().resolve("src/Cart.java"), moved.root().resolve("src/Basket.java"));

        assertThat(tree(moved).hash()).isNotEqualTo(tree(project("a")).hash());
    }

    @Test
    void carriage_returns_count_unless_a_line_feed_follows_wherever_the_buffer_ends()
            throws Exception {
        var files = project("a");
        for (int length = 65_533; length <= 65_538; length++) {
            for (String end : List.of("\r\nb\r", "\rb\r\n", "\r\r\n", "\r")) {
                String text = "a".repeat(length) + end;
                files.with("src/Cart.java", text);

                assertThat(tree(files).files().get("src/Cart.java"))
                        .isEqualTo(Hash.of(text.replace("\r\n", "\n")));
            }
        }
    }

    @Test
    void a_link_counts_by_where_it_leads() throws Exception {
        var files = project("a");
        Files.createSymbolicLink(files.root().resolve("src/Link.java"), Path.of("Cart.java"));
        SourceTree before = tree(files);
        Files.delete(files.root().resolve("src/Link.java"));
        Files.createSymbolicLink(files.root().resolve("src/Link.java"), Path.of("gone"));

        assertThat(before.differencesTo(tree(files))).containsExactly("src/Link.java");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java/Cart.java, true",
        "src/main/resources/prompt/plan.md, true",
        "pom.xml, true",
        "Makefile, true",
        "src/main/java/build/Target.java, true",
        "web/src/out/index.ts, true",
        "README.md, false",
        "web/README.md, false",
        "docs/a/b.py, false",
        "LICENSE, false",
        "LICENSE.txt, false",
        "target/classes/a.class, false",
        "web/dist/index.js, false",
        "node_modules/a/src/index.js, false",
        "src/__pycache__/a.pyc, false",
        ".kiro/evidence/cart.json, false",
        "examples/shop/.kiro/steering/style.md, false",
        ".idea/workspace.xml, false",
        ".gitignore, false",
        "junit.xml, false",
        "app.log, false",
    })
    void prose_and_what_tools_make_is_no_code(String path, boolean isCode) {
        assertThat(SourceTrees.isCode(path)).isEqualTo(isCode);
    }
}
