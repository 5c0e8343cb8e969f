package kiro.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `kiro mcp login`: signs in at a server that wants to know who asks.
@Command(
        name = "login",
        description = {
            "Signs in at an MCP server that wants to know who asks: shows the page at which you do so, and keeps the token",
            "outside of the project, readable by you alone. It is renewed as long as the server does so without you.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  kiro mcp login tickets",
            "",
            "Exit codes: 0 signed in, 1 not."
        })
public final class McpLoginCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final McpAccess access;
    private final Consumer<URI> browser;

    @Parameters(paramLabel = "SERVER", description = "The server.")
    private String server = "";

    @Mixin private McpAgentOption agent = new McpAgentOption();

    /// @param browser opens a page where there is a terminal to have asked for it
    public McpLoginCommand(
            Console console, Workspaces workspaces, McpAccess access, Consumer<URI> browser) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
        this.browser = browser;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        Optional<McpAccess.Configured.Server> chosen =
                agent.servers(console, access, workspace)
                        .flatMap(all -> new McpServerChoice(console).find(all, server));
        if (chosen.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        Optional<String> problem = access.signIn(workspace, chosen.get(), this::show);
        if (problem.isPresent()) {
            console.problem(
                    "mcp/not-signed-in",
                    "not signed in at the MCP server '%s': %s".formatted(server, problem.get()),
                    "call it again, or ask whoever runs the server");
            return ExitCode.FINDINGS.number();
        }
        console.print("signed in at " + server);
        return ExitCode.OK.number();
    }

    private void show(URI page) {
        console.print("open this page, and sign in there:");
        console.print("  " + page);
        console.flush();
        if (console.isInteractive()) {
            browser.accept(page);
        }
    }
}
