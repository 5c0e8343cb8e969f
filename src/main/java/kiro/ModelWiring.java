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
import kiro.model.Purpose;
import kiro.model.Route;
import kiro.model.Routing;
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

    static boolean isScripted(String name) {
        return name.startsWith(SCRIPTED);
    }

    /// The model that writes code.
    ///
    /// @param named on the command line, where it was
    Opening open(Optional<String> named, Config config) {
        return open(named, config, Purpose.CODE);
    }

    /// @param named on the command line, where it was
    Opening open(Optional<String> named, Config config, Purpose purpose) {
        if (named.filter(ModelWiring::isScripted).isPresent()) {
            return scripted(named.get().substring(SCRIPTED.length()));
        }
        Config asked = named.map(name -> config.with("model", name, "--model")).orElse(config);
        return open(Routing.of(asked).of(purpose), asked);
    }

    /// The model to which a way leads. One that cannot be told how much to think is refused where just that was asked for.
    Opening open(Route route, Config config) {
        Config placed = placed(route, config);
        ModelChoice choice = ModelChoice.of(route.in(placed));
        if (route.effort().isEmpty()
                || choice.mayThink()
                || choice instanceof ModelChoice.Unusable) {
            return open(choice, route.in(placed));
        }
        Route.Effort effort = route.effort().get();
        String what =
                "%s cannot be told how much to think (%s)"
                        .formatted(route.model().orElse("the built-in engine"), effort.origin());
        Config plain = route.without().in(placed);
        return effort.isMeant()
                ? new Opening.Unusable(
                        new Problem(
                                "model/no-effort",
                                what,
                                "leave the effort out, or choose a model that thinks"))
                : withRemark(open(ModelChoice.of(plain), plain), what + ": that is left out");
    }

    /// A class of Bedrock's models is asked for in the part of the world that the region is in, wherever that is set.
    private Config placed(Route route, Config config) {
        return route.model().filter(name -> name.matches("bedrock/[a-z]+")).isEmpty()
                        || config.text("aws.region").isPresent()
                ? config
                : new BedrockWiring(outside, _ -> {})
                        .place(config)
                        .region()
                        .map(region -> config.with("aws.region", region, "AWS's own settings"))
                        .orElse(config);
    }

    private Opening open(ModelChoice choice, Config asked) {
        return switch (choice) {
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
