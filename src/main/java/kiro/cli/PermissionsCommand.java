package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro permissions`: says what can be asked about permissions.
@Command(
        name = "permissions",
        description = {
            "Shows which rules hold here, and what would be decided about a command or a file.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro permissions list",
            "  kiro permissions explain 'git -C web push && rm -rf build'",
            "  kiro permissions explain --write src/main/resources/db/V2.sql"
        })
public final class PermissionsCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public PermissionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
