package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.model.Purpose;
import kiro.model.WorkKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro models explain`: which model does which work, and which settings lead to it.
@Command(
        name = "explain",
        description = {
            "Says which model does which kind of work, why, and which settings are not in force for it.",
            "A task, by its name or in words, is sorted into the kinds of work that it takes. No model is asked.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro models explain",
            "  kiro models explain security",
            "  kiro models explain generate-tests",
            "  kiro models explain 'encrypt the tokens in the store'",
            "",
            "Exit codes: 0 explained, 1 a kind has a model that cannot be used, or a settings file has to be repaired."
        })
public final class ModelsExplainCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ModelAccess models;

    @Parameters(
            arity = "0..1",
            paramLabel = "TASK|KIND",
            description =
                    "A task, or a kind of work: planning, code, security, tests, summaries or completion.")
    private @Nullable String wanted;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Explain what this would change on a command line.")
    private @Nullable String model;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public ModelsExplainCommand(Console console, Workspaces workspaces, ModelAccess models) {
        this.console = console;
        this.workspaces = workspaces;
        this.models = models;
    }

    /// A kind of work that is asked about.
    ///
    /// @param because why the task takes it; empty where a kind was asked about
    record Kind(Purpose purpose, String because) {}

    @Override
    public Integer call() throws IOException {
        List<Kind> kinds = kinds(Optional.ofNullable(wanted));
        return switch (models.ways(workspaces.current(), Optional.ofNullable(model))) {
            case ModelAccess.Ways.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Ways.Found found -> explain(found, kinds);
        };
    }

    private int explain(ModelAccess.Ways.Found found, List<Kind> kinds) {
        if (isJson) {
            console.print(WaysJson.explained(found, kinds));
        } else {
            console.print(WaysView.explained(found, kinds));
        }
        boolean isUsable =
                kinds.stream()
                        .flatMap(kind -> found.way(kind.purpose()).stream())
                        .allMatch(way -> way.problem().isEmpty());
        return (isUsable ? ExitCode.OK : ExitCode.FINDINGS).number();
    }

    private static List<Kind> kinds(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return Stream.of(Purpose.values()).map(purpose -> new Kind(purpose, "")).toList();
        }
        Optional<Purpose> purpose = Purpose.of(wanted.get());
        return purpose.isPresent()
                ? List.of(new Kind(purpose.get(), ""))
                : ofTask(wanted.get().strip());
    }

    private static List<Kind> ofTask(String task) {
        var kinds = new ArrayList<Kind>();
        kinds.add(new Kind(Purpose.PLAN, "a plan is made first"));
        switch (task) {
            case "generate-tests" ->
                    kinds.add(new Kind(Purpose.TESTS, "the task writes tests and nothing else"));
            case "implement" -> {
                kinds.add(new Kind(Purpose.CODE, "its steps write code"));
                kinds.add(
                        new Kind(
                                Purpose.SECURITY,
                                "steps whose words or files are about security or architecture"));
                kinds.add(new Kind(Purpose.TESTS, "steps whose files are tests alone"));
            }
            default -> kinds.add(ofWords(task));
        }
        kinds.add(new Kind(Purpose.SUMMARY, "where the conversation becomes too long"));
        return kinds;
    }

    private static Kind ofWords(String task) {
        WorkKind kind = WorkKind.of(task, List.of());
        return new Kind(
                kind.purpose(),
                kind.why().isEmpty()
                        ? "nothing in its words is about security or architecture; each step of its plan is sorted by its own words and files"
                        : kind.why().replace("the step", "the task")
                                + "; each step of its plan is sorted by its own words and files");
    }
}
