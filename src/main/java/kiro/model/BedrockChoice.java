package kiro.model;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.aws.AwsEndpoint;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.secret.Secret;

/// Reads from the settings what a request to Amazon Bedrock needs.
final class BedrockChoice {
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern GUARDRAIL =
            Pattern.compile(
                    "((?:arn:[a-z0-9:/-]{1,2000}/)?[a-z0-9]{1,64}):([1-9][0-9]{0,7}|DRAFT)");

    private final Config config;
    private final BedrockDefaults defaults = BedrockDefaults.read();

    private BedrockChoice(Config config) {
        this.config = config;
    }

    /// @param name of a model, or of a class of them, which is asked for in the part of the world that the region is in
    /// @param origin where the name comes from
    static ModelChoice of(String name, String origin, Config config) {
        var table = new RouteTable();
        String model =
                table.model("bedrock", name)
                        .map(base -> table.geography(config.text("aws.region")) + "." + base)
                        .orElse(name);
        Optional<BedrockId> id = BedrockId.of(model);
        return id.isPresent()
                ? new BedrockChoice(config).of(id.get())
                : new ModelChoice.Unusable(
                        "not a model's id: '" + model + "' (" + origin + ")",
                        "set it to bedrock/ and the id of a model or an inference profile, such as "
                                + BedrockDefaults.read().example()
                                + ", or an ARN");
    }

    private ModelChoice of(BedrockId id) {
        Optional<ModelChoice> wrong = wrongAccess().or(this::wrongWish);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<String> base = id.base().or(() -> config.text("bedrock.base-model"));
        BedrockTraits known = defaults.traits(base.flatMap(BedrockId::of).flatMap(BedrockId::base));
        int maxOutput =
                config.positiveNumber("bedrock.max-output-tokens").orElse(known.maxOutput());
        OptionalInt thinking = number("bedrock.thinking-tokens");
        if (thinking.orElse(0) > maxOutput - maxOutput / 4) {
            return unusable(
                    "bedrock.thinking-tokens",
                    "is more than three quarters of the %d tokens that a reply may have"
                            .formatted(maxOutput),
                    "set it to less, or bedrock.max-output-tokens to more");
        }
        return new ModelChoice.Bedrock(
                id,
                new BedrockTraits(
                        known.vendor(),
                        known.abilities(),
                        known.reasoning(),
                        config.positiveNumber("bedrock.window").orElse(known.window()),
                        maxOutput),
                wishes(thinking),
                new ModelChoice.Bedrock.Door(
                        config.secret("bedrock.api-key"),
                        config.text("bedrock.base-url").flatMap(BedrockChoice::url),
                        id.region().or(() -> config.text("aws.region"))));
    }

    private BedrockWishes wishes(OptionalInt thinking) {
        return new BedrockWishes(
                config.text("effort").or(() -> config.text("bedrock.effort")),
                thinking,
                Optional.of(config.text("bedrock.cache").orElse("5m"))
                        .filter(time -> !time.equals("off")),
                config.text("bedrock.guardrail").flatMap(this::guardrail),
                config.text("bedrock.request-fields").flatMap(JsonText::object),
                !config.text("bedrock.streaming").orElse("on").equals("off"));
    }

    /// The version stands in the same setting as the guardrail: whoever may not replace the one cannot weaken it by the other.
    private Optional<BedrockWishes.Guardrail> guardrail(String text) {
        Matcher parts = GUARDRAIL.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new BedrockWishes.Guardrail(
                                parts.group(1),
                                parts.group(2),
                                switch (config.text("bedrock.guardrail-trace").orElse("on")) {
                                    case "off" -> "disabled";
                                    case "full" -> "enabled_full";
                                    default -> "enabled";
                                },
                                config.text("bedrock.guardrail-mode").orElse("sync")))
                : Optional.empty();
    }

    private Optional<ModelChoice> wrongAccess() {
        Optional<Secret> key = config.secret("bedrock.api-key");
        if (key.filter(known -> !HEADER_TEXT.matcher(known.reveal()).matches()).isPresent()) {
            return Optional.of(
                    new ModelChoice.Unusable(
                            "the Bedrock key has a character that no key has ("
                                    + origin("bedrock.api-key")
                                    + ")",
                            "copy the key again, in one line"));
        }
        if (isWrong("bedrock.base-url", text -> url(text).isPresent())) {
            return Optional.of(
                    new ModelChoice.Unusable(
                            "bedrock.base-url is not the address of a server ("
                                    + origin("bedrock.base-url")
                                    + ")",
                            "write it like https://bedrock-runtime.eu-central-1.amazonaws.com"));
        }
        return isWrong("aws.region", AwsEndpoint::isRegion)
                ? Optional.of(
                        unusable("aws.region", "is no region of AWS", "write it like eu-central-1"))
                : Optional.empty();
    }

    private Optional<ModelChoice> wrongWish() {
        if (isWrong("bedrock.guardrail", text -> guardrail(text).isPresent())) {
            return Optional.of(
                    unusable(
                            "bedrock.guardrail",
                            "is no guardrail with its version",
                            "write its id or ARN, a colon, and a number or DRAFT, such as a1b2c3d4e5f6:3"));
        }
        if (isWrong("bedrock.request-fields", text -> JsonText.object(text).isPresent())) {
            return Optional.of(
                    unusable(
                            "bedrock.request-fields",
                            "is no JSON object",
                            "write it like '{\"top_k\": 40}'"));
        }
        if (number("bedrock.thinking-tokens").orElse(ThinkingBudget.LEAST) < ThinkingBudget.LEAST) {
            return Optional.of(
                    unusable(
                            "bedrock.thinking-tokens",
                            "is less than a model can think",
                            "set it to %d or more".formatted(ThinkingBudget.LEAST)));
        }
        return isWrong(
                        "bedrock.base-model",
                        text -> BedrockId.of(text).flatMap(BedrockId::base).isPresent())
                ? Optional.of(
                        unusable(
                                "bedrock.base-model",
                                "is no model's id",
                                "write it like " + defaults.example()))
                : Optional.empty();
    }

    private boolean isWrong(String key, java.util.function.Predicate<String> isRight) {
        return config.text(key).filter(isRight.negate()).isPresent();
    }

    private ModelChoice unusable(String key, String what, String fix) {
        return new ModelChoice.Unusable("%s %s (%s)".formatted(key, what, origin(key)), fix);
    }

    private OptionalInt number(String key) {
        return config.positiveNumber(key).stream().mapToInt(Integer::intValue).findFirst();
    }

    private static Optional<URI> url(String text) {
        return ServerAddress.of(text, "/model");
    }

    private String origin(String key) {
        return config.find(key).map(ConfigValue::origin).orElse("");
    }
}
