package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecInferCommandTest {
    private static final String CODE =
            """
            import { Router } from 'express';
            export const carts = Router();
            carts.get('/carts/:id', (req, res) => {
              if (!req.params.id) {
                return res.status(404).send('there is no such cart');
              }
              res.json({});
            });
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void make_project() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectory(folder.resolve("w")))
                        .with(".kiro/specs/.keep", "")
                        .with("src/carts.ts", CODE);
    }

    @Test
    @Tag("spec-inference#AC-10")
    void the_spec_is_written_under_the_name_of_the_file_and_never_over_another() {
        Kiro.Result first = kiro("spec", "infer", "src/carts.ts");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith("wrote .kiro/specs/carts.md, inferred from src/carts.ts\n")
                .contains("1 request in 1 file of TypeScript")
                .contains("kiro spec infer --accept carts all");
        String written = workspace.read(".kiro/specs/carts.md");
        assertThat(written)
                .contains(
                        """
                        - [ ] AC-2: GET /carts/{id} returns 404 when `!req.params.id`
                          > inferred from `src/carts.ts:5`, which says `there is no such cart` <!-- kiro:inferred src/carts.ts:5 -->
                        """);

        workspace.with(".kiro/specs/carts.md", "mine\n");
        Kiro.Result second = kiro("spec", "infer", "src/carts.ts");

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("there is a spec 'carts' already");
        assertThat(workspace.read(".kiro/specs/carts.md")).isEqualTo("mine\n");
        assertThat(kiro("spec", "infer", "src/carts.ts", "--force").code()).isZero();
        assertThat(workspace.read(".kiro/specs/carts.md")).isEqualTo(written);
    }

    @Test
    @Tag("spec-inference#AC-10")
    void it_is_printed_and_told_as_json_without_a_file() {
        Kiro.Result printed = kiro("spec", "infer", "src", "--print", "--name", "basket");
        JsonNode json = JsonMapper.shared().readTree(kiro("spec", "infer", "src", "--json").out());

        assertThat(printed.out()).startsWith("# Basket\n\n## Overview\n");
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.at("/endpoints/0/path").asString()).isEqualTo("/carts/{id}");
        assertThat(json.at("/endpoints/0/outcomes/1/place").asString()).isEqualTo("src/carts.ts:5");
        assertThat(workspace.has(".kiro/specs/src.md")).isFalse();
        assertThat(workspace.has(".kiro/specs/basket.md")).isFalse();
    }

    @Test
    @Tag("spec-inference#AC-11")
    void accepting_takes_the_marks_off_and_leaves_the_rest() {
        kiro("spec", "infer", "src/carts.ts");
        String marked = workspace.read(".kiro/specs/carts.md");

        Kiro.Result one = kiro("spec", "infer", "--accept", "carts", "ac-2");

        assertThat(one.out())
                .isEqualTo("1 mark accepted in .kiro/specs/carts.md; others are left\n");
        assertThat(workspace.read(".kiro/specs/carts.md"))
                .isEqualTo(marked.replaceAll(".*kiro:inferred src/carts.ts:5 -->\n", ""));

        Kiro.Result all = kiro("spec", "infer", "--accept", "carts", "all");

        assertThat(all.out()).isEqualTo("1 mark accepted in .kiro/specs/carts.md\n");
        assertThat(workspace.read(".kiro/specs/carts.md"))
                .isEqualTo(marked.replaceAll(".*kiro:inferred .*\n", ""));
        assertThat(kiro("spec", "validate", "carts").code()).isZero();
    }

    @Test
    @Tag("spec-inference#AC-11")
    void a_criterion_that_is_not_there_changes_nothing() {
        kiro("spec", "infer", "src/carts.ts");
        String marked = workspace.read(".kiro/specs/carts.md");

        Kiro.Result result = kiro("spec", "infer", "--accept", "carts", "AC-1", "AC-9");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("there is no criterion AC-9 in .kiro/specs/carts.md");
        assertThat(workspace.read(".kiro/specs/carts.md")).isEqualTo(marked);
        assertThat(kiro("spec", "infer", "--accept", "carts").code()).isEqualTo(64);
        assertThat(kiro("spec", "infer", "--accept", "none", "all").code()).isEqualTo(1);
    }

    @Test
    @Tag("spec-inference#AC-12")
    void a_path_that_cannot_be_read_is_named_with_what_to_do() throws Exception {
        Files.writeString(folder.resolve("outside.py"), "def f(): ...\n");
        workspace.with("docs/a.md", "# A\n");

        assertThat(kiro("spec", "infer", "src/cart.ts"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                "src/cart.ts:1:1: error: there is no src/cart.ts [infer/missing]\n"
                                        + "  next: did you mean src/carts.ts?\n"));
        assertThat(kiro("spec", "infer", "../outside.py").err())
                .contains("../outside.py lies outside of the project [infer/outside]");
        assertThat(kiro("spec", "infer", "docs").err())
                .contains("there is no code in it that a spec could be inferred from");
        assertThat(kiro("spec", "infer", "src/carts.ts#nothing").err())
                .contains("there is no 'nothing' in it");
        assertThat(kiro("spec", "infer").code()).isEqualTo(64);
    }

    @Test
    @Tag("spec-inference#AC-5")
    void what_is_inferred_is_valid_and_a_test_that_names_it_proves_it() {
        kiro("spec", "infer", "src/carts.ts");
        workspace
                .with(
                        "test/carts.test.ts",
                        "// carts#AC-2\ntest('an unknown cart is not found', () => {\n"
                                + "  expect(load('/carts/17').status).toBe(404);\n});\n")
                .with(
                        "junit.xml",
                        "<testsuite name=\"carts\" tests=\"1\"><testcase name=\"an unknown cart is not found\""
                                + " classname=\"carts\" file=\"test/carts.test.ts\"/></testsuite>\n");

        Kiro.Result validated = kiro("spec", "validate", "carts");
        Kiro.Result synced = kiro("spec", "sync", "carts", "--reports", "junit.xml");

        assertThat(validated.code()).as(validated.out() + validated.err()).isZero();
        assertThat(synced.out()).as(synced.err()).contains("ticked: AC-2");
        assertThat(workspace.read(".kiro/specs/carts.md"))
                .contains("- [x] AC-2: GET /carts/{id} returns 404")
                .contains("- [ ] AC-1: GET /carts/{id} returns 200");
    }

    private Kiro.Result kiro(String... words) {
        return Kiro.in(workspace.root())
                .with("XDG_CACHE_HOME", Path.of("target/native").toAbsolutePath().toString())
                .run(words);
    }
}
