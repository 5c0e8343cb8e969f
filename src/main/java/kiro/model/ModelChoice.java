package kiro.model;

import java.net.URI;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.secret.Secret;

/// Which model the settings ask for.
public sealed interface ModelChoice {
    /// @param reason why no language model is used
    record BuiltIn(String reason) implements ModelChoice {}

    /// @param model as the provider names it
    /// @param baseUrl without the version in its path, without a slash at its end
    /// @param window the most tokens that a request and its answer may have together
    /// @param maxOutput the most tokens that one reply may have
    /// @param canThink whether it can be told how much to think
    /// @param thinking how much it is told to think; empty where nobody said
    record Anthropic(
            String model,
            Secret key,
            URI baseUrl,
            int window,
            int maxOutput,
            boolean canThink,
            Optional<ClaudeThinking> thinking)
            implements ModelChoice {
        /// A model that is told nothing of thinking.
        public Anthropic(String model, Secret key, URI baseUrl, int window, int maxOutput) {
            this(model, key, baseUrl, window, maxOutput, true, Optional.empty());
        }
    }

    /// @param model as its server names it
    /// @param key empty for a server that wants none
    /// @param baseUrl with the version in its path, without a slash at its end
    /// @param window the most tokens that a request and its reply may have together
    /// @param maxOutput the most tokens that one reply may have
    /// @param way how it is spoken to
    record OpenAi(
            String model,
            Optional<Secret> key,
            URI baseUrl,
            int window,
            int maxOutput,
            OpenAiWay way)
            implements ModelChoice {
        /// A model that is spoken to in the way that all such servers know.
        public OpenAi(String model, Optional<Secret> key, URI baseUrl, int window, int maxOutput) {
            this(model, key, baseUrl, window, maxOutput, OpenAiWay.CHAT);
        }

        /// Whether it is OpenAI's own service, and not another that speaks like it.
        public boolean isOfOpenAi() {
            return OpenAiChoice.HOST.equals(baseUrl.getHost());
        }
    }

    /// @param model as Ollama names it
    /// @param baseUrl without a slash at its end
    /// @param window the most tokens that a request and its reply may have together: the context is made that large
    /// @param maxOutput the most tokens that one reply may have
    /// @param effort how much it is to think, in the word of the settings
    record Ollama(String model, URI baseUrl, int window, int maxOutput, Optional<String> effort)
            implements ModelChoice {
        /// A model that is told nothing of thinking.
        public Ollama(String model, URI baseUrl, int window, int maxOutput) {
            this(model, baseUrl, window, maxOutput, Optional.empty());
        }
    }

    record Bedrock(BedrockId id, BedrockTraits traits, BedrockWishes wishes, Door door)
            implements ModelChoice {
        /// The same model, asked in a region that was found.
        public Bedrock in(String region) {
            return through(new Door(door.key(), door.baseUrl(), Optional.of(region)));
        }

        /// The same model, asked at an address that was found where none was set.
        public Bedrock at(Optional<URI> address) {
            return through(new Door(door.key(), door.baseUrl().or(() -> address), door.region()));
        }

        private Bedrock through(Door other) {
            return new Bedrock(id, traits, wishes, other);
        }

        /// The way to the service.
        ///
        /// @param key takes the place of AWS credentials; empty where requests are signed
        /// @param baseUrl empty for the region's own address
        /// @param region empty where it is to be found as AWS's own tools find it
        public record Door(Optional<Secret> key, Optional<URI> baseUrl, Optional<String> region) {}
    }

    /// The settings ask for what there is not.
    record Unusable(String message, String fix) implements ModelChoice {}

    /// Whether the model may know what to do with a word on how much to think. Of models that only their servers know it
    /// turns out when they are asked.
    default boolean mayThink() {
        return switch (this) {
            case BuiltIn _, Unusable _ -> false;
            case Anthropic anthropic -> anthropic.canThink();
            case Bedrock bedrock -> bedrock.traits().reasoning() != BedrockTraits.Reasoning.NONE;
            case OpenAi openAi -> !openAi.isOfOpenAi() || openAi.way().thinks();
            case Ollama _ -> true;
        };
    }

    static ModelChoice of(Config config) {
        Optional<ConfigValue> model = config.find("model");
        if (model.isEmpty()) {
            return ofKeys(config);
        }
        String named = model.get().text();
        String text =
                RouteTable.isProvider(named)
                        ? named + "/" + new RouteTable().classFor(named, Purpose.CODE)
                        : named;
        String origin = model.get().origin();
        if (text.equals("built-in")) {
            return new BuiltIn("the model is set to built-in (" + origin + ")");
        }
        if (text.startsWith("anthropic/") && text.length() > "anthropic/".length()) {
            return AnthropicChoice.of(text.substring("anthropic/".length()), origin, config);
        }
        if (text.startsWith("openai/") && text.length() > "openai/".length()) {
            return OpenAiChoice.of(text.substring("openai/".length()), origin, config);
        }
        if (text.startsWith("ollama/") && text.length() > "ollama/".length()) {
            return OllamaChoice.of(text.substring("ollama/".length()), origin, config);
        }
        if (text.startsWith("bedrock/") && text.length() > "bedrock/".length()) {
            return BedrockChoice.of(text.substring("bedrock/".length()), origin, config);
        }
        return new Unusable(
                "no such model: '" + text + "' (" + origin + ")",
                "set it to anthropic/NAME, such as anthropic/"
                        + AnthropicChoice.example()
                        + ", to bedrock/MODEL, to openai/NAME, to ollama/NAME, or to built-in");
    }

    private static ModelChoice ofKeys(Config config) {
        if (config.find("anthropic.api-key").isPresent()) {
            return AnthropicChoice.of(
                    new RouteTable().classFor("anthropic", Purpose.CODE), "its key is set", config);
        }
        if (config.secret("bedrock.api-key").isPresent()) {
            return new BuiltIn(
                    "a Bedrock key is set and no model is: choose one with '--model bedrock/MODEL'");
        }
        if (config.text("aws.profile").isPresent() && config.find("openai.api-key").isEmpty()) {
            return new BuiltIn(
                    "an AWS profile is set and no model is: 'kiro models list bedrock' shows those that it can ask, '--model bedrock/MODEL' chooses one");
        }
        return new BuiltIn(
                config.find("openai.api-key").isPresent()
                        ? "an OpenAI key is set and no model is: choose one with '--model openai/NAME'"
                        : "no model configured");
    }
}
