package kiro.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.secret.Secret;

/// Reads from the settings what a request to OpenAI needs, or to a server that speaks its API.
final class OpenAiChoice {
    static final String HOST = "api.openai.com";

    private static final String BASE_URL = "https://" + HOST + "/v1";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:@/+-]{0,255}");
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    private OpenAiChoice() {}

    /// Whether the settings lead to OpenAI itself.
    static boolean isOfOpenAi(Config config) {
        return config.text("openai.base-url")
                .map(text -> ServerAddress.of(text).filter(url -> HOST.equals(url.getHost())))
                .map(Optional::isPresent)
                .orElse(true);
    }

    /// @param name of a model, or of a class of OpenAI's own
    /// @param origin where the name comes from
    static ModelChoice of(String name, String origin, Config config) {
        String model = new RouteTable().model("openai", name).orElse(name);
        if (!NAME.matcher(model).matches()) {
            return new ModelChoice.Unusable(
                    "not a model's name: '" + model + "' (" + origin + ")",
                    "set it to openai/ and the name that the server gives it");
        }
        Optional<URI> baseUrl =
                ServerAddress.of(
                        config.text("openai.base-url").orElse(BASE_URL),
                        "/chat/completions",
                        "/responses");
        if (baseUrl.isEmpty()) {
            return new ModelChoice.Unusable(
                    "openai.base-url is not the address of a server ("
                            + origin(config, "openai.base-url")
                            + ")",
                    "write it like " + BASE_URL + " or http://localhost:8000/v1");
        }
        Optional<Secret> key = config.secret("openai.api-key");
        if (key.isEmpty() && HOST.equals(baseUrl.get().getHost())) {
            return new ModelChoice.Unusable(
                    "no key for the model openai/%s (%s)%s"
                            .formatted(model, origin, KeyWords.withheld(config, "openai.api-key")),
                    "sign in with 'kiro auth login --openai', or set OPENAI_API_KEY; a server of your own is named by"
                            + " openai.base-url");
        }
        if (key.filter(known -> !HEADER_TEXT.matcher(known.reveal()).matches()).isPresent()) {
            return new ModelChoice.Unusable(
                    "the OpenAI key has a character that no key has ("
                            + origin(config, "openai.api-key")
                            + ")",
                    "copy the key again, in one line");
        }
        return of(model, key, baseUrl.get(), config);
    }

    private static ModelChoice of(String model, Optional<Secret> key, URI baseUrl, Config config) {
        boolean isOfOpenAi = HOST.equals(baseUrl.getHost());
        ModelTable table = ModelTable.read("openai.properties");
        String known = isOfOpenAi ? model : "";
        int window =
                config.positiveNumber("openai.window")
                        .orElseGet(() -> table.number("window", known));
        int maxOutput =
                config.positiveNumber("openai.max-output-tokens")
                        .orElseGet(() ->
                                Math.min(
                                        table.number("max-output", known),
                                        Math.max(1, window / 4)));
        OpenAiWay.Api api = api(config, isOfOpenAi);
        boolean thinks =
                isOfOpenAi
                        ? !table.value("efforts", known).isEmpty()
                        : api == OpenAiWay.Api.RESPONSES;
        return new ModelChoice.OpenAi(
                model,
                key,
                baseUrl,
                window,
                maxOutput,
                new OpenAiWay(api, thinks, effort(config, table, known)));
    }

    /// Of other servers' models nobody knows which words they take: they get the word as it is.
    private static Optional<String> effort(Config config, ModelTable table, String model) {
        return config.text("effort")
                .flatMap(wish ->
                        model.isEmpty()
                                ? Optional.of(wish)
                                : Efforts.nearest(wish, table.value("efforts", model)));
    }

    /// Others have not all learned to speak Responses; what they speak is said by a setting.
    private static OpenAiWay.Api api(Config config, boolean isOfOpenAi) {
        return config.text("openai.api")
                .map(text -> OpenAiWay.Api.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(isOfOpenAi ? OpenAiWay.Api.RESPONSES : OpenAiWay.Api.CHAT);
    }

    private static String origin(Config config, String key) {
        return config.find(key).map(ConfigValue::origin).orElse("");
    }
}
