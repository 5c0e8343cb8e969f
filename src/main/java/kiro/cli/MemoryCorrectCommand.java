package kiro.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `kiro memory correct`: gives a fact other words.
@Command(
        name = "correct",
        description = {
            "Gives a fact other words. From now on it is yours: what is learned does not change it any more.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  kiro memory correct d-3f2a91c0 'Payments are retried once'",
            "",
            "Exit codes: 0 corrected, 1 there is none of that id or the memory cannot be written, 3 the project or its memory is"
                    + " not trusted, 6 another process writes it, 64 there are no words."
        })
public final class MemoryCorrectCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Parameters(index = "0", paramLabel = "ID", description = "The fact, or how its id begins.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "What is true.")
    private String text = "";

    public MemoryCorrectCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (text.isBlank()) {
            console.problem("cli/usage", "there are no words", "say what is true");
            return ExitCode.USAGE.number();
        }
        return memory.change(
                        id,
                        (facts, fact) ->
                                facts.corrected(
                                        fact.id(),
                                        text.strip(),
                                        memory.access().person(),
                                        memory.access().today()),
                        "corrected")
                .number();
    }
}
