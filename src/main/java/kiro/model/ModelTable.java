package kiro.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import kiro.text.Order;

/// What is known of models without asking, by how their names begin; read from a resource, because it changes more often
/// than code.
final class ModelTable {
    private final String file;
    private final Properties properties;

    private ModelTable(String file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /// @param file beside this class
    static ModelTable read(String file) {
        var properties = new Properties();
        try (InputStream in = ModelTable.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ModelTable(file, properties);
    }

    /// The value for the longest beginning of the model's name, else the one for all models.
    String value(String name, String model) {
        String key =
                properties.stringPropertyNames().stream()
                        .filter(candidate -> candidate.startsWith(name + "."))
                        .filter(candidate ->
                                model.startsWith(candidate.substring(name.length() + 1)))
                        .max(Order.by(String::length))
                        .orElse(name);
        return find(key)
                .orElseThrow(() -> new IllegalStateException("%s has no %s".formatted(file, key)));
    }

    int number(String name, String model) {
        return Integer.parseInt(value(name, model));
    }

    /// The value of a key by itself.
    Optional<String> find(String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(String::strip);
    }
}
