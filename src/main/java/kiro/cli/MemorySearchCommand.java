package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import kiro.memory.MemoryExport;
import kiro.memory.Recall;
import kiro.memory.Recollection;
import kiro.memory.Recollection.Recalled;
import kiro.tool.Untrusted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro memory search`: what would come to mind.
@Command(
        name = "search",
        description = {"Searches what is known, as a run does for its task.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro memory search 'retry failed payments'",
            "  kiro memory search errors --file src/main/java/pay/Client.java",
            "",
            "Exit codes: 0 found, 1 nothing fits or the memory cannot be read."
        })
public final class MemorySearchCommand implements Callable<Integer> {
    private static final int MOST = 4_000;

    private final Console console;
    private final OpenMemory memory;

    @Parameters(arity = "1", paramLabel = "QUERY", description = "What to look for.")
    private String query = "";

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description = "A file of the project that the work is about; may be repeated.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print the facts as JSON.")
    private boolean isJson;

    public MemorySearchCommand(Console console, Workspaces workspaces, MemoryAccess access) {
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
        Recollection found =
                Recall.of(opened.get().facts())
                        .about(
                                new Recall.Question(query, "", files, Set.of()),
                                Recall.Room.ofTokens(MOST),
                                grounds::isStale);
        if (isJson) {
            console.print(
                    MemoryExport.json(
                            found.facts().stream().map(Recalled::fact).toList(), _ -> false));
        } else {
            found.facts().forEach(this::show);
            if (!found.stale().isEmpty()) {
                console.note(
                        "%d more would fit and rest on what has changed: 'kiro memory refresh' looks again"
                                .formatted(found.stale().size()));
            }
        }
        if (found.facts().isEmpty()) {
            console.note("nothing fits '" + Untrusted.clean(query) + "'");
        }
        return (found.facts().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void show(Recalled recalled) {
        console.print(
                "%s  %s"
                        .formatted(
                                console.styled(Style.CYAN, recalled.fact().id().value()),
                                Untrusted.clean(recalled.fact().text())));
        console.print(
                console.styled(
                        Style.DIM,
                        "    "
                                + Untrusted.clean(recalled.fact().statement().source().words())
                                + "; "
                                + Untrusted.clean(recalled.reason())));
    }
}
