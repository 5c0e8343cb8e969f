package kiro.cli;

import picocli.CommandLine.Command;

/// `kiro memory drop`: takes a proposal away.
@Command(
        name = "drop",
        description = {"Takes a proposal away for good. It is not made again.", ""},
        footer = {
            "",
            "Example:",
            "  kiro memory drop c-3f2a91c0",
            "",
            "Exit codes: 0 done, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is not"
                    + " trusted, 6 another process writes it."
        })
public final class MemoryDropCommand extends MemoryFactCommand {
    public MemoryDropCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        super(
                new OpenMemory(console, workspaces, access),
                (facts, fact) -> facts.forget(fact.id(), access.today()),
                "dropped");
    }
}
