package kiro.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookStoreTest {
    @TempDir private Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void open() {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/config.yaml", "");
    }

    private HookStore.Reading read() {
        return HookStore.of(
                        Map.of(),
                        files.root().resolve("home"),
                        new Workspace(files.root().resolve("project")),
                        () -> (path, bytes) -> path.endsWith("trusted.json"))
                .read();
    }

    private HookStore.Reading read(String name, String text) {
        files.with("project/.kiro/" + name, text);
        return read();
    }

    private static List<String> lines(HookStore.Reading reading) {
        return reading.findings().stream().map(Finding::toString).toList();
    }

    /// What a person sees of each hook.
    private static List<String> words(List<Hook> hooks) {
        return hooks.stream()
                .map(hook ->
                        "%s | %s | %s | %s"
                                .formatted(
                                        hook.name(),
                                        hook.trigger().word(),
                                        hook.trigger().scope(),
                                        hook.action().label()))
                .toList();
    }

    @Test
    @Tag("hooks#AC-1")
    void a_hook_is_read_with_all_that_it_says() {
        HookStore.Reading reading =
                read(
                        "hooks.yaml",
                        """
                        version: 1
                        hooks:
                          - name: format
                            description: as the team agreed
                            on: file-saved
                            files: ["src/**/*.java", "*.kt"]
                            except: "**/generated/**"
                            origin: user
                            command: ./format {file}
                            if: {branch: [main, "feature/*"], exists: pom.xml, env: {CI: "true"}}
                            timeout: 1m30s
                            debounce: 200ms
                            concurrency: 3
                            retry: 2
                            enabled: false
                        """);

        assertThat(lines(reading)).isEmpty();
        Hook hook = reading.hooks().getFirst();
        assertThat(hook.head()).isEqualTo(new Hook.Head("format", "as the team agreed", false));
        assertThat(words(reading.hooks()))
                .containsExactly(
                        "format | file-saved | src/**/*.java, *.kt but not **/generated/**, by the user"
                                + " | command: ./format {file}");
        assertThat(hook.limits())
                .isEqualTo(new HookLimits(Duration.ofSeconds(90), Duration.ofMillis(200), 3, 2));
        assertThat(hook.conditions().files()).containsExactly("pom.xml");
        assertThat(hook.conditions().variables()).isEqualTo(Map.of("CI", "true"));
        assertThat(hook.conditions().branches())
                .map(Object::toString)
                .containsExactly("main", "feature/*");
        assertThat(hook.source())
                .isEqualTo(new Hook.Source(".kiro/hooks.yaml", 3, Hook.Format.YAML, false));
    }

    @Test
    @Tag("hooks#AC-1")
    void every_event_has_a_hook() {
        String hooks =
                Arrays.stream(EventKind.values())
                        .map(kind ->
                                "  - {name: %s, on: %s, command: x%s}\n"
                                        .formatted(
                                                kind.word(),
                                                kind.word(),
                                                kind == EventKind.SCHEDULE ? ", every: 1h" : ""))
                        .reduce("hooks:\n", String::concat);

        HookStore.Reading reading = read("hooks.yaml", hooks);

        assertThat(lines(reading)).isEmpty();
        assertThat(reading.hooks())
                .map(hook -> hook.trigger().event())
                .isEqualTo(Arrays.stream(EventKind.values()).map(Optional::of).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "on: file-savd, command: x|2:15 hooks/unknown-event there is no event 'file-savd': did you mean file-saved?",
                "on: PreToolUse, command: x|2:15 hooks/unknown-event there is no event 'PreToolUse': here it is called before-tool",
                "on: manual, comand: x|2:27 hooks/unknown-key there is no key 'comand' here: did you mean command?",
                "on: manual, command: x, task: y|2:39 hooks/two-actions the hook has command and task: give it one of command, task and use",
                "on: manual|2:5 hooks/no-action the hook does nothing: give it one of command, task and use",
                "command: x|2:5 hooks/no-event the hook waits for no event: add 'on: file-saved'",
                "on: manual, files: a, command: x|2:27 hooks/key-of-another-event 'files' means nothing with manual: take it out",
                "on: file-saved, tools: a, command: x|2:31 hooks/key-of-another-event 'tools' means nothing with file-saved: take it out; this event has files, except, origin",
                "on: file-saved, origin: robot, command: x|2:31 hooks/wrong-value 'origin' holds 'robot': write user, agent or any",
                "on: file-saved, files: 'a[', command: x|2:31 hooks/wrong-value 'a[' is no pattern of paths: close its brackets, or write one such as src/**/*.java",
                "on: schedule, command: x|2:15 hooks/no-time a schedule needs one of 'every' and 'at': add 'every: 1h' or 'at: \"09:30\"'",
                "on: schedule, at: 25h, command: x|2:29 hooks/wrong-value 'at' is no time of day: write one such as \"09:30\"",
                "on: prompt-submitted, match: '(', command: x|2:37 hooks/wrong-value 'match' is no regular expression: Unclosed group: mend it",
                "on: manual, command: x, timeout: soon|2:48 hooks/wrong-value 'timeout' holds 'soon' where a length of time such as 200ms, 30s or 10m belongs: see docs/formats/hooks.md",
                "on: manual, command: x, concurrency: 0|2:52 hooks/wrong-value 'concurrency' holds '0' where a number from 1 to 64 belongs: see docs/formats/hooks.md",
                "on: manual, command: x, enabled: perhaps|2:48 hooks/wrong-value 'enabled' holds 'perhaps' where true or false belongs: see docs/formats/hooks.md",
                "on: manual, command: x, if: {brunch: main}|2:44 hooks/unknown-key there is no key 'brunch' here: did you mean branch?",
                "on: manual, command: [x]|2:36 hooks/wrong-value 'command' holds a list where a text belongs: see docs/formats/hooks.md",
                "on: manual, command: x, on: stop|2:39 hooks/broken not YAML: 'on' stands twice: mend the line"
            })
    @Tag("hooks#AC-2")
    void a_slip_is_an_error_with_its_place_and_the_next_move(String slip, String finding) {
        HookStore.Reading reading =
                read("hooks.yaml", "hooks:\n  - {name: x, %s}\n".formatted(slip));

        assertThat(reading.isBroken()).isTrue();
        assertThat(lines(reading)).containsExactly(".kiro/hooks.yaml:" + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "use: comit-message|2:27 hooks/unknown-built-in there is no built-in 'comit-message': did you mean commit-message?",
                "use: commit-message, with: {lenght: 60}|2:55 hooks/unknown-key there is no key 'lenght' here: did you mean length?",
                "use: commit-message, with: {length: 6}|2:63 hooks/wrong-value 'length' holds '6' where a number from 40 to 120 belongs: see docs/formats/hooks.md",
                "use: commit-message, with: {body: [a]}|2:61 hooks/wrong-value 'body' holds a list where a text belongs: see docs/formats/hooks.md"
            })
    @Tag("hook-built-ins#AC-1")
    void settings_of_built_ins_are_checked(String slip, String finding) {
        HookStore.Reading reading =
                read("hooks.yaml", "hooks:\n  - {name: x, on: manual, %s}\n".formatted(slip));

        assertThat(lines(reading)).containsExactly(".kiro/hooks.yaml:" + finding);
    }

    @Test
    @Tag("hooks#AC-2")
    void names_are_there_once_and_can_be_typed() {
        HookStore.Reading reading =
                read(
                        "hooks.yaml",
                        """
                        hooks:
                          - {name: a, on: stop, command: x}
                          - {name: a, on: stop, command: y}
                          - {name: "a\\nb;", on: stop, command: y}
                          - {on: stop, command: y}
                        """);

        assertThat(lines(reading))
                .containsExactly(
                        ".kiro/hooks.yaml:3:6 hooks/twice there are two hooks 'a': rename one of them",
                        ".kiro/hooks.yaml:4:6 hooks/wrong-name 'a b;' is no name of a hook: use"
                                + " letters, digits, spaces, dots and dashes, up to 80",
                        ".kiro/hooks.yaml:5:5 hooks/no-name the hook has no name: add 'name: WHAT IT DOES'");
    }

    @Test
    @Tag("hooks#AC-3")
    void errors_of_all_files_are_said_and_no_hook_runs() {
        files.with("project/.kiro/hooks/a.json", "{\"version\":\"v1\",\n\"hooks\":[{]}")
                .with("project/.kiro/hooks/b.kiro.hook", "{}")
                .with("project/.kiro/hooks/c.json", new byte[] {'{', (byte) 0xff});

        HookStore.Reading reading = read("hooks.yaml", "hooks:\n  - nothing\n");

        assertThat(reading.isBroken()).isTrue();
        assertThat(lines(reading))
                .map(line -> line.replaceFirst("^(\\S+ \\S+).*", "$1"))
                .containsExactly(
                        ".kiro/hooks.yaml:2:5 hooks/wrong-value",
                        ".kiro/hooks/a.json:2:11 hooks/broken",
                        ".kiro/hooks/b.kiro.hook:1:1 hooks/missing-key",
                        ".kiro/hooks/b.kiro.hook:1:1 hooks/missing-key",
                        ".kiro/hooks/b.kiro.hook:1:1 hooks/missing-key",
                        ".kiro/hooks/c.json:1:2 hooks/unreadable");
    }

    @Test
    @Tag("hooks#AC-4")
    void files_of_todays_kiro_are_read() {
        HookStore.Reading reading =
                read(
                        "hooks/team.json",
                        """
                        {"version": "v1", "hooks": [
                          {"name": "lint", "description": "d", "trigger": "PostFileSave",
                           "matcher": "\\\\.ts$", "action": {"type": "command", "command": "eslint ."}, "timeout": 5},
                          {"name": "globs", "trigger": "PostFileCreate", "matcher": "src/**/*.ts|*.tsx",
                           "action": {"type": "agent", "prompt": "look"}, "timeout": 0},
                          {"name": "guard", "trigger": "PreToolUse", "matcher": "fs_write|execute_bash",
                           "action": {"type": "command", "command": "./guard"}},
                          {"name": "ask", "trigger": "UserPromptSubmit", "matcher": "(?i)deploy",
                           "action": {"type": "command", "command": "./ask"}, "enabled": false}
                        ]}
                        """);

        assertThat(lines(reading)).isEmpty();
        assertThat(words(reading.hooks()))
                .containsExactly(
                        "lint | file-saved | \\.ts$ | command: eslint .",
                        "globs | file-created | src/**/*.ts, *.tsx | task: look",
                        "guard | before-tool | fs_write, execute_bash | command: ./guard",
                        "ask | prompt-submitted | (?i)deploy | command: ./ask");
        assertThat(reading.hooks())
                .map(hook -> hook.limits().timeout())
                .containsExactly(
                        Duration.ofSeconds(5),
                        HookLimits.LONGEST,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
        assertThat(reading.hooks()).noneMatch(Hook::failsClosed);
        var guard = (Trigger.ToolUse) reading.hooks().get(2).trigger();
        assertThat(List.of("write_file", "edit_file", "run_command"))
                .allMatch(guard.tools()::includes);
        assertThat(guard.tools().includes("read_file")).isFalse();
        var lint = (Trigger.FileChanged) reading.hooks().getFirst().trigger();
        assertThat(lint.files().includes("src/a.ts")).isTrue();
        assertThat(lint.files().includes("src/a.tsx")).isFalse();
    }

    @Test
    @Tag("hooks#AC-4")
    void files_of_older_versions_are_read() {
        files.with(
                "project/.kiro/hooks/docs.kiro.hook",
                """
                {"enabled": true, "name": "Docs", "description": "d", "version": "1",
                 "when": {"type": "fileEdited", "patterns": ["src/**/*.ts", "README.md"]},
                 "then": {"type": "askAgent", "prompt": "update the docs"}}
                """);

        HookStore.Reading reading =
                read(
                        "hooks/guard.kiro.hook",
                        """
                        {"name": "Guard", "when": {"type": "preToolUse", "toolTypes": ["shell"]},
                         "then": {"type": "runCommand", "command": "./guard", "timeout": 7}}
                        """);

        assertThat(lines(reading)).isEmpty();
        assertThat(words(reading.hooks()))
                .containsExactly(
                        "Docs | file-saved | src/**/*.ts, README.md | task: update the docs",
                        "Guard | before-tool | shell | command: ./guard");
        assertThat(reading.hooks().get(1).limits().timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    @Tag("hooks#AC-4")
    void hooks_in_agents_files_are_read() {
        files.with(
                "project/.kiro/agents/writer.md",
                """
                ---
                description: writes
                hooks:
                  stop:
                    - command: ./done
                      timeout_ms: 1500
                ---
                You write.
                """);

        HookStore.Reading reading =
                read(
                        "agents/team/guard.json",
                        """
                        {"prompt": "p", "tools": ["*"], "hooks": {
                          "agentSpawn": [{"command": "git status"}],
                          "preToolUse": [{"matcher": "execute_bash", "command": "./guard"}]}}
                        """);

        assertThat(lines(reading)).isEmpty();
        assertThat(reading.hooks()).isEmpty();
        assertThat(words(reading.with("team/guard")))
                .containsExactly(
                        "team/guard: agentSpawn 1 | session-start |  | command: git status",
                        "team/guard: preToolUse 2 | before-tool | execute_bash | command: ./guard");
        assertThat(reading.with("writer"))
                .singleElement()
                .satisfies(hook -> {
                    assertThat(hook.trigger().word()).isEqualTo("stop");
                    assertThat(hook.limits().timeout()).isEqualTo(Duration.ofMillis(1500));
                    assertThat(hook.source().line()).isEqualTo(5);
                });
    }

    @Test
    @Tag("hooks#AC-5")
    void what_a_newer_kiro_may_know_is_a_warning_and_never_runs() {
        HookStore.Reading reading =
                read(
                        "hooks/new.json",
                        """
                        {"version": "v2", "hooks": [
                          {"name": "a", "trigger": "PostFileSav", "action": {"type": "command", "command": "x"}},
                          {"name": "b", "trigger": "Stop", "action": {"type": "workflow", "name": "w"}}
                        ]}
                        """);

        assertThat(reading.isBroken()).isFalse();
        assertThat(lines(reading))
                .containsExactly(
                        ".kiro/hooks/new.json:1:2 hooks/unknown-version version 'v2' is not known, and"
                                + " is read as v1: see docs/formats/hooks.md",
                        ".kiro/hooks/new.json:2:17 hooks/unknown-event there is no event 'PostFileSav'"
                                + " here, and the hook never runs: did you mean PostFileSave?",
                        ".kiro/hooks/new.json:3:47 hooks/unknown-action there is no action 'workflow'"
                                + " here, and it does nothing: see docs/formats/hooks.md");
        assertThat(reading.hooks()).hasSize(2).noneMatch(Hook::canRun);
    }

    @Test
    @Tag("hooks#AC-6")
    void an_expression_that_would_take_years_fits() {
        var filter = PathFilter.parse("^(.*a){20}b$").orElseThrow();

        assertThat(filter.includes("a".repeat(60))).isTrue();
    }

    @Test
    @Tag("hooks#AC-10")
    void a_projects_file_is_trusted_by_its_content_and_a_persons_own_always() {
        String hook =
                "{\"hooks\":[{\"name\":\"%s\",\"trigger\":\"Stop\",\"action\":{\"type\":\"command\",\"command\":\"x\"}}]}";
        files.with("home/.kiro/hooks/mine.json", hook.formatted("mine"))
                .with("home/.kiro/hooks.yaml", "hooks: [{name: own, on: stop, command: x}]\n")
                .with("project/.kiro/hooks/trusted.json", hook.formatted("trusted"))
                .with("project/.kiro/hooks/other.json", hook.formatted("other"));

        assertThat(read().hooks())
                .map(hook1 -> hook1.name() + " " + hook1.source().isTrusted())
                .containsExactly("other false", "trusted true", "own true", "mine true");
    }
}
