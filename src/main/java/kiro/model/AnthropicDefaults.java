package kiro.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Properties;

/// What is known of Anthropic's models without asking; read from a resource, because it changes
/// more often than code.
final class AnthropicDefaults {
    private final Properties properties;

    private AnthropicDefaults(Properties properties) {
        this.properties = properties;
    }

    static AnthropicDefaults read() {
        var properties = new Properties();
        try (InputStream in = AnthropicDefaults.class.getResourceAsStream("anthropic.properties")) {
            if (in == null) {
                throw new IllegalStateException("anthropic.properties is missing from the jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new AnthropicDefaults(properties);
    }

    String model() {
        return value("default-model");
    }

    String baseUrl() {
        return value("base-url");
    }

    int window(String model) {
        return number("window", model);
    }

    int maxOutput(String model) {
        return number("max-output", model);
    }

    /// The value for the longest beginning of the model's name, else the one for all models.
    private int number(String name, String model) {
        String key =
                properties.stringPropertyNames().stream()
                        .filter(candidate -> candidate.startsWith(name + "."))
                        .filter(candidate ->
                                model.startsWith(candidate.substring(name.length() + 1)))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(name);
        return Integer.parseInt(value(key));
    }

    private String value(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("anthropic.properties has no " + key);
        }
        return value.strip();
    }
}
