package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro` without a command: says what it does.
@Command(
        name = "kiro",
        description = {
            "Spec-driven agentic development: a spec becomes a plan, code, passing tests and proven criteria.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro demo                                     watch the whole thing on a sample project",
            "  kiro init                                     make .kiro/ in your project",
            "  kiro spec create user-profile --template rest-api",
            "  kiro agent --spec .kiro/specs/user-profile.md --task implement",
            "  kiro undo                                     take back what the last run changed",
            "",
            "Each command explains itself: kiro COMMAND --help"
        })
public final class RootCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public RootCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
