package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro` without a command: says what it does.
public final class RootCommand implements Callable<Integer> {
    private final Console console;
    private final CommandSpec spec;

    public RootCommand(Console console) {
        this.console = console;
        var description = new CommandDescription("kiro", this);
        description.says(
                "Spec-driven agentic development: a spec becomes a plan, code, passing tests and proven criteria.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro demo                                     watch the whole thing on a sample project",
                "  kiro init                                     make .kiro/ in your project",
                "  kiro spec create user-profile --template rest-api",
                "  kiro agent --spec .kiro/specs/user-profile.md --task implement",
                "  kiro undo                                     take back what the last run changed",
                "",
                "Each command explains itself: kiro COMMAND --help");
        this.spec = description.spec();
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return spec;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
