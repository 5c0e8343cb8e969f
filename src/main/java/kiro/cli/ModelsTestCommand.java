package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import kiro.model.Usage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro models test`: whether a model answers and calls tools.
@Command(
        name = "test",
        description = {
            "Tries a model out with one short request.",
            "Says whether it answers, how fast, whether it calls tools as an agent needs it, and what that cost.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro models test",
            "  kiro models test ollama/qwen3:8b",
            "  kiro models test --json",
            "",
            "Exit codes: 0 it answers and calls tools, 1 it cannot be used or calls none, 5 it gave no answer."
        })
public final class ModelsTestCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ModelAccess models;
    private final LongSupplier nanoTime;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "The model, such as anthropic/NAME; left out, the one of the settings.")
    private Optional<String> named = Optional.empty();

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean isJson;

    /// @param nanoTime grows as time goes on
    public ModelsTestCommand(
            Console console, Workspaces workspaces, ModelAccess models, LongSupplier nanoTime) {
        this.console = console;
        this.workspaces = workspaces;
        this.models = models;
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return switch (models.open(workspaces.current(), named)) {
            case ModelAccess.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Opening.Unusable(Problem problem) -> {
                console.problem(problem.code(), problem.message(), problem.fix());
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Opening.BuiltIn _ -> {
                console.problem(
                        "model/built-in",
                        "the built-in engine is no language model, and there is nobody to ask",
                        "name a model: 'kiro models list' shows who has some");
                yield ExitCode.FINDINGS.number();
            }
            case ModelAccess.Opening.Opened opened -> {
                try {
                    yield test(opened).number();
                } finally {
                    opened.ending().run();
                }
            }
        };
    }

    private ExitCode test(ModelAccess.Opening.Opened opened) throws InterruptedException {
        if (!isJson) {
            opened.remarks().forEach(console::note);
            console.status("asking " + opened.facts().name());
        }
        ModelTrial.Outcome outcome =
                new ModelTrial(opened.model(), nanoTime).run(opened.facts().maxOutput());
        console.clearStatus();
        if (isJson) {
            console.print(ModelsJson.test(opened.facts(), outcome));
        } else {
            show(opened.facts(), outcome);
        }
        return switch (outcome) {
            case ModelTrial.Outcome.Failed _ -> ExitCode.PROVIDER;
            case ModelTrial.Outcome.Answered answered ->
                    answered.callsTools() ? ExitCode.OK : ExitCode.FINDINGS;
        };
    }

    private void show(ModelAccess.Facts facts, ModelTrial.Outcome outcome) {
        switch (outcome) {
            case ModelTrial.Outcome.Failed failed -> {
                Problem problem = problem(failed);
                console.problem(problem.code(), problem.message(), problem.fix());
            }
            case ModelTrial.Outcome.Answered answered -> {
                console.print(
                        console.styled(Style.BOLD, facts.name())
                                + " answers: the first piece after %,d ms, all of it after %,d ms"
                                        .formatted(
                                                answered.first().toMillis(),
                                                answered.whole().toMillis()));
                console.print("  " + used(facts, answered.usage()));
                if (answered.callsTools()) {
                    console.print("  it calls tools");
                } else {
                    console.problem(
                            "model/no-tools",
                            "it does not call the tool that it was asked to call: an agent cannot work with it",
                            "choose another model, or have its server pass calls on (docs/guide/models.md)");
                }
            }
        }
    }

    private static String used(ModelAccess.Facts facts, Usage usage) {
        String tokens =
                "%,d tokens in, %,d out"
                        .formatted(
                                usage.input() + usage.cacheRead() + usage.cacheWrite(),
                                usage.output());
        return tokens
                + facts.price()
                        .map(price -> ", " + price.of(usage))
                        .orElse(", at a price that is not known")
                + UsageText.estimated(usage);
    }

    static Problem problem(ModelTrial.Outcome.Failed failed) {
        return new Problem(
                "model/failed",
                failed.failure().message(),
                failed.failure().isTransient()
                        ? "try again in a while"
                        : "mend what it says, then try again");
    }
}
