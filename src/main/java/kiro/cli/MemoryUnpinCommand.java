package kiro.cli;

import picocli.CommandLine.Command;

/// `kiro memory unpin`: tells a fact only to runs that it fits.
@Command(
        name = "unpin",
        description = {"Tells a fact only to runs that it fits.", ""},
        footer = {
            "",
            "Example:",
            "  kiro memory unpin d-3f2a91c0",
            "",
            "Exit codes: 0 done, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is not"
                    + " trusted, 6 another process writes it."
        })
public final class MemoryUnpinCommand extends MemoryFactCommand {
    public MemoryUnpinCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        super(
                new OpenMemory(console, workspaces, access),
                (facts, fact) -> facts.pinned(fact.id(), false),
                "unpinned");
    }
}
