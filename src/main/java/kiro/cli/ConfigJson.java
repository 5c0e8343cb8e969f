package kiro.cli;

import java.util.Collection;
import java.util.List;
import kiro.config.Config;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;
import kiro.config.ConfigValue;
import kiro.config.ValueType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings for programs, as `docs/formats/config.md` describes them. What is hidden is hidden here too.
final class ConfigJson {
    private static final int VERSION = 1;

    private ConfigJson() {}

    static String list(Config config, Collection<String> names) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        ArrayNode settings = root.putArray("settings");
        names.forEach(
                name -> setting(settings.addObject(), ConfigKeys.find(name).orElseThrow(), config));
        return root.toString();
    }

    static String one(ConfigKey key, Config config, List<String> places) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        setting(root, key, config);
        root.put("takes", key.type().words());
        places.forEach(root.putArray("places")::add);
        return root.toString();
    }

    private static void setting(ObjectNode node, ConfigKey key, Config config) {
        List<ConfigValue> values = config.all(key.name());
        node.put("name", key.name())
                .put("meaning", key.description())
                .put("hidden", key.type() instanceof ValueType.Hidden)
                .put("set", !values.isEmpty());
        if (!values.isEmpty()) {
            value(node, key, values.getFirst());
            ArrayNode overridden = node.putArray("overridden");
            values.stream().skip(1).forEach(one -> value(overridden.addObject(), key, one));
        }
    }

    private static void value(ObjectNode node, ConfigKey key, ConfigValue value) {
        switch (key.type()) {
            case ValueType.Hidden _ -> {}
            case ValueType.Globs _, ValueType.Names _ ->
                    value.text().lines().forEach(node.putArray("value")::add);
            case ValueType.Text _,
                    ValueType.PositiveNumber _,
                    ValueType.TimeSpan _,
                    ValueType.Amount _,
                    ValueType.Formed _,
                    ValueType.OneOf _ ->
                    node.put("value", value.text());
        }
        node.put("origin", value.origin());
    }
}
