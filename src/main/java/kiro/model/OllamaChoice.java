package kiro.model;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.config.Config;
import kiro.config.ConfigValue;

/// Reads from the settings what a request to Ollama needs.
final class OllamaChoice {
    private static final int PORT = 11434;
    private static final int WINDOW = 32_768;
    private static final int MAX_OUTPUT = 8_192;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:@/-]{0,255}");

    private OllamaChoice() {}

    /// @param origin where the name of the model comes from
    static ModelChoice of(String model, String origin, Config config) {
        if (!NAME.matcher(model).matches()) {
            return new ModelChoice.Unusable(
                    "not a model's name: '" + model + "' (" + origin + ")",
                    "set it to ollama/ and a name that 'ollama list' shows");
        }
        Optional<URI> baseUrl = address(config.text("ollama.base-url").orElse("127.0.0.1"));
        if (baseUrl.isEmpty()) {
            return new ModelChoice.Unusable(
                    "ollama.base-url is not the address of a server ("
                            + config.find("ollama.base-url").map(ConfigValue::origin).orElse("")
                            + ")",
                    "write it like http://127.0.0.1:" + PORT);
        }
        int window = config.positiveNumber("ollama.window").orElse(WINDOW);
        return new ModelChoice.Ollama(
                model,
                baseUrl.get(),
                window,
                config.positiveNumber("ollama.max-output-tokens")
                        .orElse(Math.min(MAX_OUTPUT, Math.max(1, window / 4))),
                config.text("effort"));
    }

    /// An address as `OLLAMA_HOST` has it: scheme and port may be missing, and a server that listens everywhere is asked here.
    private static Optional<URI> address(String text) {
        String whole = text.contains("://") ? text : "http://" + text;
        String host = whole.replaceFirst("://:", "://127.0.0.1:");
        return ServerAddress.of(host.replaceFirst("://0\\.0\\.0\\.0", "://127.0.0.1"), "/api")
                .map(url ->
                        url.getPort() == -1 && "http".equals(url.getScheme())
                                ? URI.create(
                                        "http://" + url.getHost() + ":" + PORT + url.getRawPath())
                                : url);
    }
}
