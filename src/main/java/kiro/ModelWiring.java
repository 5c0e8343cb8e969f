package kiro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.cli.Problem;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.anthropic.AnthropicModel;
import kiro.model.builtin.BuiltinModel;
import kiro.model.ollama.OllamaModel;
import kiro.model.openai.ChatModel;
import kiro.model.openai.ResponsesModel;
import kiro.model.scripted.ScriptFile;
import kiro.model.scripted.ScriptedModel;

/// The inventory of the models.
final class ModelWiring {
    private static final String SCRIPTED = "scripted/";
    private static final int BUILT_IN_OUTPUT = 1_000_000;

    private final Outside outside;
    private final Consumer<Runnable> warmth;

    /// For models that are asked soon: they prepare for it.
    ModelWiring(Outside outside) {
        this(outside, Runnable::run);
    }

    private ModelWiring(Outside outside, Consumer<Runnable> warmth) {
        this.outside = outside;
        this.warmth = warmth;
    }

    /// For models that are looked at, and asked later or not at all.
    static ModelWiring cold(Outside outside) {
        return new ModelWiring(outside, _ -> {});
    }

    /// What came of asking for a model.
    sealed interface Opening {
        /// @param remarks what a person should know of the choice
        /// @param maxOutput the most tokens that one reply may have
        /// @param ending lets go of what the model holds
        record Opened(Model model, List<String> remarks, int maxOutput, Runnable ending)
                implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        record Unusable(Problem problem) implements Opening {}
    }

    /// @param named on the command line, where it was
    Opening open(Optional<String> named, Config config) {
        if (named.isPresent() && named.get().startsWith(SCRIPTED)) {
            return scripted(named.get().substring(SCRIPTED.length()));
        }
        Config asked = named.map(name -> config.with("model", name, "--model")).orElse(config);
        return switch (ModelChoice.of(asked)) {
            case ModelChoice.BuiltIn builtIn -> builtIn(builtIn.reason());
            case ModelChoice.Unusable unusable ->
                    new Opening.Unusable(
                            new Problem("model/unusable", unusable.message(), unusable.fix()));
            case ModelChoice.Anthropic anthropic -> anthropic(anthropic);
            case ModelChoice.Bedrock bedrock ->
                    new BedrockWiring(outside, warmth).open(bedrock, asked);
            case ModelChoice.OpenAi openAi -> openAi(openAi);
            case ModelChoice.Ollama ollama -> ollama(ollama);
        };
    }

    /// The model that an agent's file names, where it can be used; else the usual one, and why. A file in a project
    /// cannot have answers come from a script.
    Opening open(String wanted, String file, Config config) {
        String name = wanted.startsWith("claude") ? "anthropic/" + wanted : wanted;
        if (name.equals("auto")) {
            return open(Optional.empty(), config);
        }
        Opening opened =
                name.startsWith(SCRIPTED)
                        ? new Opening.Unusable(
                                new Problem("model/unusable", "a script is named by a person", ""))
                        : open(Optional.empty(), config.with("model", name, file));
        return opened instanceof Opening.Unusable(Problem problem)
                ? withRemark(
                        open(Optional.empty(), config),
                        "the agent's model '%s' cannot be used, and the usual one works: %s"
                                .formatted(wanted, problem.message()))
                : opened;
    }

    private static Opening withRemark(Opening opening, String remark) {
        return switch (opening) {
            case Opening.Unusable unusable -> unusable;
            case Opening.Opened opened -> {
                var remarks = new ArrayList<String>();
                remarks.add(remark);
                remarks.addAll(opened.remarks());
                yield new Opening.Opened(
                        opened.model(), remarks, opened.maxOutput(), opened.ending());
            }
        };
    }

    private static Opening builtIn(String reason) {
        return new Opening.Opened(
                new BuiltinModel(),
                List.of(reason + ": the built-in engine reads the structured parts of a spec"),
                BUILT_IN_OUTPUT,
                () -> {});
    }

    private Opening anthropic(ModelChoice.Anthropic choice) {
        var model = new AnthropicModel(choice, outside.clock());
        warmth.accept(model::warmUp);
        return new Opening.Opened(model, List.of(), choice.maxOutput(), model::close);
    }

    private Opening openAi(ModelChoice.OpenAi choice) {
        return switch (choice.way().api()) {
            case CHAT -> {
                var model = new ChatModel(choice, outside.clock());
                warmth.accept(model::warmUp);
                yield new Opening.Opened(model, List.of(), choice.maxOutput(), model::close);
            }
            case RESPONSES -> {
                var model = new ResponsesModel(choice, outside.clock());
                warmth.accept(model::warmUp);
                yield new Opening.Opened(model, List.of(), choice.maxOutput(), model::close);
            }
        };
    }

    private Opening ollama(ModelChoice.Ollama choice) {
        var model = new OllamaModel(choice, outside.clock());
        warmth.accept(model::warmUp);
        return new Opening.Opened(model, List.of(), choice.maxOutput(), model::close);
    }

    private Opening scripted(String name) {
        Path file = outside.directory().resolve(name);
        try {
            return switch (ScriptFile.read(name, Files.readString(file))) {
                case ScriptFile.Reading.Whole whole ->
                        new Opening.Opened(
                                new ScriptedModel(whole.answers()),
                                List.of("the model's answers come from the script " + name),
                                BUILT_IN_OUTPUT,
                                () -> {});
                case ScriptFile.Reading.Broken broken -> unusable(broken.findings().getFirst());
            };
        } catch (IOException unreadable) {
            return new Opening.Unusable(
                    new Problem(
                            "model/script",
                            "the script " + name + " cannot be read: " + unreadable.getMessage(),
                            "name a file of the form that docs/formats/script.md shows"));
        }
    }

    private static Opening unusable(Finding finding) {
        return new Opening.Unusable(
                new Problem(
                        finding.rule().value(),
                        finding.file() + ":" + finding.span() + ": " + finding.message(),
                        finding.fix().orElse("mend the script")));
    }
}
