package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitMessageActionTest {
    private static final String CART =
            """
            public class Cart {
                public int total() {
                    return 1;
                }

                public void drop(String id) {}
            }
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() {
        shop = new ActionWorkshop(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docs/guide.md | text | docs: describe guide.md",
                "README.md | text | docs: describe README.md",
                "src/test/java/CartTest.java | class CartTest {} | test: add tests to CartTest",
                ".github/workflows/build.yml | on: push | ci: add build.yml",
                "Makefile | all: | build: add Makefile",
                ".editorconfig | root = true | chore: add .editorconfig",
                "src/main/java/Till.java | public class Till {} | feat: add Till",
            })
    @Tag("hook-built-ins#AC-2")
    void what_a_new_file_is_for_names_the_type(String path, String text, String message)
            throws Exception {
        shop.with("src/main/java/Cart.java", CART).committed("start").with(path, text + "\n");

        assertThat(shop.message("main").strip()).isEqualTo(message);
    }

    @Test
    @Tag("hook-built-ins#AC-2")
    void lines_that_are_broken_otherwise_are_style() throws Exception {
        shop.with("src/main/java/Cart.java", CART)
                .committed("start")
                .with("src/main/java/Cart.java", CART.replace("total() {\n", "total()\n    {\n"));

        assertThat(shop.message("main")).isEqualTo("style: format Cart.java\n");
    }

    @Test
    @Tag("hook-built-ins#AC-2")
    void a_small_change_of_code_with_a_test_mends_something() throws Exception {
        shop.with("src/main/java/Cart.java", CART)
                .with("src/test/java/CartTest.java", "class CartTest {\n}\n")
                .committed("start")
                .with("src/main/java/Cart.java", CART.replace("return 1", "return 2"))
                .with(
                        "src/test/java/CartTest.java",
                        "class CartTest {\n    @Test\n    void an_empty_cart_costs_nothing() {}\n}\n");

        assertThat(shop.message("main"))
                .isEqualTo("fix: make sure that an empty cart costs nothing\n");
    }

    @Test
    @Tag("hook-built-ins#AC-2")
    void the_branch_says_what_people_mean() throws Exception {
        shop.with("src/main/java/Cart.java", CART)
                .committed("start")
                .with("src/main/java/Cart.java", CART.replace("return 1", "return 2"));

        assertThat(shop.message("perf/totals")).isEqualTo("perf: speed up Cart.total\n");
        assertThat(shop.message("refactor/totals")).isEqualTo("refactor: rework Cart.total\n");
    }

    @Test
    @Tag("hook-built-ins#AC-3")
    void the_scope_is_the_one_that_the_log_has_for_the_files() throws Exception {
        shop.with("src/main/java/shop/till/Till.java", "class Till {}\n")
                .committed("feat(pay): take money")
                .with("src/main/java/shop/cart/Cart.java", CART)
                .committed("feat(basket): hold articles")
                .with("src/main/java/shop/cart/Shelf.java", "class Shelf {}\n");

        assertThat(shop.message("main")).isEqualTo("feat(basket): add Shelf\n");
    }

    @Test
    @Tag("hook-built-ins#AC-3")
    void without_a_log_the_scope_is_the_module_of_all_code() throws Exception {
        shop.with("README.md", "shop\n")
                .committed("start")
                .with("packages/till/src/till.ts", "export function pay() {}\n");

        assertThat(shop.message("main")).isEqualTo("feat(till): add pay\n");
    }

    @Test
    @Tag("hook-built-ins#AC-3")
    void a_log_that_names_no_scopes_gets_none() throws Exception {
        shop.with("packages/till/src/a.ts", "export const a = 1;\n")
                .committed("feat: take money")
                .with("packages/till/src/b.ts", "export const b = 1;\n")
                .committed("fix: give change")
                .with("packages/till/src/till.ts", "export function pay() {}\n");

        assertThat(shop.message("main")).isEqualTo("feat: add pay\n");
    }

    @Test
    @Tag("hook-built-ins#AC-4")
    void a_request_that_is_no_longer_answered_breaks() throws Exception {
        String app = "const app = require('express')();\n";
        shop.with("app.js", app + "app.delete('/carts/:id', (req, res) => res.sendStatus(204));\n")
                .committed("start")
                .with("app.js", app + "app.post('/carts', (req, res) => res.sendStatus(201));\n");

        assertThat(shop.message("main"))
                .startsWith("feat!: add POST /carts\n")
                .contains("\nBREAKING CHANGE: DELETE /carts/{id} is no longer answered\n");
    }

    @Test
    @Tag("hook-built-ins#AC-4")
    void what_a_library_no_longer_declares_breaks_and_what_a_program_does_not() throws Exception {
        String pom = "<project><artifactId>shop</artifactId></project>\n";
        shop.with("pom.xml", pom)
                .with("src/main/java/Cart.java", CART)
                .committed("start")
                .with(
                        "src/main/java/Cart.java",
                        CART.replace("total()", "total(int vat)")
                                .replace("    public void drop(String id) {}\n", ""));

        assertThat(shop.message("main"))
                .startsWith("refactor!: ")
                .contains(
                        "\nBREAKING CHANGE: 'public int total()' is now 'public int total(int vat)'; Cart.drop is gone\n");
        shop.with("pom.xml", pom.replace("</project>", "<mainClass>Main</mainClass></project>"));
        assertThat(shop.message("main")).doesNotContain("BREAKING", "!:");
        assertThat(shop.run("commit-message", Map.of("breaking", "public")).text())
                .contains("BREAKING CHANGE");
    }

    @Test
    @Tag("hook-built-ins#AC-5")
    void tickets_and_criteria_are_named() throws Exception {
        shop.with(".kiro/specs/pay.md", "# Pay\n")
                .with("src/test/java/TillTest.java", "class TillTest {\n}\n")
                .committed("start")
                .with(
                        "src/main/java/Till.java",
                        "public class Till {\n    public void pay() {}\n}\n")
                .with(
                        "src/test/java/TillTest.java",
                        "class TillTest {\n    @Tag(\"pay#AC-2\") @Tag(\"nothing#AC-1\")\n    void pays() {}\n}\n");

        assertThat(shop.message("feature/SHOP-12-pay"))
                .isEqualTo(
                        """
                        feat: add Till

                        - add Till
                        - add Till.pay

                        Refs: SHOP-12
                        Spec: pay#AC-2
                        """);
        assertThat(shop.message("feature/7-pay")).contains("\nRefs: #7\n");
    }

    @Test
    @Tag("hook-built-ins#AC-5")
    void what_moved_and_what_got_another_version_is_said_so() throws Exception {
        shop.with("src/main/java/Cart.java", CART)
                .with(
                        "package.json",
                        "{\n  \"dependencies\": {\n    \"left-pad\": \"^1.2.0\"\n  }\n}\n")
                .committed("start")
                .with(
                        "package.json",
                        "{\n  \"dependencies\": {\n    \"left-pad\": \"^2.0.1\"\n  }\n}\n");

        assertThat(shop.message("main")).isEqualTo("build: bump left-pad from ^1.2.0 to ^2.0.1\n");
        shop.committed("build: bump");
        shop.git("mv", "src/main/java/Cart.java", "src/main/java/Basket.java");
        assertThat(shop.message("main")).endsWith(": rename Cart to Basket\n");
    }

    @Test
    @Tag("hook-built-ins#AC-5")
    void the_first_line_is_within_its_length() throws Exception {
        shop.with("README.md", "shop\n").committed("start");
        for (String name :
                List.of("AnEndlesslyLongNameOfAClass", "AnotherEndlesslyLongNameOfAClass")) {
            shop.with(
                    "src/main/java/%s.java".formatted(name),
                    "public class %s {}\n".formatted(name));
        }
        shop.staged();

        assertThat(shop.run("commit-message", Map.of("length", "60", "body", "false")).text())
                .isEqualTo("feat: add AnEndlesslyLongNameOfAClass and 1 more\n");
    }

    @Test
    @Tag("hook-built-ins#AC-6")
    void the_message_stands_before_the_comments_of_git() throws Exception {
        shop.with("README.md", "shop\n").committed("start").with("b.md", "b\n").staged();
        String comments =
                "# Please enter\n# ------------------------ >8 ------------------------\ndiff --git\n";
        shop.with(".git/COMMIT_EDITMSG", "\n" + comments);

        prepared("");

        assertThat(shop.read(".git/COMMIT_EDITMSG"))
                .isEqualTo("docs: describe b.md\n\n" + comments);
    }

    @Test
    @Tag("hook-built-ins#AC-6")
    void the_mark_of_comments_is_the_one_that_is_set() throws Exception {
        shop.with("README.md", "shop\n").committed("start").with("b.md", "b\n").staged();
        shop.git("config", "core.commentChar", ";");
        shop.with(".git/COMMIT_EDITMSG", "\n; Please enter\n");

        prepared("");

        assertThat(shop.read(".git/COMMIT_EDITMSG"))
                .isEqualTo("docs: describe b.md\n\n; Please enter\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "template", "merge", "squash", "commit"})
    @Tag("hook-built-ins#AC-6")
    void a_message_from_elsewhere_stays_to_the_byte(String source) throws Exception {
        shop.with("README.md", "shop\n").committed("start").with("b.md", "b\n").staged();
        shop.with(".git/COMMIT_EDITMSG", "\n# nothing here\n");

        BuiltInOutcome outcome = prepared(source);

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.DONE);
        assertThat(shop.read(".git/COMMIT_EDITMSG")).isEqualTo("\n# nothing here\n");
    }

    @Test
    @Tag("hook-built-ins#AC-6")
    void what_a_person_wrote_stays_also_in_another_encoding() throws Exception {
        shop.with("README.md", "shop\n").committed("start").with("b.md", "b\n").staged();
        byte[] latin = "schön\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = shop.root().resolve(".git/COMMIT_EDITMSG");
        Files.write(file, latin);

        prepared("");

        assertThat(Files.readAllBytes(file)).isEqualTo(latin);
        Files.writeString(file, "mine\n# comment\n");
        prepared("");
        assertThat(file).hasContent("mine\n# comment\n");
    }

    @Test
    @Tag("hook-built-ins#AC-6")
    void nothing_staged_is_nothing_to_say() throws Exception {
        shop.with("README.md", "shop\n").committed("start");

        assertThat(shop.message("main")).isEqualTo("nothing is staged");
    }

    private BuiltInOutcome prepared(String source) throws InterruptedException {
        Path file = shop.root().resolve(".git/COMMIT_EDITMSG");
        return shop.on(
                "commit-message",
                EventKind.PREPARE_COMMIT_MSG,
                new Subject.Commit(List.of(), Optional.of(file), source),
                Map.of());
    }
}
