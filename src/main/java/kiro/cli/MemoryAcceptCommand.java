package kiro.cli;

import picocli.CommandLine.Command;

/// `kiro memory accept`: makes a fact of a proposal.
@Command(
        name = "accept",
        description = {
            "Makes a fact of a proposal: from now on it is told to runs that it fits.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  kiro memory accept c-3f2a91c0",
            "",
            "Exit codes: 0 done, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is not"
                    + " trusted, 6 another process writes it."
        })
public final class MemoryAcceptCommand extends MemoryFactCommand {
    public MemoryAcceptCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        super(
                new OpenMemory(console, workspaces, access),
                (facts, fact) -> facts.accepted(fact.id()),
                "accepted");
    }
}
