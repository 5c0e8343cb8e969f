package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kiro mcp list`: every configured server, without starting any.
@Command(
        name = "list",
        description = {
            "Lists the MCP servers that are configured, and where. Starts none of them: 'kiro mcp doctor' does.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro mcp list",
            "  kiro mcp list --json",
            "  kiro mcp list --agent reviewer",
            "",
            "Exit codes: 0 listed, 1 a file has to be repaired."
        })
public final class McpListCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final McpAccess access;

    @Option(names = "--json", description = "Print the servers as JSON.")
    private boolean isJson;

    @Mixin private McpAgentOption agent = new McpAgentOption();

    public McpListCommand(Console console, Workspaces workspaces, McpAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException {
        Optional<McpAccess.Configured> servers =
                agent.servers(console, access, workspaces.current());
        if (servers.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        McpAccess.Configured configured = servers.get();
        if (isJson) {
            console.print(McpJson.list(configured));
        } else {
            show(configured);
            console.findings(configured.findings());
        }
        return McpServerChoice.standing(configured).number();
    }

    private void show(McpAccess.Configured configured) {
        if (configured.servers().isEmpty()) {
            console.print(
                    "no MCP servers: name some in .kiro/mcp.yaml or ~/.kiro/mcp.yaml, as docs/guide/mcp.md shows");
            return;
        }
        var table = new TextTable(List.of("SERVER", "STATE", "WHAT", "APPROVED", "FROM"));
        for (McpAccess.Configured.Server server : configured.servers()) {
            table.row(
                    server.name(),
                    server.state().name().toLowerCase(Locale.ROOT),
                    server.access(),
                    String.join(", ", server.approved()),
                    server.place());
        }
        console.print(table.lines(console.width()));
    }
}
