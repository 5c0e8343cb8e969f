package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.memory.Memory;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;

/// `kiro memory adopt`: takes over a memory that came from elsewhere.
@Command(
        name = "adopt",
        description = {
            "Takes over a memory that was not made by you on this machine, such as one that was copied. Read it first: from then on"
                    + " it is told to models.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  kiro memory adopt",
            "",
            "Exit codes: 0 adopted, 1 it is broken or there is none, 3 the project is not trusted, 6 another process writes it."
        })
public final class MemoryAdoptCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    public MemoryAdoptCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = memory.workspace();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        Memory there = memory.access().memory(workspace.get());
        if (!there.isThere()) {
            console.problem(
                    "memory/none", "there is no " + Memory.PATH, "'kiro memory refresh' makes one");
            return ExitCode.FINDINGS.number();
        }
        Memory.Change change = there.adopt();
        ExitCode code = memory.told(change);
        if (change instanceof Memory.Change.Made made) {
            console.print("adopted %d facts".formatted(made.after().facts().size()));
        }
        return code.number();
    }
}
