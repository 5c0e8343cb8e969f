package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real runs of the agent, whose commands change files against the steering.
class SteeredCommandsTest {
    private static final String BAD = "echo \"console.log('a');\" > src/a.ts";

    @TempDir Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with(".gitignore", "script.jsonl\n.kiro/sessions/\n.kiro/plans/\n")
                        .with(
                                ".kiro/steering/code-style.md",
                                "- Never use `console.log`.\n- Use `let` or `const`, never `var`.\n")
                        .with("src/old.ts", "console.log('was here');\n")
                        .with("src/kept.ts", "export const kept = 1;\n")
                        .committed();
    }

    private Kiro.Result run(String... script) {
        files.with("script.jsonl", ScriptLines.all(script));
        return Kiro.in(folder)
                .run(
                        "agent",
                        "write it",
                        "--model",
                        "scripted/script.jsonl",
                        "--mode",
                        "autonomous");
    }

    private static String shell(String id, String command) {
        return ScriptLines.call(
                id, "run_command", "{\"command\":%s}".formatted(ScriptLines.quoted(command)));
    }

    private String log() {
        return files.read(".kiro/sessions/%s/events.jsonl".formatted(session()));
    }

    private String session() {
        try (var sessions = Files.list(folder.resolve(".kiro/sessions"))) {
            return sessions.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    @Tag("steered-writes#AC-5")
    void what_a_command_makes_against_a_rule_is_taken_back_and_the_model_is_told_why() {
        Kiro.Result result = run(shell("c2", BAD), ScriptLines.says("done"));

        assertThat(folder.resolve("src/a.ts")).doesNotExist();
        assertThat(log())
                .contains(
                        "taken back: line 1 of src/a.ts would violate code-style/no-console-log\\n",
                        "src/a.ts:1:1: console.log is called [code-style/no-console-log]",
                        "rule: Never use `console.log`. (.kiro/steering/code-style.md:1)",
                        "What the command made of src/a.ts was taken back after it.");
        assertThat(result.code()).isNotZero();
    }

    @Test
    @Tag("steered-writes#AC-5")
    void of_what_a_command_changes_the_rest_stays_and_old_violations_too() {
        run(
                shell(
                        "c2",
                        BAD
                                + "; echo 'export const b = 1;' > src/b.ts; sed -i s/was/is/ src/old.ts; rm src/kept.ts"),
                ScriptLines.says("done"));

        assertThat(folder.resolve("src/a.ts")).doesNotExist();
        assertThat(files.read("src/b.ts")).isEqualTo("export const b = 1;\n");
        assertThat(files.read("src/old.ts")).isEqualTo("console.log('is here');\n");
        assertThat(folder.resolve("src/kept.ts")).doesNotExist();
    }

    @Test
    @Tag("steered-writes#AC-6")
    void what_was_taken_back_is_kept_and_its_place_is_said() throws IOException {
        run(shell("c2", "echo 'console.log(1); // mine' >> src/kept.ts"), ScriptLines.says("done"));

        assertThat(files.read("src/kept.ts")).isEqualTo("export const kept = 1;\n");
        assertThat(log()).contains("it is kept in the session's folder, in journal/before/");
        try (var kept =
                Files.list(
                        folder.resolve(".kiro/sessions/%s/journal/before".formatted(session())))) {
            assertThat(kept.map(SteeredCommandsTest::text))
                    .contains("export const kept = 1;\nconsole.log(1); // mine\n");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    @Tag("steered-writes#AC-5")
    void what_a_command_in_the_background_does_later_is_taken_back_before_the_turn_ends() {
        run(
                ScriptLines.call(
                        "c2",
                        "start_command",
                        "{\"command\":%s}"
                                .formatted(
                                        ScriptLines.quoted(
                                                "sleep 2.3; " + BAD + "; echo made; sleep 60"))),
                ScriptLines.call(
                        "c3", "command_output", "{\"handle\":\"bg-1\",\"wait_seconds\":20}"),
                ScriptLines.says("done"),
                ScriptLines.says("done"));

        assertThat(folder.resolve("src/a.ts")).doesNotExist();
        assertThat(log()).contains("taken back: line 1 of src/a.ts");
    }

    @Test
    @Tag("steered-writes#AC-7")
    void what_has_a_mechanical_repair_is_repaired_and_the_model_is_told() {
        Kiro.Result result =
                run(
                        ScriptLines.writes("c2", "src/v.ts", "var a = 1;\nexport { a };\n"),
                        shell("c3", "echo 'var b = 2; export { b };' > src/w.ts"),
                        ScriptLines.says("done"));

        assertThat(files.read("src/v.ts")).isEqualTo("const a = 1;\nexport { a };\n");
        assertThat(files.read("src/w.ts")).isEqualTo("const b = 2; export { b };\n");
        assertThat(log())
                .contains(
                        "repaired line 1 of src/v.ts by code-style/",
                        "after the command: repaired line 1 of src/w.ts by code-style/");
        assertThat(result.code()).isZero();
    }

    @Test
    @Tag("steered-writes#AC-8")
    void a_step_whose_writes_were_refused_too_often_fails_and_says_so() {
        files.with(".kiro/config.yaml", "steering:\n  tries: 3\n");

        Kiro.Result result =
                run(
                        ScriptLines.plan("c1", "write it", "src/a.ts"),
                        ScriptLines.writes("c2", "src/a.ts", "console.log(1);\n"),
                        ScriptLines.writes("c3", "src/a.ts", "console.log(2);\n"),
                        shell("c4", BAD),
                        ScriptLines.writes("c5", "src/a.ts", "export const a = 1;\n"),
                        ScriptLines.says("done"));

        assertThat(result.out())
                .contains(
                        "the rules of the steering refused 3 writes in this step, the most there may be (steering.tries)");
        assertThat(folder.resolve("src/a.ts")).doesNotExist();
        assertThat(result.code()).isNotZero();
    }

    @Test
    @Tag("steered-writes#AC-7")
    void of_the_files_of_a_command_each_is_repaired_that_can_be() {
        run(
                shell("c2", BAD + "; echo 'var b = 2; export { b };' > src/w.ts"),
                ScriptLines.says("done"));

        assertThat(folder.resolve("src/a.ts")).doesNotExist();
        assertThat(files.read("src/w.ts")).isEqualTo("const b = 2; export { b };\n");
        assertThat(log()).contains("What the command made of src/a.ts was taken back after it.");
    }
}
