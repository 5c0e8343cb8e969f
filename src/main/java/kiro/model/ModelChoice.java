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
    record Anthropic(String model, Secret key, URI baseUrl, int window, int maxOutput)
            implements ModelChoice {}

    /// The settings ask for what there is not.
    record Unusable(String message, String fix) implements ModelChoice {}

    static ModelChoice of(Config config) {
        Optional<ConfigValue> model = config.find("model");
        if (model.isEmpty()) {
            return config.secret("anthropic.api-key").isEmpty()
                    ? new BuiltIn("no model configured")
                    : AnthropicChoice.of(
                            AnthropicDefaults.read().model(), "its key is set", config);
        }
        String text = model.get().text();
        String origin = model.get().origin();
        if (text.equals("built-in")) {
            return new BuiltIn("the model is set to built-in (" + origin + ")");
        }
        if (text.startsWith("anthropic/") && text.length() > "anthropic/".length()) {
            return AnthropicChoice.of(text.substring("anthropic/".length()), origin, config);
        }
        return new Unusable(
                "no such model: '" + text + "' (" + origin + ")",
                "set it to anthropic/NAME, such as anthropic/"
                        + AnthropicDefaults.read().model()
                        + ", or to built-in");
    }
}
