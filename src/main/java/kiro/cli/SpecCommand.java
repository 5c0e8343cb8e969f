package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro spec`: says what can be done with specs.
@Command(
        name = "spec",
        description = {
            "Writes, checks and lists specs, and brings them in line with their tests.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro spec create user-profile --template rest-api",
            "  kiro spec validate user-profile",
            "  kiro spec list",
            "  kiro spec show user-profile",
            "  kiro spec sync user-profile"
        })
public final class SpecCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public SpecCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
