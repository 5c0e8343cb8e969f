package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.memory.Fact;
import kiro.memory.MemoryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro memory proposals`: what may become a fact.
@Command(
        name = "proposals",
        description = {
            "Lists what may become a fact: what a rejected or edited plan or a step that was taken back suggests. None is told to a"
                    + " run until you accept it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro memory proposals",
            "  kiro memory proposals --json",
            "",
            "Exit codes: 0 listed, 1 the memory cannot be read."
        })
public final class MemoryProposalsCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Option(names = "--json", description = "Print the proposals as JSON.")
    private boolean isJson;

    public MemoryProposalsCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException {
        Optional<OpenMemory.Opened> opened = memory.read();
        if (opened.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        var grounds = opened.get().grounds();
        List<Fact> facts = opened.get().facts().proposed();
        if (isJson) {
            console.print(MemoryExport.json(facts, grounds::isStale));
        } else if (facts.isEmpty()) {
            console.print("nothing is proposed");
        } else {
            new MemoryView(console, grounds).table(facts);
            console.print("'kiro memory accept ID' or 'kiro memory drop ID'");
        }
        return ExitCode.OK.number();
    }
}
