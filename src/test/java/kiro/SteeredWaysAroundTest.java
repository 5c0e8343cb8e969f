package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run could do so that a rule no longer holds.
class SteeredWaysAroundTest {
    private static final String BAD = "console.log(1);\n";

    @TempDir Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with(".gitignore", "script.jsonl\n.kiro/sessions/\n.kiro/plans/\n")
                        .with(
                                ".kiro/steering/code-style.md",
                                "- Never use `console.log`; use `src/log.ts`.\n")
                        .with("src/log.ts", "export const log = 1;\n")
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

    private boolean isThere(String path) {
        return Files.exists(folder.resolve(path));
    }

    @Test
    @Tag("steered-writes#AC-11")
    void that_a_file_says_a_program_made_it_does_not_count_when_a_tool_writes_it() {
        run(
                ScriptLines.writes("c1", "src/a.ts", "// Code generated. DO NOT EDIT.\n" + BAD),
                ScriptLines.writes("c2", "src/b.ts", "// " + "x".repeat(6_000) + "\n" + BAD),
                ScriptLines.says("done"));

        assertThat(isThere("src/a.ts")).isFalse();
        assertThat(isThere("src/b.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void a_file_that_git_ignores_from_the_same_command_on_is_checked() {
        run(
                shell("c1", "echo 'console.log(1);' > src/a.ts; echo '*.ts' >> .gitignore"),
                ScriptLines.says("done"));

        assertThat(isThere("src/a.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void a_link_makes_no_program_of_what_may_stand_in_a_text() {
        run(
                shell("c1", "echo 'console.log(1);' > src/a.txt; ln -s a.txt src/a.ts"),
                ScriptLines.says("done"));

        assertThat(isThere("src/a.txt")).isTrue();
        assertThat(isThere("src/a.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void a_rule_holds_although_what_it_says_to_use_was_taken_away() {
        run(
                shell("c1", "rm src/log.ts"),
                ScriptLines.writes("c2", "src/a.ts", BAD),
                shell("c3", "echo 'console.log(2);' > src/b.ts"),
                ScriptLines.says("done"));

        assertThat(isThere("src/log.ts")).isFalse();
        assertThat(isThere("src/a.ts")).isFalse();
        assertThat(isThere("src/b.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void steering_of_a_folder_that_a_command_makes_takes_nothing_back_that_held() {
        run(
                shell(
                        "c1",
                        "mkdir -p src/.kiro/steering && echo '- Never use `a.b`; use `console.log`.' > src/.kiro/steering/a.md"),
                ScriptLines.writes("c2", "src/a.ts", BAD),
                ScriptLines.says("done"));

        assertThat(isThere("src/a.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void steering_of_a_folder_is_not_written_on_the_side() {
        run(
                ScriptLines.writes("c1", "src/.kiro/steering/a.md", "- Be kind.\n"),
                ScriptLines.says("done"));

        assertThat(isThere("src/.kiro/steering/a.md")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void what_a_run_writes_into_agents_md_adds_rules_and_takes_none_away() {
        files.with("AGENTS.md", "- Never use `eval`.\n");

        run(
                ScriptLines.call("c1", "read_file", "{\"path\":\"AGENTS.md\"}"),
                ScriptLines.writes("c2", "AGENTS.md", "- Never use `alert`.\n"),
                ScriptLines.writes("c3", "src/a.ts", "eval('1');\n"),
                ScriptLines.writes("c4", "src/b.ts", "alert('1');\n"),
                ScriptLines.says("done"));

        assertThat(files.read("AGENTS.md")).isEqualTo("- Never use `alert`.\n");
        assertThat(isThere("src/a.ts")).isFalse();
        assertThat(isThere("src/b.ts")).isFalse();
    }

    @Test
    @Tag("steered-writes#AC-11")
    void what_a_person_changes_in_the_steering_while_a_run_goes_on_counts() {
        run(
                ScriptLines.writes("c1", "src/a.ts", "export const a = 1;\n"),
                ScriptLines.says("done"));
        files.with(".kiro/steering/code-style.md", "- Never use `eval`.\n");

        run(ScriptLines.writes("c1", "src/b.ts", BAD), ScriptLines.says("done"));

        assertThat(isThere("src/b.ts")).isTrue();
    }
}
