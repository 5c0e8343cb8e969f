package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.cli.run.ConsoleStage;
import kiro.tool.FormAnswer;
import kiro.tool.Person;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro mcp call`: calls one tool of a server, and prints its answer.
@Command(
        name = "call",
        description = {
            "Starts one MCP server, calls one of its tools, and prints the answer. 'kiro mcp doctor SERVER --tools' shows",
            "what there is to call.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro mcp call files list_allowed_directories",
            "  kiro mcp call files read_file '{\"path\": \"README.md\"}'",
            "",
            "Exit codes: 0 answered, 1 the tool or the server says that it failed."
        })
public final class McpCallCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final McpAccess access;

    @Parameters(index = "0", paramLabel = "SERVER", description = "The server.")
    private String server = "";

    @Parameters(index = "1", paramLabel = "TOOL", description = "One of its tools.")
    private String tool = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ARGUMENTS",
            description = "What the tool takes: a JSON object.")
    private Optional<String> arguments = Optional.empty();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean isJson;

    @Mixin private McpAgentOption agent = new McpAgentOption();

    public McpCallCommand(Console console, Workspaces workspaces, McpAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
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
        McpAccess.Called called =
                access.call(workspace, chosen.get(), tool, arguments.orElse(""), person());
        if (isJson) {
            console.print(McpJson.call(called));
        } else if (called.isFailure()) {
            console.problem(
                    "mcp/failed",
                    called.text(),
                    "see 'kiro mcp doctor " + server + " --tools' for what it takes");
        } else {
            console.print(called.text());
        }
        return (called.isFailure() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private Person person() {
        return console.isInteractive()
                ? new TerminalForm(new ConsoleStage(console))::ask
                : form -> new FormAnswer.Declined();
    }
}
