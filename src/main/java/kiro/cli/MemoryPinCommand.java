package kiro.cli;

import picocli.CommandLine.Command;

/// `kiro memory pin`: tells a fact to every run.
@Command(
        name = "pin",
        description = {"Tells a fact to every run, whatever its task is.", ""},
        footer = {
            "",
            "Example:",
            "  kiro memory pin d-3f2a91c0",
            "",
            "Exit codes: 0 done, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is not"
                    + " trusted, 6 another process writes it."
        })
public final class MemoryPinCommand extends MemoryFactCommand {
    public MemoryPinCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        super(
                new OpenMemory(console, workspaces, access),
                (facts, fact) -> facts.pinned(fact.id(), true),
                "pinned");
    }
}
