package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Three hundred writes against nine rules in six languages, by every tool that can write: none of them lands.
abstract class SteeredTries {
    private static final String STEERING =
            """
            # Code style

            - Never use `console.log`.
            - Never use `eval`.
            - Never use `System.out`.
            - Never use `fmt.Println`.
            - Never use `std::process::exit`.
            - Never use wildcard imports.
            - Never use empty catch blocks.
            - `src/web` must not import from `src/db`.
            """;

    /// @param bad one file's worth, with `%d` for what makes it another than the others
    record Snippet(String ending, String good, String bad) {}

    static final List<Snippet> SNIPPETS =
            List.of(
                    new Snippet("ts", "export const a = 0;", "console.log(%d);"),
                    new Snippet("js", "const a = 0;", "const { log } = console; log(%d);"),
                    new Snippet("js", "const b = 0;", "globalThis['console']['log'](%d);"),
                    new Snippet("py", "a = 0", "eval('%d')"),
                    new Snippet("py", "from os import path", "from os import * # %d"),
                    new Snippet(
                            "java",
                            "class A { int a; }",
                            "class A { void f() { System.out.println(%d); } }"),
                    new Snippet(
                            "java",
                            "class B { int b; }",
                            "class B { void f() { try { g(%d); } catch (Exception e) { } } }"),
                    new Snippet(
                            "go",
                            "package a; var A = 0",
                            "package a; import f \"fmt\"; func F() { f.Println(%d) }"),
                    new Snippet(
                            "rs", "fn a() {}", "use std::process; fn a() { process::exit(%d); }"),
                    new Snippet(
                            "ts",
                            "export const b = 0;",
                            "import { q } from '../db/q'; export const b = [q, %d];"));

    private static final String SERVER =
            """
            reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
            while IFS= read -r line; do
              id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
              case "$line" in
                *'"method":"initialize"'*) reply '{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"s","version":"1"}}' ;;
                *'"method":"tools/list"'*) reply '{"tools":[{"name":"write","description":"writes","inputSchema":{"type":"object"}}]}' ;;
                *'"name":"write"'*) cp waiting/$(printf '%s' "$line" | sed 's/.*"from":"\\([^"]*\\)".*/\\1/') src/web/; reply '{"content":[{"type":"text","text":"written"}]}' ;;
              esac
            done
            """;

    @TempDir Path above;
    Path folder;
    TemporaryWorkspace files;
    final List<String> script = new ArrayList<>();
    private int tries;

    @BeforeEach
    void makeProject() throws Exception {
        folder = Files.createDirectories(above.resolve("project"));
        TemporaryWorkspace.in(above)
                .with(
                        "home/.kiro/settings/permissions.yaml",
                        "rules:\n- capability: shell\n  match: ['git apply*', 'git checkout*']\n  effect: allow\n");
        files =
                TemporaryWorkspace.in(folder)
                        .with(".gitignore", "script.jsonl\n.kiro/sessions/\nwaiting/\n")
                        .with(".kiro/steering/code-style.md", STEERING)
                        .with(".kiro/config.yaml", "steering:\n  tries: 1000\n")
                        .with(
                                ".kiro/mcp.yaml",
                                "servers:\n  demo:\n    command: /bin/sh\n    args: [server.sh]\n    autoApprove: [write]\n")
                        .with("server.sh", SERVER)
                        .with("src/db/q.ts", "export const q = 0;\n");
        for (int i = 0; i < SNIPPETS.size(); i++) {
            files.with(base(i), SNIPPETS.get(i).good() + "\n");
        }
        files.committed();
        assertThat(kiro().run("trust", "--yes").code()).isZero();
    }

    private Kiro kiro() {
        return Kiro.in(folder);
    }

    static String base(int snippet) {
        return "src/web/base%d.%s".formatted(snippet, SNIPPETS.get(snippet).ending());
    }

    /// A path of its own, and a violation to write there.
    record Try(int number, int snippet) {
        String path() {
            return "src/web/try%d.%s".formatted(number, SNIPPETS.get(snippet).ending());
        }

        String text() {
            return SNIPPETS.get(snippet).bad().formatted(number);
        }
    }

    Try next() {
        tries++;
        return new Try(tries, tries % SNIPPETS.size());
    }

    void calls(String tool, String... namesAndTexts) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            fields.add(
                    "%s:%s"
                            .formatted(
                                    ScriptLines.quoted(namesAndTexts[i]),
                                    ScriptLines.quoted(namesAndTexts[i + 1])));
        }
        script.add(
                ScriptLines.call(
                        "c" + (script.size() + 1),
                        tool,
                        "{%s}".formatted(String.join(",", fields))));
    }

    void shell(String command) {
        calls("run_command", "command", command);
    }

    static String diff(Try one) {
        return "--- /dev/null\n+++ b/%s\n@@ -0,0 +1 @@\n+%s\n".formatted(one.path(), one.text());
    }

    static String heredoc(String command, String text) {
        return "%s <<'END'\n%sEND".formatted(command, text.endsWith("\n") ? text : text + "\n");
    }

    /// Runs the script, and sees that every call was answered by the rules and that nothing lies there.
    void noneLands(int expected) throws IOException {
        script.add(ScriptLines.says("done"));
        files.with("script.jsonl", String.join("\n", script));
        Kiro.Result run =
                kiro().run(
                                "agent",
                                "write it",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");

        assertThat(tries).isEqualTo(expected);
        assertThat(refusals()).as(others(run)).isEqualTo(expected);
        try (var left = Files.list(folder.resolve("src/web"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith("base"))
                    .hasSize(SNIPPETS.size());
        }
        for (int i = 0; i < SNIPPETS.size(); i++) {
            assertThat(files.read(base(i))).isEqualTo(SNIPPETS.get(i).good() + "\n");
        }
        assertThat(kiro().run("steering", "check").code()).isZero();
    }

    /// What the run said beside refusals.
    private static String others(Kiro.Result run) {
        return String.join(
                "\n",
                (run.out() + run.err())
                        .lines()
                        .filter(line ->
                                !line.contains("taken back") && !line.contains("changed src"))
                        .skip(20)
                        .limit(20)
                        .toList());
    }

    private long refusals() throws IOException {
        try (var sessions = Files.list(folder.resolve(".kiro/sessions"))) {
            Path log =
                    sessions.filter(Files::isDirectory)
                            .findFirst()
                            .orElseThrow()
                            .resolve("events.jsonl");
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains("\"tool-finished\""))
                    .filter(line ->
                            line.contains("nothing was written: line 1 of src/web/")
                                    || line.contains("taken back: line 1 of src/web/"))
                    .count();
        }
    }
}
