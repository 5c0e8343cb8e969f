package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.memory.MemoryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro memory export`: what is known, to hand it on.
@Command(
        name = "export",
        description = {"Prints what is known and still holds, as Markdown or JSON.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro memory export > memory.md",
            "  kiro memory export --json",
            "",
            "Exit codes: 0 printed, 1 the memory cannot be read."
        })
public final class MemoryExportCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public MemoryExportCommand(Console console, Workspaces workspaces, MemoryAccess access) {
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
        var facts =
                opened.get().facts().active().stream()
                        .filter(fact -> !grounds.isStale(fact))
                        .toList();
        console.print(
                isJson
                        ? MemoryExport.json(facts, _ -> false)
                        : MemoryExport.markdown(facts).stripTrailing());
        return ExitCode.OK.number();
    }
}
