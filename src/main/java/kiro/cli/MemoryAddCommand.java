package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kiro.memory.Fact;
import kiro.memory.FactId;
import kiro.memory.Scope;
import kiro.memory.Statement;
import kiro.memory.Weight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro memory add`: a fact that a person knows.
@Command(
        name = "add",
        description = {
            "Adds what you know. It is told to runs whose task, spec or files it fits.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro memory add 'Amounts are in cents'",
            "  kiro memory add --kind decision --path 'src/pay/**' --pin 'Payments are never retried by us'",
            "",
            "Exit codes: 0 added, 1 the memory cannot be written, 3 the project or its memory is not trusted, 6 another process"
                    + " writes it, 64 there is nothing to add."
        })
public final class MemoryAddCommand implements Callable<Integer> {
    private static final int LONGEST = 4_000;
    private static final List<String> KINDS =
            List.of("decision", "pattern", "convention", "integration");

    private final Console console;
    private final OpenMemory memory;

    @Parameters(arity = "1", paramLabel = "TEXT", description = "One or two sentences.")
    private String text = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "decision, pattern, convention (where it is left out) or integration.")
    private String kind = "convention";

    @Option(
            names = "--path",
            paramLabel = "GLOB",
            description = "Files that it is about; may be repeated.")
    private List<String> paths = List.of();

    @Option(
            names = "--topic",
            paramLabel = "WORD",
            description = "What it is about; may be repeated.")
    private List<String> topics = List.of();

    @Option(names = "--pin", description = "Tell it to every run.")
    private boolean isPinned;

    public MemoryAddCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST || !KINDS.contains(kind)) {
            console.problem(
                    "cli/usage",
                    KINDS.contains(kind)
                            ? "the text is not 1 to %,d characters".formatted(LONGEST)
                            : "there is no kind '" + kind + "'",
                    KINDS.contains(kind)
                            ? "say it in one or two sentences"
                            : "give one of " + String.join(", ", KINDS));
            return ExitCode.USAGE.number();
        }
        Fact fact =
                Fact.of(
                        kind,
                        new Statement(
                                FactId.of(kind, words),
                                words,
                                memory.access().person(),
                                memory.access().today(),
                                new Weight(1, isPinned, Weight.Standing.ACTIVE),
                                new Scope(paths, topics),
                                List.of()));
        ExitCode code = memory.write(facts -> facts.with(fact));
        if (code == ExitCode.OK) {
            console.print("added " + fact.id());
        }
        return code.number();
    }
}
