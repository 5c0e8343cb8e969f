package kiro.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.mcp.ServerSettings.Access;
import kiro.mcp.ServerSettings.OAuthClient;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpFilesTest {
    @TempDir Path folder;
    private TemporaryWorkspace project;
    private TemporaryWorkspace home;

    @BeforeEach
    void makeFolders() throws Exception {
        project = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")));
        home = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("home")));
    }

    @Test
    @Tag("mcp#AC-1")
    void the_file_of_the_description_is_read() {
        project.with(
                ".kiro/mcp.yaml",
                """
                # .kiro/mcp.yaml - configure MCP servers
                servers:
                  cloudwatch:
                    command: uvx
                    args: [awslabs.cloudwatch-mcp-server@latest]
                    env:
                      AWS_REGION: us-east-1
                      AWS_PROFILE: prod-readonly
                  s3:
                    command: uvx
                    args: [awslabs.s3-mcp-server@latest]
                    env:
                      ALLOWED_BUCKETS: 'data-bucket,logs-bucket'
                  cost-explorer:
                    command: uvx
                    args: [awslabs.cost-explorer-mcp-server@latest]
                """);

        assertThat(read().findings()).isEmpty();
        assertThat(read().servers())
                .containsExactly(
                        uvx(
                                "cloudwatch",
                                3,
                                Map.of("AWS_REGION", "us-east-1", "AWS_PROFILE", "prod-readonly")),
                        uvx("s3", 9, Map.of("ALLOWED_BUCKETS", "data-bucket,logs-bucket")),
                        uvx("cost-explorer", 14, Map.of()));
    }

    @Test
    @Tag("custom-agents#AC-17")
    void servers_of_an_agents_file_count_before_all_others() {
        project.with(".kiro/mcp.yaml", "servers:\n  a: {command: team}\n  b: {command: team}\n")
                .with(
                        ".kiro/agents/dev.json",
                        "{\"tools\": [\"*\"],\n \"servers\": {\"no\": {\"command\": \"no\"}},\n"
                                + " \"mcpServers\": {\n\t\"a\": {\"command\": \"own\"}}}\n")
                .with(
                        ".kiro/agents/ops.md",
                        "---\nmodel: auto\nmcpServers:\n  b: {command: own}\n---\nYou: {watch}\n");

        assertThat(places(ofAgent("dev.json", false)))
                .containsExactly("a .kiro/agents/dev.json:4", "b .kiro/mcp.yaml:3");
        assertThat(places(ofAgent("ops.md", false)))
                .containsExactly("b .kiro/agents/ops.md:4", "a .kiro/mcp.yaml:2");
        assertThat(places(ofAgent("dev.json", true))).containsExactly("a .kiro/agents/dev.json:4");
        assertThat(ofAgent("dev.json", false).findings()).isEmpty();
    }

    @Test
    @Tag("custom-agents#AC-17")
    void servers_of_an_agents_file_that_is_not_trusted_do_not_count() {
        project.with(".kiro/agents/dev.json", "{\"mcpServers\": {\"a\": {\"command\": \"own\"}}}");
        home.with(".kiro/mcp.yaml", "servers:\n  a: {command: mine}\n");
        McpFiles.Reading reading =
                McpFiles.of(Map.of(), home.root(), project.root(), (path, bytes) -> false)
                        .withAgents(
                                project.root().resolve(".kiro/agents/dev.json"),
                                ".kiro/agents/dev.json",
                                true,
                                false)
                        .read();

        assertThat(places(reading)).containsExactly("a ~/.kiro/mcp.yaml:2");
        assertThat(reading.untrusted()).extracting(ServerSettings::name).containsExactly("a");
        assertThat(reading.findings())
                .extracting(finding -> finding.file() + " " + finding.rule().value())
                .containsExactly(".kiro/agents/dev.json mcp/untrusted");
    }

    private McpFiles.Reading ofAgent(String file, boolean isAlone) {
        return McpFiles.of(Map.of(), home.root(), project.root(), (path, bytes) -> true)
                .withAgents(
                        project.root().resolve(".kiro/agents").resolve(file),
                        ".kiro/agents/" + file,
                        true,
                        isAlone)
                .read();
    }

    private static List<String> places(McpFiles.Reading reading) {
        return reading.servers().stream()
                .map(server -> server.name() + " " + server.place())
                .toList();
    }

    private static ServerSettings uvx(String name, int line, Map<String, String> env) {
        return new ServerSettings(
                name,
                ".kiro/mcp.yaml:" + line,
                true,
                new Access.Program(
                        "uvx",
                        List.of("awslabs." + name + "-mcp-server@latest"),
                        env,
                        Optional.empty(),
                        false),
                false,
                ServerSettings.Tools.ALL,
                ServerSettings.USUAL);
    }

    @Test
    @Tag("mcp#AC-1")
    void kiros_own_file_is_read_with_all_it_may_say() {
        home.with(
                ".kiro/settings/mcp.json",
                """
                {
                \t"mcpServers": {
                \t\t"web": {
                \t\t\t"type": "http", "url": "https://mcp.example.com/mcp",
                \t\t\t"headers": {"X-Team": "${TEAM}"},
                \t\t\t"oauth": {"clientId": "abc", "redirectUri": "http://127.0.0.1:7777/callback"},
                \t\t\t"oauthScopes": ["read", "write"],
                \t\t\t"disabled": true, "autoApprove": ["*"], "disabledTools": ["drop"],
                \t\t\t"timeout": 60000, "requestTimeout": 5000
                \t\t}
                \t},
                \t"powers": {"mcpServers": {}}
                }
                """);

        assertThat(read().findings()).isEmpty();
        assertThat(read().servers())
                .containsExactly(
                        new ServerSettings(
                                "web",
                                "~/.kiro/settings/mcp.json:3",
                                false,
                                new Access.Address(
                                        "https://mcp.example.com/mcp",
                                        Map.of("X-Team", "${TEAM}"),
                                        new OAuthClient(
                                                Optional.of("abc"),
                                                Optional.empty(),
                                                Optional.of(7777),
                                                List.of("read", "write"))),
                                true,
                                new ServerSettings.Tools(List.of("*"), List.of("drop")),
                                new ServerSettings.Limits(
                                        Duration.ofSeconds(60), Duration.ofSeconds(5))));
    }

    @Test
    @Tag("mcp#AC-2")
    void the_projects_server_counts_before_the_persons_and_yaml_before_json() {
        project.with(".kiro/mcp.yaml", "servers:\n  a: {command: one}\n")
                .with(
                        ".kiro/settings/mcp.json",
                        "{\"mcpServers\": {\"a\": {\"command\": \"two\"}}}");
        home.with(".kiro/mcp.yaml", "servers:\n  a: {command: three}\n  b: {command: four}\n");

        assertThat(read().servers())
                .extracting(ServerSettings::name, ServerSettings::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", ".kiro/mcp.yaml:2"),
                        org.assertj.core.groups.Tuple.tuple("b", "~/.kiro/mcp.yaml:3"));
        assertThat(read().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        ".kiro/settings/mcp.json:1:1 mcp/twice the server 'a' stands in .kiro/mcp.yaml:2 too, which"
                                + " counts: remove one of them");
    }

    @Test
    @Tag("mcp#AC-3")
    void what_the_project_configures_does_not_count_while_it_is_not_trusted() {
        project.with(".kiro/mcp.yaml", "servers:\n  a: {command: one}\n");
        home.with(".kiro/mcp.yaml", "servers:\n  a: {command: persons}\n");

        McpFiles.Reading reading =
                McpFiles.of(Map.of(), home.root(), project.root(), (path, content) -> false).read();

        assertThat(reading.servers())
                .extracting(ServerSettings::place)
                .containsExactly("~/.kiro/mcp.yaml:2");
        assertThat(reading.untrusted())
                .extracting(ServerSettings::place)
                .containsExactly(".kiro/mcp.yaml:2");
    }

    @ParameterizedTest
    @Tag("mcp#AC-4")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`servers: {a: {args: [x]}}`                    | mcp/wrong-form the server 'a' has neither 'command' nor 'url'",
                "`servers: {a: {command: x, url: 'http://y'}}`  | mcp/wrong-form the server 'a' has both 'command' and 'url'",
                "`servers: {a: {url: 'ftp://y'}}`               | mcp/wrong-url the server 'a' has a 'url' that is no address of the web",
                "`servers: {a: {url: 'https://u:p@y'}}`         | mcp/wrong-url the server 'a' has a 'url' that is no address of the web",
                "`servers: {a: {url: 'https://y', type: sse}}`  | mcp/wrong-type the server 'a' is of the type 'sse'",
                "`servers: {a: {command: x, args: {b: c}}}`     | mcp/wrong-value 'args' of the server 'a' is not a list of texts",
                "`servers: {a: {command: x, env: [b]}}`         | mcp/wrong-value 'env' of the server 'a' is not a mapping from names to texts",
                "`servers: {a: {command: x, timeout: soon}}`    | mcp/wrong-value 'timeout' of the server 'a' is not a length of time",
                "`servers: {a: {command: x, disabled: maybe}}`  | mcp/wrong-value 'disabled' of the server 'a' is not true or false",
                "`servers: {a/b: {command: x}}`                 | mcp/wrong-name 'a/b' is no name of a server",
                "`servers: {a: }`                               | mcp/wrong-form the server 'a' has no settings",
                "`servers: [a]`                                 | mcp/wrong-form the servers are no mapping from names to settings",
                "`[a]`                                          | mcp/wrong-form the file names no servers",
                "`server: {a: {command: x}}`                    | mcp/unknown-key 'server' is no part of the file",
                "`servers: {a: {command: x, arg: [y]}}`         | mcp/unknown-key the server 'a' has 'arg', which is left out",
                "`servers: {a: {command: x`                     | mcp/broken not YAML",
            })
    void what_is_wrong_is_said_with_its_place_and_the_other_servers_stay(
            String text, String finding) {
        project.with(".kiro/mcp.yaml", text + "\n");
        home.with(".kiro/mcp.yaml", "servers:\n  good: {command: x}\n");

        assertThat(read().findings())
                .singleElement()
                .asString()
                .startsWith(".kiro/mcp.yaml:")
                .contains(finding);
        assertThat(read().servers()).extracting(ServerSettings::name).contains("good");
    }

    @Test
    @Tag("mcp#AC-4")
    void a_hostile_file_is_a_finding() {
        project.with(".kiro/mcp.yaml", "[".repeat(100_000))
                .with(".kiro/settings/mcp.json", "x".repeat(300_000));

        assertThat(read().findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("mcp/broken", "mcp/unreadable");
    }

    @Test
    @Tag("mcp#AC-5")
    void variables_are_filled_in_and_those_that_are_missing_are_named() {
        project.with(
                ".kiro/mcp.yaml",
                """
                servers:
                  a:
                    command: ${RUNNER:-npx}
                    args: ["${env:NAME}", "${MORE:-}", $PLAIN]
                    env: {TOKEN: "Bearer ${NAME}"}
                  b: {url: "https://${HOST}/${PATHS}", headers: {X: "${HOST}"}}
                """);
        var environment = Map.of("NAME", "a ${b} $1");

        assertThat(filled("a", environment))
                .isEqualTo(
                        new Access.Program(
                                "npx",
                                List.of("a ${b} $1", "", "$PLAIN"),
                                Map.of("TOKEN", "Bearer a ${b} $1"),
                                Optional.empty(),
                                false));
        assertThat(read().server("b").orElseThrow().filled(environment))
                .isEqualTo(new ServerSettings.Filled.Missing(List.of("HOST", "PATHS")));
    }

    private Access filled(String name, Map<String, String> environment) {
        return switch (read().server(name).orElseThrow().filled(environment)) {
            case ServerSettings.Filled.Whole whole -> whole.settings().access();
            case ServerSettings.Filled.Missing missing -> throw new AssertionError(missing);
        };
    }

    private McpFiles.Reading read() {
        return McpFiles.of(Map.of(), home.root(), project.root(), (path, content) -> true).read();
    }
}
