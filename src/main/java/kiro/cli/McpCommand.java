package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro mcp`: what there is to say about MCP servers.
@Command(
        name = "mcp",
        description = {
            "Shows the MCP servers of this project and your own, finds out what is wrong with them, and calls their tools.",
            "They are named in .kiro/mcp.yaml and ~/.kiro/mcp.yaml, or in Kiro's settings/mcp.json.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro mcp list",
            "  kiro mcp doctor",
            "  kiro mcp call files read_file '{\"path\": \"README.md\"}'"
        })
public final class McpCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public McpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
