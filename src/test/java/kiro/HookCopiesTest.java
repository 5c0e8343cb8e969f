package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What hooks try in copies of a project runs within the walls of hooks' commands, which the copies lie outside of.
class HookCopiesTest {
    private static final String WORKING =
            "#!/bin/sh\necho \"$*\" >>'%s'\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n";
    private static final String BROKEN = "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n";
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - {name: types, on: pre-commit, use: type-check}
              - {name: first test, on: manual, use: test-stub, with: {file: lib/cart.py, model: scripted/script.jsonl}}
            """;
    private static final String TESTS =
            """
            mkdir -p "$KIRO_REPORTS"
            echo '<testsuite name="t"><testcase classname="tests.test_cart" name="test_total"/></testsuite>' > "$KIRO_REPORTS/TEST-cart.xml"
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private Path ran;

    @BeforeEach
    void makeProject() throws Exception {
        ran = folder.resolve("ran");
        String proposal =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "text",
                                        "from lib.cart import total\n\n\ndef test_total():\n    assert total() == 3\n"));
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/hooks.yaml", HOOKS)
                        .with("run-tests", TESTS)
                        .with("tsconfig.json", "{}\n")
                        .with(".gitignore", "node_modules\nscript.jsonl\n")
                        .with("node_modules/.bin/tsc", "#!/bin/sh\nexit 0\n")
                        .with("src/a.ts", "let a = 1;\n")
                        .with("lib/cart.py", "def total():\n    return 3\n")
                        .with("tests/test_a.py", "def test_a():\n    assert 1\n")
                        .with(
                                "script.jsonl",
                                IntStream.range(0, 4)
                                        .mapToObj(i ->
                                                ScriptLines.call(
                                                        "c" + i, "propose_tests", proposal))
                                        .collect(Collectors.joining("\n")));
        assertThat(workspace.root().resolve("node_modules/.bin/tsc").toFile().setExecutable(true))
                .isTrue();
        workspace.committed();
    }

    private Kiro kiro(String bubblewrap) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve("bwrap");
        Files.writeString(program, bubblewrap.formatted(ran));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Kiro kiro =
                Kiro.in(workspace.root())
                        .with("KIRO_SANDBOX", "on")
                        .with("KIRO_TEST_COMMAND", "sh run-tests")
                        .with("PATH", bin + ":" + System.getenv("PATH"));
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        return kiro;
    }

    @Test
    @Tag("hook-built-ins#AC-19")
    void tools_reach_the_copy_of_what_is_staged() throws Exception {
        workspace.with("src/a.ts", "let a = 2;\n");
        workspace.git("add", "-A");
        workspace.with("src/a.ts", "let a = 3;\n");

        Kiro.Result result = kiro(WORKING).run("hooks", "git", "pre-commit");

        assertThat(result.err()).contains("tsc has nothing against it");
        assertThat(Files.readString(ran)).containsPattern("--bind (\\S+/copy-\\S+/w) \\1 ");
    }

    @Test
    @Tag("hook-models#AC-8")
    void tests_by_a_model_run_within_walls_though_the_project_is_trusted() throws Exception {
        Kiro.Result result = kiro(WORKING).run("hooks", "run", "first test");

        assertThat(result.out()).contains("wrote tests/test_cart.py: its tests pass");
        assertThat(Files.readString(ran))
                .containsPattern("--bind (\\S+/copy-\\S+/w) \\1 (?s).*run-tests");
    }

    @Test
    @Tag("hook-models#AC-8")
    void where_nothing_confines_them_tests_by_a_model_do_not_run() throws Exception {
        Kiro.Result result = kiro(BROKEN).run("hooks", "run", "first test");

        assertThat(result.out())
                .contains("wrote tests/test_cart.py: 1 test that fails until written")
                .contains("what a model proposes is not run, as nothing confines it here");
    }
}
