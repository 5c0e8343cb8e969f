package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro steering`: what can be done with a team's policy.
public final class SteeringCommand implements Callable<Integer> {
    private final Console console;
    private final CommandSpec spec;

    public SteeringCommand(Console console) {
        this.console = console;
        var description = new CommandDescription("steering", this);
        description.says(
                "A team's policy: which of its sentences a machine checks, and what violates them.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering init",
                "  kiro steering list",
                "  kiro steering show code-style",
                "  kiro steering check --changed",
                "  kiro steering baseline --begin",
                "  kiro steering test",
                "  kiro steering explain src/web/UserController.java",
                "",
                "Exit codes: 0 help was shown, 64 there is no such command.");
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
