package kiro.cli;

import picocli.CommandLine.Command;

/// `kiro memory forget`: takes a fact away for good.
@Command(
        name = "forget",
        description = {
            "Takes a fact away for good. It is not learned again; only digests of it are kept.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  kiro memory forget d-3f2a91c0",
            "",
            "Exit codes: 0 done, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is not"
                    + " trusted, 6 another process writes it."
        })
public final class MemoryForgetCommand extends MemoryFactCommand {
    public MemoryForgetCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        super(
                new OpenMemory(console, workspaces, access),
                (facts, fact) -> facts.forget(fact.id(), access.today()),
                "forgot");
    }
}
