package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `kiro mcp logout`: forgets what shows a server who asks.
@Command(
        name = "logout",
        description = {"Forgets the token of an MCP server.", ""},
        footer = {
            "",
            "Example:",
            "  kiro mcp logout tickets",
            "",
            "Exit codes: 0 forgotten, or there was none."
        })
public final class McpLogoutCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final McpAccess access;

    @Parameters(paramLabel = "SERVER", description = "The server.")
    private String server = "";

    @Mixin private McpAgentOption agent = new McpAgentOption();

    public McpLogoutCommand(Console console, Workspaces workspaces, McpAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException {
        Workspace workspace = workspaces.current();
        Optional<McpAccess.Configured.Server> chosen =
                agent.servers(console, access, workspace)
                        .flatMap(all -> new McpServerChoice(console).find(all, server));
        if (chosen.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        boolean wasThere = access.signOut(workspace, chosen.get());
        console.print(
                wasThere
                        ? "the token of " + server + " is forgotten"
                        : "there was no token of " + server);
        return ExitCode.OK.number();
    }
}
