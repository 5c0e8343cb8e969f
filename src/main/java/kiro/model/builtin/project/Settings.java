package kiro.model.builtin.project;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import kiro.text.YamlEvents;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What `application.yml` and `application.properties` say, by dotted name.
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    static Settings read(Map<String, String> texts) {
        var values = new LinkedHashMap<String, String>();
        new TreeMap<>(texts)
                .forEach((path, text) -> {
                    if (path.matches("(.*/)?application\\.ya?ml")) {
                        yaml(text, values);
                    } else if (path.matches("(.*/)?application\\.properties")) {
                        properties(text, values);
                    }
                });
        return new Settings(values);
    }

    private static void yaml(String text, Map<String, String> values) {
        try {
            YamlEvents.check(text);
            for (Object document :
                    new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
                flatten("", document, values);
            }
        } catch (YamlEngineException broken) {
            // Settings that cannot be read say nothing; the project's own start reports them.
            values.remove("");
        }
    }

    private static void flatten(String name, Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    flatten(name.isEmpty() ? key + "" : name + "." + key, value, values));
        } else if (node instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "[" + i + "]", list.get(i), values);
            }
        } else if (node != null) {
            values.put(name, node.toString());
        }
    }

    private static void properties(String text, Map<String, String> values) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> values.put(name, properties.getProperty(name)));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The entries of a list of objects, each by the names in it.
    List<Map<String, String>> entries(String name) {
        var entries = new ArrayList<Map<String, String>>();
        for (int i = 0; ; i++) {
            Map<String, String> entry = below(name + "[" + i + "]");
            if (entry.isEmpty()) {
                return entries;
            }
            entries.add(entry);
        }
    }

    /// The values below a name, by the rest of their names, sorted.
    Map<String, String> below(String name) {
        var below = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                below.put(key.substring(name.length() + 1), value);
            }
        });
        return below;
    }
}
