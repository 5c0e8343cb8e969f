package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro memory`: what is known of the project beyond a session.
@Command(
        name = "memory",
        description = {
            "Shows and changes what is known of the project beyond a session: decisions, patterns, conventions, integrations.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro memory refresh       learn from specs, decision records and code",
            "  kiro memory list",
            "  kiro memory add 'Amounts are in cents'",
            "  kiro memory why           what the newest session was told, and why"
        })
public final class MemoryCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public MemoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
