package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsCommandTest {
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
                                """
                                ---
                                description: Looks for mistakes
                                model: built-in
                                tools: [read, shell]
                                allowedTools: [read]
                                toolsSettings:
                                  shell: {allowedCommands: [npm test], denyByDefault: true}
                                permissions:
                                  - {capability: fs_write, match: ["docs/**"], effect: deny}
                                resources: [file://README.md]
                                hooks: {stop: []}
                                toolAliases: {a: b}
                                ---
                                You review.
                                """)
                        .with("project/README.md", "the project")
                        .with(
                                "home/.kiro/agents/writer.json",
                                "{\"prompt\":\"w\",\"tools\":[\"*\"]}");
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("custom-agents#AC-14")
    void the_list_says_whose_they_are_and_what_they_may_use() {
        assertThat(kiro.run("agents", "list"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                NAME      OF       TOOLS        WHAT IT IS FOR
                                reviewer  project  read, shell  Looks for mistakes
                                writer    person   *
                                """,
                                ""));
    }

    @Test
    @Tag("custom-agents#AC-14")
    void one_is_shown_as_it_is_understood() {
        assertThat(kiro.run("agents", "show", "reviewer"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                reviewer  .kiro/agents/reviewer.md
                                  for           Looks for mistakes
                                  model         built-in
                                  tools         read, shell (command_output, git, list_directory, read_file, read_skill, read_spec, run_command, search, start_command, stop_command)
                                  unasked       read
                                  commands      npm test
                                  no commands   all others
                                  rule          deny fs_write docs/**
                                  files         README.md
                                  hooks         stop

                                You review.
                                """,
                                """
                                .kiro/agents/reviewer.md:12:15: warning: 'a' is no tool of a server, and keeps its name [agents/wrong-alias]
                                  next: write '@server/tool', with the names that 'kiro mcp list' shows
                                """));
    }

    @Test
    @Tag("custom-agents#AC-14")
    void programs_read_the_same() {
        assertThat(kiro.run("agents", "show", "reviewer", "--json").out())
                .contains(
                        "\"name\" : \"reviewer\"",
                        "\"origin\" : \"project\"",
                        "\"tools\" : [ \"read\", \"shell\" ]",
                        "\"offered\" : [ \"command_output\", \"git\", \"list_directory\"",
                        "\"allowedTools\" : [ \"read\" ]",
                        "\"denyByDefault\" : true",
                        "\"rule\" : \"agents/wrong-alias\"");
        assertThat(kiro.run("agents", "list", "--json").out())
                .contains("\"name\" : \"writer\"", "\"origin\" : \"person\"", "\"unusable\" : [ ]");
        assertThat(kiro.run("agents", "validate", "--json").out())
                .contains("\"agents\" : 2", "\"rule\" : \"agents/wrong-alias\"");
    }

    @Test
    @Tag("custom-agents#AC-14")
    void what_has_to_be_mended_is_an_exit_code() {
        assertThat(kiro.run("agents", "validate").code()).isZero();
        assertThat(kiro.run("agents", "validate", "--strict").code()).isEqualTo(1);
        assertThat(kiro.run("agents", "validate", "writer", "--strict"))
                .isEqualTo(new Kiro.Result(0, "nothing to mend\n", ""));
        files.with("project/.kiro/agents/bad.json", "{");
        Kiro.Result result = kiro.run("agents", "validate", "bad");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith(".kiro/agents/bad.json:1:");
        assertThat(kiro.run("agents", "list").err())
                .isEqualTo("bad has to be mended: see 'kiro agents validate bad'\n");
        assertThat(kiro.run("agents", "show", "bad"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: the agent 'bad' has to be mended first [agents/unusable]
                                  next: 'kiro agents validate bad' says what is wrong with it
                                """));
    }

    @Test
    @Tag("custom-agents#AC-7")
    void a_name_that_nobody_has_stops_the_run_before_it_begins() {
        Kiro.Result result =
                kiro.run("agent", "--agent", "reviwer", "look", "--mode", "autonomous");

        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: there is no agent 'reviwer' [agents/unknown]
                                  next: did you mean reviewer?
                                """));
        assertThat(folder.resolve("project/.kiro/sessions")).doesNotExist();
    }

    private Kiro.Result run(String agent, String... script) {
        files.with("project/script.jsonl", ScriptLines.all(script));
        return kiro.run(
                "agent",
                "--agent",
                agent,
                "look",
                "--mode",
                "autonomous",
                "--json",
                "--model",
                "scripted/script.jsonl");
    }

    @Test
    @Tag("custom-agents#AC-6")
    @Tag("custom-agents#AC-12")
    @Tag("custom-agents#AC-13")
    void a_run_works_as_the_agent_and_says_so() {
        Kiro.Result result =
                run(
                        "reviewer",
                        ScriptLines.call("c1", "write_file", "{\"path\":\"a\",\"content\":\"b\"}"),
                        ScriptLines.says("looked"));

        assertThat(result.out())
                .contains(
                        "\"type\":\"agent-chosen\",\"name\":\"reviewer\",\"file\":\".kiro/agents/reviewer.md\"",
                        "agents/wrong-alias",
                        "<resource path=\\\"README.md\\\">\\nthe project\\n</resource>",
                        "there is no tool 'write_file'");
    }

    @Test
    @Tag("custom-agents#AC-9")
    void a_persons_rule_outside_of_the_repository_takes_away_a_question() {
        files.with(
                "project/.kiro/agents/careful.md",
                "---\ntools: [shell]\nallowedTools: []\n---\nYou test.\n");
        String[] script = {
            ScriptLines.call("c1", "run_command", "{\"command\":\"mkdir made\"}"),
            ScriptLines.says("tested")
        };

        assertThat(run("careful", script).code()).isEqualTo(3);
        assertThat(folder.resolve("project/made")).doesNotExist();

        files.with(
                "home/.kiro/settings/permissions.yaml",
                "rules:\n  - {capability: all, match: ['mkdir *', made], effect: allow}\n");
        assertThat(run("careful", script).code()).isZero();
        assertThat(folder.resolve("project/made")).exists();
    }

    @Test
    @Tag("custom-agents#AC-11")
    void the_agents_model_works_unless_it_cannot_be_used() {
        files.with("project/.kiro/agents/other.md", "---\nmodel: gpt-9\n---\nYou write.\n")
                .with(
                        "project/.kiro/agents/sly.md",
                        "---\nmodel: scripted/script.jsonl\n---\nYou write.\n");

        assertThat(kiro.run("agent", "--agent", "reviewer", "look", "--json").out())
                .contains(
                        "\"model\":\"built-in\"",
                        "the model is set to built-in (.kiro/agents/reviewer.md)");
        assertThat(kiro.run("agent", "--agent", "other", "look", "--json").out())
                .contains(
                        "the agent's model 'gpt-9' cannot be used, and the usual one works: no such model: 'gpt-9'"
                                + " (.kiro/agents/other.md)");
        assertThat(kiro.run("agent", "--agent", "sly", "look", "--json").out())
                .contains("the agent's model 'scripted/script.jsonl' cannot be used");
    }

    @Test
    @Tag("custom-agents#AC-15")
    void a_run_that_goes_on_works_as_the_same_agent() throws Exception {
        files.with("project/.kiro/agents/careful.md", "---\ntools: [read]\n---\nYou look.\n");
        run("careful", ScriptLines.call("c1", "list_directory", "{}"));

        files.with(
                "project/script.jsonl",
                ScriptLines.all(
                        ScriptLines.call("c2", "run_command", "{\"command\":\"mkdir made\"}"),
                        ScriptLines.says("done")));
        Kiro.Result result =
                kiro.run(
                        "agent",
                        "--resume",
                        "--mode",
                        "autonomous",
                        "--json",
                        "--model",
                        "scripted/script.jsonl");
        assertThat(result.out()).contains("there is no tool 'run_command'");
        assertThat(folder.resolve("project/made")).doesNotExist();

        assertThat(kiro.run("agent", "--resume", "--agent", "reviewer").code()).isEqualTo(64);
        java.nio.file.Files.delete(folder.resolve("project/.kiro/agents/careful.md"));
        assertThat(kiro.run("agent", "--resume").err()).contains("there is no agent 'careful'");
    }
}
