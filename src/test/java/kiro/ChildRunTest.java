package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program with an agent to which work is given.
class ChildRunTest {
    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() {
        files =
                TemporaryWorkspace.in(folder)
                        .with("project/.kiro/config.yaml", "mode: autonomous\n")
                        .with(
                                "project/.kiro/agents/reviewer.md",
                                "---\ndescription: Looks\ntools: [read]\nresources: [file://style.md]\n---\nYou review.\n")
                        .with("project/style.md", "short lines")
                        .with(
                                "project/.kiro/skills/deploy/SKILL.md",
                                "---\ndescription: How we deploy\n---\nSlowly.\n");
        kiro = Kiro.in(folder.resolve("project"));
    }

    private Kiro.Result run(String... script) {
        files.with("project/script.jsonl", ScriptLines.all(script));
        return kiro.run(
                "agent",
                "look",
                "--mode",
                "autonomous",
                "--json",
                "--model",
                "scripted/script.jsonl");
    }

    private static String delegate(String agent) {
        return ScriptLines.call(
                "c1", "delegate", "{\"task\":\"look well\",\"agent\":\"%s\"}".formatted(agent));
    }

    @Test
    @Tag("sub-agents#AC-1")
    @Tag("sub-agents#AC-2")
    @Tag("sub-agents#AC-8")
    void a_child_works_with_its_part_its_resources_and_the_skills() {
        Kiro.Result result =
                run(
                        delegate("reviewer"),
                        ScriptLines.call("c2", "read_skill", "{\"name\":\"deploy\"}"),
                        ScriptLines.call("c3", "run_command", "{\"command\":\"touch pwned\"}"),
                        ScriptLines.says("it looks good"),
                        ScriptLines.says("done"));

        // what the child tried and could not do is left undone
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "\"type\":\"child-started\",\"child\":\"1\",\"call\":\"c1\",\"agent\":\"reviewer\",\"task\":\"look"
                                + " well\"",
                        "\"type\":\"child-did\",\"child\":\"1\",\"event\":{\"type\":\"tool-intended\",\"call\":\"c2\"",
                        "<resource path=\\\"style.md\\\">\\nshort lines",
                        "<skill>\\nSlowly.\\n</skill>",
                        "there is no tool 'run_command'; the tools are list_directory, read_file, read_skill, read_spec, search",
                        "\"type\":\"child-ended\",\"child\":\"1\",\"end\":\"undone\"",
                        "<answer child=\\\"1\\\" agent=\\\"reviewer\\\">\\nit looks good\\n</answer>");
        assertThat(folder.resolve("project/pwned")).doesNotExist();
        assertThat(kiro.run("session", "show").out())
                .contains("child 1 begins as reviewer", "child 1: ", "child 1 ends: undone");
    }

    @Test
    @Tag("sub-agents#AC-13")
    void a_rule_keeps_work_from_being_given() {
        files.with(
                "home/.kiro/settings/permissions.yaml",
                "rules:\n  - {capability: subagent, match: reviewer, effect: deny}\n");
        Kiro.Result result = run(delegate("reviewer"), ScriptLines.says("done"));

        assertThat(result.out())
                .contains("not allowed: the rule 'deny subagent 'reviewer''")
                .doesNotContain("child-started");
    }

    @Test
    @Tag("sub-agents#AC-1")
    void a_person_sees_what_a_child_does_and_not_what_it_says() {
        files.with(
                "project/script.jsonl",
                ScriptLines.all(
                        delegate("reviewer"),
                        ScriptLines.call("c2", "list_directory", "{}"),
                        ScriptLines.says("many words of the child"),
                        ScriptLines.says("done")));
        Kiro.Result result =
                kiro.run(
                        "agent",
                        "look",
                        "--mode",
                        "autonomous",
                        "--plain",
                        "--model",
                        "scripted/script.jsonl");

        assertThat(result.out())
                .contains("child 1 (reviewer): look well", "child 1: list", "child 1 ends: done")
                .doesNotContain("many words of the child");
    }
}
