package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro agents`: says what can be asked about custom agents.
@Command(
        name = "agents",
        description = {
            "Shows the agents that files in .kiro/agents and ~/.kiro/agents describe, and checks them.",
            "'kiro agent --agent NAME' works as one of them.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro agents list",
            "  kiro agents show reviewer",
            "  kiro agents validate"
        })
public final class AgentsCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public AgentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
