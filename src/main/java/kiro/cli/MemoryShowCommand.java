package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.memory.Fact;
import kiro.memory.MemoryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro memory show`: all of one fact.
@Command(
        name = "show",
        description = {"Shows all of one fact: where it comes from, and what it rests on.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro memory show d-3f2a91c0",
            "  kiro memory show d-3f",
            "",
            "Exit codes: 0 shown, 1 there is none of that id or the memory cannot be read."
        })
public final class MemoryShowCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Parameters(arity = "1", paramLabel = "ID", description = "The fact, or how its id begins.")
    private String id = "";

    @Option(names = "--json", description = "Print the fact as JSON.")
    private boolean isJson;

    public MemoryShowCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException {
        Optional<OpenMemory.Opened> opened = memory.read();
        Optional<Fact> fact = opened.flatMap(all -> memory.find(all.facts(), id));
        if (opened.isEmpty() || fact.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        var grounds = opened.get().grounds();
        if (isJson) {
            console.print(MemoryExport.json(List.of(fact.get()), grounds::isStale));
        } else {
            new MemoryView(console, grounds).whole(fact.get());
        }
        return ExitCode.OK.number();
    }
}
