package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

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

class TypeCheckActionTest {
    private static final String CART =
            """
            package shop;

            public class Cart {
                List<Money> all = List.of();
                int total() { return all.size() }
            }
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() {
        shop =
                new ActionWorkshop(folder)
                        .with("src/main/java/shop/Cart.java", CART)
                        .with(
                                "src/main/java/util/Money.java",
                                "package util;\n\npublic record Money(int cents) {}\n");
    }

    @Test
    @Tag("hook-built-ins#AC-12")
    @Tag("hook-built-ins#AC-13")
    void what_javac_says_comes_with_its_place_and_with_what_leaves_no_choice() throws Exception {
        shop.committed("start");

        BuiltInOutcome outcome = checked(Map.of(), "src/main/java/shop/Cart.java");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text())
                .startsWith("src/main/java/shop/Cart.java:5:36 javac/problem ';' expected: add ;\n")
                .contains(
                        "-    int total() { return all.size() }\n+    int total() { return all.size(); }\n");
        assertThat(shop.read("src/main/java/shop/Cart.java")).isEqualTo(CART);
    }

    @Test
    @Tag("hook-built-ins#AC-13")
    @Tag("hook-built-ins#AC-14")
    void what_is_mended_is_looked_at_again() throws Exception {
        shop.committed("start");

        assertThat(checked(Map.of("fix", "true"), "src/main/java/shop/Cart.java").written())
                .isEmpty();
        shop.with("src/main/java/shop/Cart.java", CART.replace("size() }", "size(); }"));
        BuiltInOutcome outcome = checked(Map.of("fix", "true"), "src/main/java/shop/Cart.java");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.DONE);
        assertThat(outcome.text())
                .isEqualTo("mended src/main/java/shop/Cart.java\njavac has nothing against it");
        assertThat(outcome.written()).containsExactly("src/main/java/shop/Cart.java");
        assertThat(shop.read("src/main/java/shop/Cart.java"))
                .startsWith(
                        "package shop;\n\nimport java.util.List;\nimport util.Money;\n\npublic class Cart {");
    }

    @Test
    @Tag("hook-built-ins#AC-14")
    void what_makes_nothing_better_is_taken_back() throws Exception {
        String wrong = "let itms = 1;\nconsole.log(itm);\n";
        shop.with("tsconfig.json", "{}\n")
                .with("src/a.ts", wrong)
                .with(
                        "node_modules/.bin/tsc",
                        "#!/bin/sh\necho \"src/a.ts(2,13): error TS2552: Cannot find name 'itm'. Did you mean 'itms'?\"\nexit 2\n");
        assertThat(shop.root().resolve("node_modules/.bin/tsc").toFile().setExecutable(true))
                .isTrue();
        shop.committed("start");

        BuiltInOutcome outcome = checked(Map.of("fix", "true"), "src/a.ts");

        assertThat(outcome.text())
                .startsWith(
                        "src/a.ts:2:13 tsc/ts2552 Cannot find name 'itm'. Did you mean 'itms'?: write itms\n")
                .contains("+console.log(itms);");
        assertThat(outcome.written()).isEmpty();
        assertThat(shop.read("src/a.ts")).isEqualTo(wrong);
    }

    @Test
    @Tag("hook-built-ins#AC-12")
    void a_tool_that_cannot_be_run_is_no_yes() throws Exception {
        shop.with("tsconfig.json", "{}\n")
                .with("src/a.ts", "let a = 1;\n")
                .with("node_modules/.bin/tsc", "#!/bin/sh\necho 'out of memory' >&2\nexit 134\n");
        assertThat(shop.root().resolve("node_modules/.bin/tsc").toFile().setExecutable(true))
                .isTrue();
        shop.committed("start");

        BuiltInOutcome outcome = checked(Map.of(), "src/a.ts");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.FAILED);
        assertThat(outcome.text()).isEqualTo("tsc ended with 134: out of memory");
        assertThat(checked(Map.of("tool", "mypy"), "src/a.ts").text())
                .isEqualTo("the project has no mypy");
        assertThat(checked(Map.of(), "README.md"))
                .isEqualTo(
                        BuiltInOutcome.done(
                                "no tool of the project checks these files", List.of()));
    }

    @Test
    @Tag("hook-built-ins#AC-13")
    void typescripts_words_lead_to_edits() {
        var remedies =
                new Remedies(
                        new ImportFinder(
                                shop.with("src/money.ts", "export class Money {}\n").root(),
                                List.of("src/money.ts", "src/cart.ts")));
        String text =
                "import { a, b } from './x.js';\nimport { c } from './y.js';\nconst m = new Money();\nlenght;\n";
        String output =
                """
                src/cart.ts(1,10): error TS6133: 'a' is declared but its value is never read.
                src/cart.ts(2,1): error TS6133: 'c' is declared but its value is never read.
                src/cart.ts(3,15): error TS2304: Cannot find name 'Money'.
                src/cart.ts(4,1): error TS2552: Cannot find name 'lenght'. Did you mean 'length'?
                """;

        List<TextEdit> edits =
                new CheckOutput("tsc", shop.root())
                        .read(CheckOutput.Form.TSC, output, "").stream()
                                .flatMap(problem -> remedies.of(problem, text).stream())
                                .flatMap(remedy -> remedy.edits().stream())
                                .toList();

        assertThat(TextEdit.apply(text, edits))
                .isEqualTo(
                        "import { b } from './x.js';\nimport { Money } from './money.js';\nconst m = new Money();\nlength;\n");
    }

    @Test
    @Tag("hook-built-ins#AC-12")
    void each_tools_words_are_read_with_their_places() {
        var said =
                Map.of(
                        CheckOutput.Form.MAVEN,
                        "[ERROR] %s/A.java:[4,5] cannot find symbol\n[ERROR]   symbol:   class List\n"
                                .formatted(shop.root()),
                        CheckOutput.Form.COLON,
                        "a.py:3:7: error: Name \"x\" is not defined  [name-defined]\n",
                        CheckOutput.Form.ESLINT,
                        "[{\"filePath\":\"%s/a.js\",\"messages\":[{\"ruleId\":\"no-undef\",\"severity\":2,\"line\":1,\"column\":2,\"message\":\"m\"},{\"ruleId\":null,\"severity\":1,\"message\":\"File ignored\"}]}]"
                                .formatted(shop.root()),
                        CheckOutput.Form.RUFF,
                        "[{\"filename\":\"%s/a.py\",\"code\":\"F401\",\"message\":\"m\",\"location\":{\"row\":2,\"column\":3},\"fix\":null}]"
                                .formatted(shop.root()),
                        CheckOutput.Form.PYRIGHT,
                        "{\"generalDiagnostics\":[{\"file\":\"%s/a.py\",\"severity\":\"warning\",\"message\":\"m\",\"rule\":\"reportX\",\"range\":{\"start\":{\"line\":1,\"character\":2}}}]}"
                                .formatted(shop.root()),
                        CheckOutput.Form.CARGO,
                        "{\"message\":{\"level\":\"error\",\"code\":{\"code\":\"E0425\"},\"message\":\"m\",\"spans\":[{\"is_primary\":true,\"file_name\":\"src/a.rs\",\"line_start\":7,\"column_start\":9}],\"children\":[]}}\n");

        assertThat(
                        said.entrySet().stream()
                                .flatMap(each ->
                                        new CheckOutput("t", shop.root())
                                                .read(each.getKey(), each.getValue(), "").stream())
                                .map(problem -> problem.finding(Optional.empty()).toString()))
                .containsExactlyInAnyOrder(
                        "A.java:4:5 t/problem cannot find symbol: class List",
                        "a.py:3:7 t/name-defined Name \"x\" is not defined",
                        "a.js:1:2 t/no-undef m",
                        "a.py:2:3 t/f401 m",
                        "a.py:2:3 t/reportx m",
                        "src/a.rs:7:9 t/e0425 m");
    }

    private BuiltInOutcome checked(Map<String, String> settings, String... files)
            throws InterruptedException {
        return shop.on(
                "type-check", EventKind.FILE_SAVED, new Subject.Files(List.of(files)), settings);
    }
}
