package kiro.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.text.NearestNames;

/// Every setting there is, sorted by name.
public final class ConfigKeys {
    private static final String EACH = ".*";

    private ConfigKeys() {}

    public static List<ConfigKey> all() {
        return KeyList.ALL;
    }

    /// The setting of this name. One whose name ends in `*` stands for all those below it, which have names of their
    /// own.
    public static Optional<ConfigKey> find(String name) {
        return KeyList.ALL.stream()
                .filter(key -> key.name().equals(name) || isBelow(name, key))
                .findFirst()
                .map(key ->
                        new ConfigKey(
                                name, key.type(), key.description(), key.variable(), key.teams()));
    }

    /// The setting that a variable of the environment sets.
    public static Optional<ConfigKey> ofVariable(String name) {
        return KeyList.ALL.stream()
                .filter(key -> key.variable().filter(name::equals).isPresent())
                .findFirst();
    }

    private static boolean isBelow(String name, ConfigKey key) {
        String group = key.name().substring(0, key.name().length() - 1);
        return key.name().endsWith(EACH)
                && name.startsWith(group)
                && name.length() > group.length();
    }

    /// Whether a name stands for a group of settings, as `anthropic` does.
    static boolean isGroup(String name) {
        return KeyList.ALL.stream().anyMatch(key -> key.name().startsWith(name + "."));
    }

    /// The known name that a wrong one was most likely meant to be. A name without its group counts as the
    /// name itself: `api-key` is near `anthropic.api-key`.
    public static Optional<String> nearest(String wrong) {
        var names = new LinkedHashMap<String, String>();
        KeyList.ALL.forEach(key -> names.put(key.name(), key.name()));
        KeyList.ALL.forEach(key -> names.putIfAbsent(lastPart(key.name()), key.name()));
        String plain = wrong.toLowerCase(Locale.ROOT).replace('_', '-');
        return NearestNames.of(plain, names.keySet()).stream().findFirst().map(names::get);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
