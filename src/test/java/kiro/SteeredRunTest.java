package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real runs of the agent, whose writes the steering is held against.
class SteeredRunTest {
    private static final String BAD = "export const a = () => console.log('a');\n";
    private static final String GOOD = "export const a = () => 'a';\n";

    @TempDir Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void makeProject() {
        files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "project/.kiro/steering/code-style.md",
                                "- Never use `console.log`.\n")
                        .with("project/src/old.ts", "console.log('was here');\n");
    }

    private Kiro.Result run(String... script) {
        files.with("project/script.jsonl", ScriptLines.all(script));
        return Kiro.in(folder.resolve("project"))
                .run(
                        "agent",
                        "write it",
                        "--model",
                        "scripted/script.jsonl",
                        "--mode",
                        "autonomous");
    }

    private boolean isThere(String path) {
        return Files.exists(folder.resolve("project").resolve(path));
    }

    private String log() {
        return files.read("project/.kiro/sessions/%s/events.jsonl".formatted(session()));
    }

    private String session() {
        try (var sessions = Files.list(folder.resolve("project/.kiro/sessions"))) {
            return sessions.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    @Tag("steered-writes#AC-1")
    void a_file_that_would_violate_a_rule_is_not_written_and_the_model_is_told_rule_and_place() {
        run(ScriptLines.writes("c2", "src/a.ts", BAD), ScriptLines.says("done"));

        assertThat(isThere("src/a.ts")).isFalse();
        assertThat(log())
                .contains(
                        "nothing was written: line 1 of src/a.ts would violate code-style/no-console-log\\n",
                        "src/a.ts:1:24: console.log is called [code-style/no-console-log]",
                        "rule: Never use `console.log`. (.kiro/steering/code-style.md:1)");
    }

    @Test
    @Tag("steering-infrastructure#AC-10")
    void infrastructure_that_would_violate_a_rule_is_not_written() {
        files.with(
                "project/.kiro/steering/aws.md", "- All resources must be tagged with `Owner`.\n");

        run(
                ScriptLines.writes("c2", "main.tf", "resource \"aws_sqs_queue\" \"q\" {}\n"),
                ScriptLines.says("done"));

        assertThat(isThere("main.tf")).isFalse();
        assertThat(log()).contains("aws_sqs_queue q has no tag Owner");
    }

    @Test
    @Tag("steered-writes#AC-1")
    void what_keeps_to_the_rules_is_written_after_it() {
        Kiro.Result result =
                run(
                        ScriptLines.writes("c2", "src/a.ts", BAD),
                        ScriptLines.writes("c3", "src/a.ts", GOOD),
                        ScriptLines.says("done"));

        assertThat(files.read("project/src/a.ts")).isEqualTo(GOOD);
        assertThat(result.code()).isZero();
    }

    @Test
    @Tag("steered-writes#AC-2")
    void an_edit_of_a_file_that_violated_before_may_leave_that_and_add_nothing() {
        run(
                ScriptLines.call("c2", "read_file", "{\"path\":\"src/old.ts\"}"),
                ScriptLines.call(
                        "c3",
                        "edit_file",
                        "{\"path\":\"src/old.ts\",\"old_text\":\"was\",\"new_text\":\"is\"}"),
                ScriptLines.call(
                        "c4",
                        "edit_file",
                        "{\"path\":\"src/old.ts\",\"old_text\":\"console\",\"new_text\":\"console.log(1); console\"}"),
                ScriptLines.says("done"));

        assertThat(files.read("project/src/old.ts")).isEqualTo("console.log('is here');\n");
    }

    @Test
    @Tag("steered-writes#AC-3")
    void no_file_of_a_patch_is_written_when_one_of_them_violates_a_rule() {
        run(
                ScriptLines.call(
                        "c2",
                        "apply_patch",
                        "{\"patch\":\"*** Begin Patch\\n*** Add File: src/b.ts\\n+export const b = 1;\\n*** Add File: src/a.ts\\n+console.log(1);\\n*** End Patch\\n\"}"),
                ScriptLines.says("done"));

        assertThat(isThere("src/a.ts") || isThere("src/b.ts")).isFalse();
        assertThat(log()).contains("[code-style/no-console-log]");
    }

    @Test
    @Tag("steered-writes#AC-4")
    void a_rule_that_is_written_in_the_run_holds_from_then_on() {
        run(
                ScriptLines.writes("c2", "src/AGENTS.md", "- Never use `eval`.\n"),
                ScriptLines.writes("c3", "src/a.ts", "eval('1');\n"),
                ScriptLines.says("done"));

        assertThat(isThere("src/AGENTS.md")).isTrue();
        assertThat(isThere("src/a.ts")).isFalse();
    }

    @Test
    @Tag("steering-told#AC-3")
    void the_model_is_told_the_rules_before_the_files_of_policy() {
        run(ScriptLines.says("done"));

        assertThat(log())
                .containsPattern("\"kind\"\\s*:\\s*\"rules\".*\"kind\"\\s*:\\s*\"steering\"");
    }
}
