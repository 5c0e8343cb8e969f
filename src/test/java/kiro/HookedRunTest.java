package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookedRunTest {
    private static final String SCRIPT = "scripted/script.jsonl";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "*.jsonl\n")
                        .committed();
    }

    private void hooks(String yaml) {
        workspace.with(".kiro/hooks.yaml", "version: 1\nhooks:\n" + yaml.indent(2));
        kiro().run("trust", "--yes");
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }

    private Kiro.Result agent(String... script) {
        workspace.with("script.jsonl", ScriptLines.all(script));
        return kiro().run("agent", "make it", "--model", SCRIPT, "--mode", "autonomous");
    }

    private Kiro.Result chat(Kiro kiro, String... script) {
        workspace.with("script.jsonl", ScriptLines.all(script));
        return kiro.run("chat", "--model", SCRIPT, "--mode", "autonomous");
    }

    private List<String> log() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve(".kiro/sessions"))) {
            Path newest =
                    files.filter(file -> file.endsWith("events.jsonl"))
                            .sorted()
                            .reduce((first, second) -> second)
                            .orElseThrow();
            return Files.readAllLines(newest);
        }
    }

    private String read(String path) throws IOException {
        return Files.readString(workspace.root().resolve(path));
    }

    @Test
    @Tag("hook-sessions#AC-1")
    void a_no_keeps_a_call_from_being_made_and_the_model_is_told_why() throws Exception {
        hooks(
                """
                - {name: guard, on: before-tool, tools: [write], command: "grep -q secret && { echo keep out >&2; exit 2; } || true"}
                - {name: after, on: after-tool, tools: [write], command: "cat >> seen"}
                """);

        Kiro.Result result =
                agent(
                        ScriptLines.writes("c1", "secret.txt", "x\n"),
                        ScriptLines.writes("c2", "open.txt", "x\n"),
                        ScriptLines.says("done"));

        assertThat(workspace.root().resolve("secret.txt")).doesNotExist();
        assertThat(workspace.root().resolve("open.txt")).exists();
        assertThat(log())
                .anyMatch(line -> line.contains("not made: the hook 'guard' says no: keep out"));
        assertThat(read("seen"))
                .contains(
                        "\"hook_event_name\":\"PostToolUse\"",
                        "\"tool_name\":\"write_file\"",
                        "\"files\":[\"open.txt\"]",
                        "\"success\":true")
                .doesNotContain("secret.txt");
        assertThat(result.code()).isNotEqualTo(70);
    }

    @Test
    @Tag("hook-sessions#AC-2")
    void what_hooks_print_at_the_beginning_is_told_to_the_model() throws Exception {
        hooks(
                """
                - {name: start, on: session-start, command: "echo the build is green"}
                - {name: ask, on: prompt-submitted, command: "echo ticket 7"}
                - {name: end, on: session-end, command: "echo > ended"}
                - {name: after, on: after-task, command: "echo > after"}
                - {name: more, on: after-tool, tools: [write], task: "tell what you wrote"}
                """);

        Kiro.Result result =
                agent(ScriptLines.writes("c1", "open.txt", "x\n"), ScriptLines.says("done"));

        assertThat(result.code()).isZero();
        assertThat(log())
                .anyMatch(line ->
                        line.contains("\"type\":\"told\"")
                                && line.contains("the build is green")
                                && line.contains("ticket 7"))
                .anyMatch(line ->
                        line.contains("\"type\":\"tool-finished\"")
                                && line.contains("tell what you wrote"));
        assertThat(workspace.root().resolve("ended")).exists();
        assertThat(workspace.root().resolve("after")).exists();
    }

    @Test
    @Tag("hook-sessions#AC-3")
    void a_no_keeps_a_run_from_beginning() throws Exception {
        hooks(
                """
                - {name: freeze, on: before-task, command: "echo code freeze until Monday; exit 1"}
                """);

        Kiro.Result result = agent(ScriptLines.says("never asked"));

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("the hook 'freeze' ended with exit code 1: code freeze until Monday")
                .doesNotContain("never asked");
        assertThat(log()).noneMatch(line -> line.contains("\"type\":\"told\""));
    }

    @Test
    @Tag("hook-sessions#AC-3")
    void in_a_conversation_a_no_is_said_and_the_person_goes_on() throws Exception {
        hooks(
                """
                - {name: words, on: prompt-submitted, match: password, command: "echo no passwords; exit 2"}
                """);

        Kiro.Result result =
                chat(kiro().reading("my password is x", "hello", "/quit"), ScriptLines.says("hi"));

        assertThat(result.out()).contains("no passwords", "hi");
        assertThat(log()).noneMatch(line -> line.contains("my password"));
    }

    @Test
    @Tag("hook-sessions#AC-4")
    void while_hooks_are_broken_or_not_trusted_runs_do_not_begin() {
        hooks("- {name: gate, on: before-task, command: 'true'}");
        workspace.with(".kiro/scripts/new.sh", "echo\n");
        Kiro.Result untrusted = agent(ScriptLines.says("never asked"));
        workspace.with(".kiro/hooks.yaml", "version: 1\nhooks: 7\n");
        Kiro.Result broken = agent(ScriptLines.says("never asked"));

        assertThat(untrusted.code()).isEqualTo(3);
        assertThat(untrusted.out()).contains("nobody trusts its file, see 'kiro trust'");
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.out())
                .contains("a file of hooks is broken", ".kiro/hooks.yaml:2", "kiro hooks list");
    }

    @Test
    @Tag("hook-sessions#AC-5")
    void a_hook_that_asks_for_more_gets_one_turn_more() throws Exception {
        hooks("- {name: more, on: stop, task: say it shorter}");

        Kiro.Result talked =
                chat(
                        kiro().reading("hello", "/quit"),
                        ScriptLines.says("a long answer"),
                        ScriptLines.says("short"));
        Kiro.Result run = agent(ScriptLines.says("done"));

        assertThat(talked.code()).isZero();
        assertThat(talked.out()).contains("a long answer", "short");
        assertThat(run.out()).contains("a hook asks for more, and the run is over: say it shorter");
    }

    @Test
    @Tag("hook-sessions#AC-6")
    void the_hooks_of_an_agents_file_run_with_that_agent_alone() throws Exception {
        workspace
                .with(
                        ".kiro/agents/careful.md",
                        """
                        ---
                        name: careful
                        tools: ["*"]
                        hooks:
                          preToolUse:
                            - matcher: write
                              command: "cat > input; echo not you >&2; exit 2"
                        ---
                        Be careful.
                        """)
                .with(
                        "script.jsonl",
                        ScriptLines.all(
                                ScriptLines.writes("c1", "made.txt", "x\n"),
                                ScriptLines.says("done")));
        kiro().run("trust", "--yes");

        kiro().run(
                        "agent",
                        "make it",
                        "--model",
                        SCRIPT,
                        "--mode",
                        "autonomous",
                        "--agent",
                        "careful");
        assertThat(workspace.root().resolve("made.txt")).doesNotExist();
        assertThat(read("input")).contains("\"hook_event_name\":\"preToolUse\"");
        kiro().run("agent", "make it", "--model", SCRIPT, "--mode", "autonomous");
        assertThat(workspace.root().resolve("made.txt")).exists();
    }

    @Test
    @Tag("hook-sessions#AC-7")
    void the_tools_of_children_have_the_hooks_of_the_session_and_a_rehearsal_has_none()
            throws Exception {
        workspace.with(
                ".kiro/agents/scribe.md",
                "---\ndescription: Writes\ntools: [write]\n---\nYou write.\n");
        hooks(
                """
                - {name: guard, on: before-tool, tools: [write], command: "echo not this; exit 1"}
                - {name: start, on: session-start, command: "echo x >> started"}
                """);
        String[] script = {
            ScriptLines.call("c1", "delegate", "{\"task\":\"write it\",\"agent\":\"scribe\"}"),
            ScriptLines.writes("c2", "made.txt", "x\n"),
            ScriptLines.says("tried"),
            ScriptLines.says("done")
        };

        agent(script);
        assertThat(workspace.root().resolve("made.txt")).doesNotExist();
        assertThat(log())
                .anyMatch(line ->
                        line.contains("child-did") && line.contains("the hook 'guard' ended"));
        assertThat(read("started")).isEqualTo("x\n");

        workspace.with("script.jsonl", ScriptLines.all(script));
        Kiro.Result rehearsed =
                kiro().run(
                                "agent",
                                "make it",
                                "--model",
                                SCRIPT,
                                "--mode",
                                "autonomous",
                                "--dry-run");
        assertThat(rehearsed.out()).contains("made.txt").doesNotContain("guard");
        assertThat(read("started")).isEqualTo("x\n");
    }

    @Test
    @Tag("hook-sessions#AC-8")
    void work_given_to_another_is_a_call_and_a_task_of_its_own_for_hooks() throws Exception {
        hooks(
                """
                - {name: call, on: before-tool, tools: [delegate], command: "cat >> calls; echo >> calls"}
                - {name: told, on: before-task, command: "echo task >> tasks"}
                - {name: after, on: after-task, command: "echo ended >> tasks"}
                - {name: came, on: after-tool, tools: [delegate], command: "cat >> came"}
                """);

        agent(
                ScriptLines.call("c1", "delegate", "{\"task\":\"look well\"}"),
                ScriptLines.says("looked"),
                ScriptLines.says("done"));

        assertThat(read("calls")).contains("\"tool_name\":\"delegate\"", "look well");
        assertThat(read("came")).contains("looked");
        assertThat(read("tasks")).isEqualTo("task\ntask\nended\nended\n");
    }

    @Test
    @Tag("hook-sessions#AC-8")
    void a_hook_that_says_no_keeps_work_from_being_given() throws Exception {
        hooks(
                """
                - {name: alone, on: before-tool, tools: [delegate], command: "echo do it yourself >&2; exit 2"}
                """);

        agent(
                ScriptLines.call("c1", "delegate", "{\"task\":\"look well\"}"),
                ScriptLines.says("done"));

        assertThat(log())
                .anyMatch(line -> line.contains("not made: ") && line.contains("do it yourself"))
                .anyMatch(line -> line.contains("child-ended") && line.contains("denied"))
                .noneMatch(line -> line.contains("child-did"));
    }
}
