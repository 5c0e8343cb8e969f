package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro models`: says what can be asked about language models.
@Command(
        name = "models",
        description = {
            "Shows which language models are used here and for what, what there is for others, and tries one out.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro models list",
            "  kiro models explain security",
            "  kiro models test",
            "  kiro models test bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0"
        })
public final class ModelsCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
