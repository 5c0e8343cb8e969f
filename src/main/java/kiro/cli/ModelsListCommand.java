package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.model.Price;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro models list`: the model that is used here, and who else has some.
@Command(
        name = "list",
        description = {
            "Shows the model that is used here and who else has models.",
            "Of the model: its window, its price, and why it is the one; and where each kind of work goes. Of the others: where",
            "their keys come from, or what is missing. No model is asked. With PROVIDER: the models that this one offers.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro models list",
            "  kiro models list bedrock",
            "  kiro models list --json",
            "",
            "Exit codes: 0 listed, 1 the model of the settings cannot be used, or a settings file has to be repaired,",
            "5 the provider gave no list."
        })
public final class ModelsListCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ModelAccess models;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROVIDER",
            description =
                    "Ask this provider which models it offers: anthropic, bedrock, ollama or openai.")
    private Optional<String> provider = Optional.empty();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    public ModelsListCommand(Console console, Workspaces workspaces, ModelAccess models) {
        this.console = console;
        this.workspaces = workspaces;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        return provider.isPresent()
                ? offered(models.offered(workspace, provider.get()))
                : list(workspace);
    }

    private int offered(ModelAccess.Offered offered) {
        return switch (offered) {
            case ModelAccess.Offered.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Offered.Failed failed -> {
                Problem problem = failed.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield (failed.isRefused() ? ExitCode.PROVIDER : ExitCode.FINDINGS).number();
            }
            case ModelAccess.Offered.Models found -> {
                if (isJson) {
                    console.print(ModelsJson.offered(found.models()));
                } else if (found.models().isEmpty()) {
                    console.print("no models");
                } else {
                    console.print(offers(found.models()));
                }
                yield ExitCode.OK.number();
            }
        };
    }

    /// A name is written whole, however narrow the terminal: it is there to be copied.
    private static List<String> offers(List<ModelAccess.Facts> models) {
        var table = new TextTable(List.of("MODEL", "WINDOW", "SENT", "REPLIES"));
        for (ModelAccess.Facts facts : models) {
            table.row(
                    facts.name(),
                    "%,d".formatted(facts.window()),
                    facts.price().map(price -> WaysView.amount(price.input())).orElse("?"),
                    facts.price().map(price -> WaysView.amount(price.output())).orElse("?"));
        }
        return table.lines(Integer.MAX_VALUE);
    }

    private int list(Workspace workspace) {
        return switch (models.open(workspace, Optional.empty())) {
            case ModelAccess.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Opening.Unusable(Problem problem) -> {
                List<ModelAccess.Provider> providers = models.providers(workspace);
                if (isJson) {
                    console.print(ModelsJson.list(problem, providers));
                } else {
                    console.problem(problem.code(), problem.message(), problem.fix());
                    console.print(table(providers));
                }
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Opening.BuiltIn(String why) -> {
                List<ModelAccess.Provider> providers = models.providers(workspace);
                if (isJson) {
                    console.print(ModelsJson.list(why, providers));
                } else {
                    console.print(
                            console.styled(Style.BOLD, "built-in")
                                    + console.styled(Style.DIM, "  " + why));
                    console.print();
                    console.print(table(providers));
                }
                yield ExitCode.OK.number();
            }
            case ModelAccess.Opening.Opened opened -> {
                opened.ending().run();
                show(opened, models.ways(workspace, Optional.empty()), models.providers(workspace));
                yield ExitCode.OK.number();
            }
        };
    }

    private void show(
            ModelAccess.Opening.Opened opened,
            ModelAccess.Ways ways,
            List<ModelAccess.Provider> providers) {
        if (isJson) {
            console.print(ModelsJson.list(opened, ways, providers));
            return;
        }
        ModelAccess.Facts facts = opened.facts();
        console.print(
                console.styled(Style.BOLD, facts.name())
                        + console.styled(Style.DIM, "  " + facts.why()));
        console.print(
                "  %,d tokens for a request and its reply, %,d of them for the reply; %s"
                        .formatted(
                                facts.window(),
                                facts.maxOutput(),
                                facts.takesImages()
                                        ? "looks at pictures"
                                        : "not known to look at pictures"));
        console.print("  " + price(facts.price()));
        opened.remarks().forEach(remark -> console.print("  " + remark));
        console.print();
        if (ways instanceof ModelAccess.Ways.Found found) {
            console.print(WaysView.table(found, console.width()));
            console.print();
        }
        console.print(table(providers));
    }

    private static String price(Optional<Price> price) {
        return price.map(each ->
                        "a million tokens cost %s sent, %s from the cache, %s into it, %s of replies"
                                .formatted(
                                        WaysView.amount(each.input()),
                                        WaysView.amount(each.cacheRead()),
                                        WaysView.amount(each.cacheWrite()),
                                        WaysView.amount(each.output())))
                .orElse("what it costs is not known: price.input and price.output say it");
    }

    private List<String> table(List<ModelAccess.Provider> providers) {
        var table = new TextTable(List.of("PROVIDER", "READY", "HOW"));
        providers.forEach(
                each -> table.row(each.name(), each.isReady() ? "yes" : "no", each.words()));
        return table.lines(console.width());
    }
}
