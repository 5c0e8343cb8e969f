package kiro.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kiro.config.ConfigFiles.Owner;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.secret.Secret;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;

/// The settings in force: environment over the person's file over the team's file.
public final class Config {
    /// The values of each setting, the strongest last.
    private final Map<String, List<ConfigValue>> values;

    private final Map<String, Secret> secrets;

    private Config(Map<String, List<ConfigValue>> values, Map<String, Secret> secrets) {
        this.values = Map.copyOf(values);
        this.secrets = Map.copyOf(secrets);
    }

    /// What came out of reading the settings.
    public sealed interface Reading {
        /// @param warnings what was left out, and why
        record Whole(Config config, List<Finding> warnings) implements Reading {
            public Whole {
                warnings = List.copyOf(warnings);
            }
        }

        /// A file that does not say what its author meant: nothing of it is used, errors first.
        record Broken(List<Finding> findings) implements Reading {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// No settings at all.
    public static Config empty() {
        return new Config(Map.of(), Map.of());
    }

    /// @param home the person's home folder
    /// @param root the project's root folder
    public static Reading read(Map<String, String> environment, Path home, Path root) {
        var files = new ConfigFiles(environment, home, root);
        var layers = new Layers();
        layers.add(files.read(Owner.TEAM), files.label(Owner.TEAM));
        layers.add(files.read(Owner.PERSON), files.label(Owner.PERSON));
        layers.add(environment);
        return layers.reading();
    }

    /// The value of a key such as `anthropic.base-url`; that of a hidden one is masked.
    public Optional<ConfigValue> find(String key) {
        return all(key).stream().findFirst();
    }

    /// All values that a key is given, the one in force first.
    public List<ConfigValue> all(String key) {
        return values.getOrDefault(known(key).name(), List.of()).reversed();
    }

    /// The names of all settings that are set, in alphabetical order.
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values.keySet()));
    }

    public Optional<String> text(String key) {
        return find(key).map(ConfigValue::text);
    }

    /// The patterns of a key; empty where it is not set.
    public List<PathGlob> globs(String key) {
        return text(key).stream()
                .flatMap(String::lines)
                .flatMap(glob -> PathGlob.parse(glob).stream())
                .toList();
    }

    public Optional<Integer> positiveNumber(String key) {
        return text(key).flatMap(Numbers::positive);
    }

    public Optional<Duration> timeSpan(String key) {
        return text(key).flatMap(Numbers::timeSpan);
    }

    /// The values below a name such as `spec.rules`, by what follows it, in alphabetical order.
    public SortedMap<String, ConfigValue> below(String group) {
        var below = new TreeMap<String, ConfigValue>();
        values.forEach((name, all) -> {
            if (name.startsWith(group + ".")) {
                below.put(name.substring(group.length() + 1), all.getLast());
            }
        });
        return Collections.unmodifiableSortedMap(below);
    }

    /// The value of a hidden key.
    public Optional<Secret> secret(String key) {
        return Optional.ofNullable(secrets.get(known(key).name()));
    }

    /// The values of all hidden keys that are set.
    public List<Secret> secrets() {
        return List.copyOf(secrets.values());
    }

    /// The same settings with one of them replaced, as a flag of a command does.
    ///
    /// @param origin for people, such as `--model`
    public Config with(String key, String text, String origin) {
        ConfigKey setting = known(key);
        if (!setting.type().fits(text)) {
            throw new IllegalArgumentException(
                    "%s is not %s: '%s'".formatted(origin, setting.type().words(), text));
        }
        var layers = new Layers(values, secrets);
        layers.put(setting, text, origin);
        return new Config(layers.values, layers.secrets);
    }

    private static ConfigKey known(String key) {
        return ConfigKeys.find(key)
                .orElseThrow(() -> new IllegalArgumentException("no such setting: " + key));
    }

    /// Values put one over the other, the strongest last.
    private static final class Layers {
        private final Map<String, List<ConfigValue>> values;
        private final Map<String, Secret> secrets;
        private final List<Finding> findings = new ArrayList<>();

        private Layers() {
            this(Map.of(), Map.of());
        }

        private Layers(Map<String, List<ConfigValue>> values, Map<String, Secret> secrets) {
            this.values = new HashMap<>(values);
            this.secrets = new HashMap<>(secrets);
        }

        private void add(ConfigFile file, String label) {
            findings.addAll(file.findings());
            file.entries()
                    .forEach((name, entry) ->
                            put(known(name), entry.text(), label + ":" + entry.line()));
        }

        private void add(Map<String, String> environment) {
            for (ConfigKey key : ConfigKeys.all()) {
                key.variable()
                        .ifPresent(name -> {
                            String text = environment.getOrDefault(name, "").strip();
                            if (!text.isEmpty()) {
                                variable(key, name, text);
                            }
                        });
            }
        }

        private void variable(ConfigKey key, String name, String text) {
            if (key.type().fits(text)) {
                put(key, text, "environment " + name);
                return;
            }
            findings.add(
                    Finding.error(
                            "config/wrong-type",
                            "environment",
                            SourceSpan.start(),
                            name + " is not " + key.type().words(),
                            "set it to " + key.type().words() + ", or unset it"));
        }

        private void put(ConfigKey key, String text, String origin) {
            if (key.type() instanceof ValueType.Hidden) {
                secrets.put(key.name(), Secret.of(text));
                put(key.name(), new ConfigValue("[secret]", origin));
            } else {
                put(key.name(), new ConfigValue(text, origin));
            }
        }

        private void put(String name, ConfigValue value) {
            var all = new ArrayList<>(values.getOrDefault(name, List.of()));
            all.add(value);
            values.put(name, List.copyOf(all));
        }

        private Reading reading() {
            findings.sort(Finding.ORDER);
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                    ? new Reading.Broken(findings)
                    : new Reading.Whole(new Config(values, secrets), findings);
        }
    }
}
