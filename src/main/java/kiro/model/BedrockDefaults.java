package kiro.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is known of the models on Bedrock without asking; read from a resource, because it changes more often than code.
final class BedrockDefaults {
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Properties properties;

    private BedrockDefaults(Properties properties) {
        this.properties = properties;
    }

    static BedrockDefaults read() {
        var properties = new Properties();
        try (InputStream in = BedrockDefaults.class.getResourceAsStream("bedrock.properties")) {
            if (in == null) {
                throw new IllegalStateException("bedrock.properties is missing from the jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new BedrockDefaults(properties);
    }

    /// A model to name as an example.
    String example() {
        return Optional.ofNullable(properties.getProperty("example")).orElse("");
    }

    /// @param base the id of the model itself; empty where it is not known
    BedrockTraits traits(Optional<String> base) {
        String id = base.orElse("");
        return new BedrockTraits(
                base.map(known -> known.substring(0, known.indexOf('.'))).orElse("unknown"),
                abilities(value("abilities", id)),
                BedrockTraits.Reasoning.valueOf(value("reasoning", id).toUpperCase(Locale.ROOT)),
                Integer.parseInt(value("window", id)),
                Integer.parseInt(value("max-output", id)));
    }

    private static Set<BedrockTraits.Ability> abilities(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word ->
                        BedrockTraits.Ability.valueOf(
                                word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
    }

    /// The value for the longest beginning of the model's id, else the one for all models.
    private String value(String name, String id) {
        String key =
                properties.stringPropertyNames().stream()
                        .filter(candidate -> candidate.startsWith(name + "."))
                        .filter(candidate -> id.startsWith(candidate.substring(name.length() + 1)))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(name);
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .orElseThrow(() -> new IllegalStateException("bedrock.properties has no " + key));
    }
}
