package kiro;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.cli.ModelAccess;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.http.Listening;
import kiro.model.ModelChoice;

/// Who has language models for this person: whose keys are set, and who is here.
final class ModelProviders {
    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final String ANY = "any";

    private final Outside outside;
    private final Config config;

    ModelProviders(Outside outside, Config config) {
        this.outside = outside;
        this.config = config;
    }

    List<ModelAccess.Provider> all() {
        return List.of(
                anthropic(),
                bedrock(),
                new ModelAccess.Provider(
                        "built-in",
                        true,
                        "no language model: it reads the structured parts of specs"),
                ollama(),
                openAi());
    }

    private ModelAccess.Provider anthropic() {
        String name = "anthropic";
        return origin("anthropic.api-key")
                .map(place ->
                        new ModelAccess.Provider(
                                name, true, "key of " + place + at("anthropic.base-url")))
                .orElseGet(() ->
                        new ModelAccess.Provider(
                                name,
                                false,
                                "sign in with 'kiro auth login --anthropic', or set ANTHROPIC_API_KEY"));
    }

    private ModelAccess.Provider openAi() {
        String name = "openai";
        Optional<String> key = origin("openai.api-key").map(place -> "key of " + place);
        if (key.isEmpty() && config.text("openai.base-url").isPresent()) {
            return new ModelAccess.Provider(name, true, "no key" + at("openai.base-url"));
        }
        return key.map(words -> new ModelAccess.Provider(name, true, words + at("openai.base-url")))
                .orElseGet(() ->
                        new ModelAccess.Provider(
                                name,
                                false,
                                "sign in with 'kiro auth login --openai', or set OPENAI_API_KEY, or OPENAI_BASE_URL to a server of your own"));
    }

    private ModelAccess.Provider bedrock() {
        String name = "bedrock";
        BedrockWiring.Place place = new BedrockWiring(outside, _ -> {}).place(config);
        Optional<String> access =
                origin("bedrock.api-key")
                        .map(origin -> "key of " + origin)
                        .or(() -> place.credentials().map(each -> "credentials of " + each));
        if (access.isEmpty()) {
            return new ModelAccess.Provider(
                    name,
                    false,
                    "sign in with 'kiro auth login --sso-start-url URL', or set AWS_PROFILE or AWS_BEARER_TOKEN_BEDROCK; the role of a machine of EC2 is found when it is used");
        }
        return place.region()
                .map(region ->
                        new ModelAccess.Provider(
                                name,
                                true,
                                access.get() + " in " + region + at("bedrock.base-url")))
                .orElseGet(() ->
                        new ModelAccess.Provider(
                                name, false, access.get() + "; set AWS_REGION as well"));
    }

    private ModelAccess.Provider ollama() {
        if (!(ModelChoice.of(config.with("model", "ollama/" + ANY, ANY))
                instanceof ModelChoice.Ollama ollama)) {
            return new ModelAccess.Provider(
                    "ollama", false, "ollama.base-url is not the address of a server");
        }
        URI address = ollama.baseUrl();
        return isListening(address)
                ? new ModelAccess.Provider("ollama", true, "at " + address)
                : new ModelAccess.Provider(
                        "ollama",
                        false,
                        "nobody is at "
                                + address
                                + ": start it with 'ollama serve', or set OLLAMA_HOST");
    }

    private static boolean isListening(URI address) {
        try {
            return new Listening().at(address, CONNECT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<String> origin(String key) {
        return config.find(key).map(ConfigValue::origin);
    }

    private String at(String key) {
        return config.text(key).map(address -> ", at " + address).orElse("");
    }
}
