package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.draft.Asker;
import kiro.draft.FactSummaries;
import kiro.draft.FactSummaries.Summaries;
import kiro.memory.Fact;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro memory summarise`: what several facts say together, by a model.
@Command(
        name = "summarise",
        description = {
            "Asks a model to say in a sentence or two what several facts say together. Each summary names its facts, adds nothing to them,"
                    + " and is a proposal until you accept it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro memory summarise",
            "",
            "Exit codes: 0 asked, 1 there is no model or the memory cannot be written, 3 the project or its memory is not trusted, 5 the"
                    + " model gave no usable answer, 6 another process writes it."
        })
public final class MemorySummariseCommand implements Callable<Integer> {
    private static final int LEAST = 2;
    private static final int MOST = 200;

    private final Console console;
    private final OpenMemory memory;
    private final SpecModels models;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model that is asked.")
    private Optional<String> model = Optional.empty();

    public MemorySummariseCommand(
            Console console, Workspaces workspaces, MemoryAccess access, SpecModels models) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
        this.models = models;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExitCode open = memory.write(facts -> facts);
        Optional<OpenMemory.Opened> known = open == ExitCode.OK ? memory.read() : Optional.empty();
        if (known.isEmpty()) {
            return (open == ExitCode.OK ? ExitCode.FINDINGS : open).number();
        }
        var grounds = known.get().grounds();
        List<Fact> facts =
                known.get().facts().active().stream()
                        .filter(fact -> !grounds.isStale(fact))
                        .limit(MOST)
                        .toList();
        if (facts.size() < LEAST) {
            console.print("there is nothing to sum up: 'kiro memory refresh' learns facts");
            return ExitCode.OK.number();
        }
        return opened(known.get().workspace(), facts).number();
    }

    private ExitCode opened(Workspace workspace, List<Fact> facts)
            throws IOException, InterruptedException {
        return new ModelWork(console, models)
                .run(
                        workspace,
                        model,
                        "nothing is summed up",
                        "set one: docs/guide/models.md says how",
                        asker -> asked(asker, facts));
    }

    private ExitCode asked(Asker asker, List<Fact> facts) throws IOException, InterruptedException {
        Summaries summaries = new FactSummaries(asker).of(facts);
        console.clearStatus();
        return switch (summaries) {
            case Summaries.Nothing(String reason) -> {
                console.problem(
                        "model/no-proposal",
                        "%s proposed nothing that can stand: %s".formatted(asker.model(), reason),
                        "call the command again");
                yield ExitCode.PROVIDER;
            }
            case Summaries.Passed passed -> proposed(asker, passed);
        };
    }

    private ExitCode proposed(Asker asker, Summaries.Passed passed)
            throws IOException, InterruptedException {
        List<Fact> proposals =
                passed.summaries().stream()
                        .map(each -> each.proposal(asker.model(), memory.access().today()))
                        .toList();
        ExitCode code = memory.write(known -> known.learned(proposals, _ -> false));
        if (code == ExitCode.OK) {
            proposals.forEach(fact -> console.print("%s  %s".formatted(fact.id(), fact.line())));
            passed.problems().forEach(problem -> console.print("left out: " + problem));
            console.print(
                    "%s proposed: 'kiro memory accept ID' or 'kiro memory drop ID'"
                            .formatted(
                                    proposals.size() == 1
                                            ? "1 summary"
                                            : proposals.size() + " summaries"));
        }
        return code;
    }
}
