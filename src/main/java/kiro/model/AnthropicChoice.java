package kiro.model;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.secret.Secret;

/// Reads from the settings what a request to Anthropic needs.
final class AnthropicChoice {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:@/-]{0,127}");
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    private AnthropicChoice() {}

    /// A model to name as an example.
    static String example() {
        var table = new RouteTable();
        return table.model("anthropic", table.classFor("anthropic", Purpose.CODE)).orElseThrow();
    }

    /// @param name of a model, or of a class of them
    /// @param origin where the name comes from
    static ModelChoice of(String name, String origin, Config config) {
        String model = new RouteTable().model("anthropic", name).orElse(name);
        var defaults = AnthropicDefaults.read();
        if (!NAME.matcher(model).matches()) {
            return new ModelChoice.Unusable(
                    "not a model's name: '" + model + "' (" + origin + ")",
                    "set it to a name such as anthropic/" + example());
        }
        Optional<Secret> key = config.secret("anthropic.api-key");
        if (key.isEmpty()) {
            return new ModelChoice.Unusable(
                    "no key for the model anthropic/%s (%s)%s"
                            .formatted(
                                    model, origin, KeyWords.withheld(config, "anthropic.api-key")),
                    "sign in with 'kiro auth login --anthropic', set ANTHROPIC_API_KEY, or use the model built-in");
        }
        if (!HEADER_TEXT.matcher(key.get().reveal()).matches()) {
            return new ModelChoice.Unusable(
                    "the Anthropic key has a character that no key has ("
                            + config.find("anthropic.api-key").map(ConfigValue::origin).orElse("")
                            + ")",
                    "copy the key again, in one line");
        }
        String url = config.text("anthropic.base-url").orElseGet(defaults::baseUrl);
        Optional<URI> baseUrl = ServerAddress.of(url, "/v1");
        if (baseUrl.isEmpty()) {
            return new ModelChoice.Unusable(
                    "anthropic.base-url is not the address of a server ("
                            + config.find("anthropic.base-url").map(ConfigValue::origin).orElse("")
                            + ")",
                    "write it like " + defaults.baseUrl());
        }
        return of(model, key.get(), baseUrl.get(), config);
    }

    private static ModelChoice of(String model, Secret key, URI baseUrl, Config config) {
        var defaults = AnthropicDefaults.read();
        return new ModelChoice.Anthropic(
                model,
                key,
                baseUrl,
                config.positiveNumber("anthropic.window").orElseGet(() -> defaults.window(model)),
                config.positiveNumber("anthropic.max-output-tokens")
                        .orElseGet(() -> defaults.maxOutput(model)),
                defaults.reasoning(model) != BedrockTraits.Reasoning.NONE,
                config.text("effort").flatMap(effort -> defaults.thinking(model, effort)));
    }
}
