package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro config`: says what can be asked about settings.
@Command(
        name = "config",
        description = {
            "Shows and changes settings: yours in ~/.kiro/config.yaml, the project's in .kiro/config.yaml.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro config list",
            "  kiro config set model anthropic/claude-sonnet-5-5",
            "  kiro config set tests.limit 10m --project",
            "  kiro config explain agent.max-cost"
        })
public final class ConfigCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
