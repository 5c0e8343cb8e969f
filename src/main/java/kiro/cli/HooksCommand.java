package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro hooks`: work that starts by itself on events.
public final class HooksCommand implements Callable<Integer> {
    private final Console console;
    private final CommandSpec spec;

    public HooksCommand(Console console) {
        this.console = console;
        var description = new CommandDescription("hooks", this);
        description.says(
                "Work that starts by itself on events: a file is saved, git commits, a test fails, the agent calls a tool.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks list",
                "  kiro hooks explain 'check style'",
                "  kiro hooks run pre-commit --file src/App.java",
                "  kiro hooks log",
                "",
                "Hooks stand in .kiro/hooks.yaml; those of Kiro in .kiro/hooks/ and .kiro/agents/ are read too.");
        this.spec = description.spec();
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
