package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `kiro mcp list`, `doctor` and `call`.
@Timeout(60)
@Tag("mcp#AC-14")
class McpCommandsTest {
    private static final String SERVER =
            """
            echo 'listening' >&2
            reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
            while IFS= read -r line; do
              id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
              case "$line" in
                *'"method":"initialize"'*) reply '{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"demo-server","version":"1.2"}}' ;;
                *'"method":"tools/list"'*) reply '{"tools":[{"name":"add","description":"adds\\nnumbers","inputSchema":{"type":"object"}},{"name":"fail","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}}]}' ;;
                *'"name":"add"'*) reply '{"content":[{"type":"text","text":"the sum is 3"}]}' ;;
                *'"name":"fail"'*) reply '{"isError":true,"content":[{"type":"text","text":"no such table"}]}' ;;
              esac
            done
            """;

    @TempDir Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("server.sh", SERVER)
                        .with(
                                ".kiro/mcp.yaml",
                                """
                                servers:
                                  demo: {command: /bin/sh, args: [server.sh], autoApprove: [add]}
                                  off: {command: /bin/sh, args: [nowhere.sh], disabled: true}
                                """);
        TemporaryWorkspace.in(Files.createDirectories(folder.resolve("home")))
                .with(
                        ".kiro/mcp.yaml",
                        "servers:\n  broken: {command: /bin/sh, args: [-c, 'echo \"no key\" >&2; exit 4', --token, ghp_abcdefghijklmnopqrstuvwxyz0123456789]}\n");
    }

    @Test
    void the_list_starts_nothing_and_shows_no_secret() {
        Kiro.Result untrusted = kiro().run("mcp", "list");
        assertThat(untrusted.code()).isZero();
        assertThat(untrusted.out())
                .containsPattern("demo +untrusted +/bin/sh server\\.sh +add +\\.kiro/mcp\\.yaml:2")
                .containsPattern("broken +ready")
                .doesNotContain("ghp_");

        trust();
        assertThat(kiro().run("mcp", "list").out())
                .containsPattern("demo +ready")
                .containsPattern("off +disabled");
        assertThat(json("mcp", "list", "--json").at("/servers/0"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"name\":\"demo\",\"state\":\"ready\",\"owner\":\"project\",\"access\":\"/bin/sh server.sh\","
                                                + "\"place\":\".kiro/mcp.yaml:2\",\"approved\":[\"add\"]}"));
    }

    @Test
    @Tag("custom-agents#AC-17")
    void servers_of_an_agent_are_looked_at_by_its_name() {
        workspace.with(
                ".kiro/agents/dev.json",
                """
                {"prompt": "p", "tools": ["*"], "includeMcpJson": false,
                 "mcpServers": {"own": {"command": "/bin/sh", "args": ["server.sh"]}}}
                """);
        trust();

        assertThat(kiro().run("mcp", "list", "--agent", "dev").out())
                .containsPattern("own +ready +/bin/sh server\\.sh +\\.kiro/agents/dev\\.json:2")
                .doesNotContain("demo", "broken");
        assertThat(kiro().run("mcp", "doctor", "--agent", "dev").out())
                .contains("own", "✓ 2 tools");
        assertThat(kiro().run("mcp", "call", "own", "add", "--agent", "dev"))
                .isEqualTo(new Kiro.Result(0, "the sum is 3\n", ""));
        assertThat(kiro().run("mcp", "call", "own", "add").err())
                .contains("there is no MCP server 'own'");
        Kiro.Result nobody = kiro().run("mcp", "list", "--agent", "deb");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("there is no agent 'deb'", "did you mean dev?");
    }

    @Test
    void the_doctor_says_what_each_server_offers_or_what_is_wrong_with_it() {
        trust();
        Kiro.Result result = kiro().run("mcp", "doctor", "--tools");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .containsPattern(
                        "✓ demo-server 1.2, protocol 2025-06-18, introduced itself in [0-9.]+ seconds")
                .contains("✓ 2 tools (1 say that they only look), 0 resources and prompts")
                .contains("    add  adds\n    fail\n")
                .contains("✗ it ended with exit code 4; it printed: no key\n")
                .contains("    what it printed:\n      no key\n")
                .contains("off: disabled in .kiro/mcp.yaml:3");
        assertThat(kiro().run("mcp", "doctor", "demo").code()).isZero();
        JsonNode broken = json("mcp", "doctor", "broken", "--json").at("/servers/0");
        assertThat(broken.at("/works").asBoolean()).isFalse();
        assertThat(broken.at("/printed").asString()).isEqualTo("no key\n");
    }

    @Test
    void a_call_prints_the_answer_or_why_there_is_none() {
        trust();
        Kiro.Result sum = kiro().run("mcp", "call", "demo", "add", "{\"a\": 1}");
        assertThat(sum).isEqualTo(new Kiro.Result(0, "the sum is 3\n", ""));

        Kiro.Result failed = kiro().run("mcp", "call", "demo", "fail");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("no such table [mcp/failed]");
        assertThat(kiro().run("mcp", "call", "demo", "add", "{a").err())
                .contains("no valid JSON object");
        assertThat(kiro().run("mcp", "call", "broken", "add").err())
                .contains("it ended with exit code 4; it printed: no key");
        assertThat(json("mcp", "call", "demo", "add", "--json").toString())
                .isEqualTo("{\"version\":1,\"failed\":false,\"text\":\"the sum is 3\"}");
    }

    @Test
    void a_server_that_cannot_be_started_is_said_to_be_so() {
        assertThat(kiro().run("mcp", "call", "demo", "add").err())
                .contains("is not trusted as it is now [mcp/untrusted]")
                .contains("run 'kiro trust'");
        trust();
        assertThat(kiro().run("mcp", "call", "off", "add").err()).contains("[mcp/disabled]");
        assertThat(kiro().run("mcp", "call", "demos", "add").err())
                .contains("there is no MCP server 'demos' [mcp/no-server]")
                .contains("did you mean 'demo'?");
    }

    @Test
    @Tag("mcp#AC-15")
    void a_server_that_is_to_be_confined_is_confined_or_not_started() throws Exception {
        workspace.with(
                ".kiro/mcp.yaml",
                "servers:\n  demo: {command: /bin/sh, args: [server.sh], sandbox: true}\n");
        trust();
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path bwrap = bin.resolve("bwrap");
        Files.writeString(
                bwrap,
                "#!/bin/sh\necho \"$*\" >>'%s'\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n"
                        .formatted(folder.resolve("calls")));
        assertThat(bwrap.toFile().setExecutable(true)).isTrue();

        Kiro.Result confined =
                kiro().with("PATH", bin + ":/usr/bin:/bin")
                        .with("KIRO_SANDBOX", "on")
                        .run("mcp", "call", "demo", "add");
        assertThat(confined.out()).isEqualTo("the sum is 3\n");
        assertThat(Files.readString(folder.resolve("calls"))).contains("-- /bin/sh server.sh");

        Files.writeString(bwrap, "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n");
        assertThat(
                        kiro().with("PATH", bin + ":/usr/bin:/bin")
                                .with("KIRO_SANDBOX", "on")
                                .run("mcp", "call", "demo", "add")
                                .err())
                .contains(
                        "it printed: kiro: it is to be confined, and cannot be: bubblewrap does not work here: bwrap: no namespaces");
    }

    private void trust() {
        assertThat(kiro().run("trust", "--yes").code()).isZero();
    }

    private JsonNode json(String... args) {
        return JsonMapper.shared().readTree(kiro().run(args).out());
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }
}
