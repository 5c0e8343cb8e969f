package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.memory.Fact;
import kiro.memory.MemoryExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro memory list`: what is known.
@Command(
        name = "list",
        description = {"Lists what is known of this project, and whether it still holds.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro memory list",
            "  kiro memory list --kind decision",
            "  kiro memory list --stale --json",
            "",
            "Exit codes: 0 listed, 1 the memory cannot be read."
        })
public final class MemoryListCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only decision, pattern, convention or integration.")
    private @Nullable String kind;

    @Option(names = "--stale", description = "Only what does not hold any more.")
    private boolean isStale;

    @Option(names = "--json", description = "Print the facts as JSON.")
    private boolean isJson;

    public MemoryListCommand(Console console, Workspaces workspaces, MemoryAccess access) {
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
        List<Fact> facts =
                opened.get().facts().facts().stream()
                        .filter(fact -> kind == null || fact.kind().equals(kind))
                        .filter(fact -> !isStale || grounds.isStale(fact))
                        .toList();
        if (isJson) {
            console.print(MemoryExport.json(facts, grounds::isStale));
        } else if (facts.isEmpty()) {
            console.print(
                    "nothing is known: 'kiro memory refresh' learns from specs, decision records and code");
        } else {
            new MemoryView(console, grounds).table(facts);
        }
        return ExitCode.OK.number();
    }
}
