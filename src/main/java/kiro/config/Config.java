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
import java.util.stream.Stream;
import kiro.auth.KeyStore;
import kiro.config.ConfigFiles.Owner;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.secret.Secret;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;

/// The settings in force: environment over the person's file over the team's file over the keys of `kiro auth login`.
public final class Config {
    private static final String HIDDEN = "[secret]";

    /// The values of each setting, the strongest last.
    private final Map<String, List<Placed>> values;

    private final Map<String, Secret> secrets;
    private final KeyStore kept;

    private Config(Map<String, List<Placed>> values, Map<String, Secret> secrets, KeyStore kept) {
        this.values = Map.copyOf(values);
        this.secrets = Map.copyOf(secrets);
        this.kept = kept;
    }

    /// @param layer grows with strength
    private record Placed(ConfigValue value, int layer) {}

    /// A setting by its name, with one of its values.
    public record Named(String key, ConfigValue value) {}

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
        return new Config(Map.of(), Map.of(), KeyStore.none());
    }

    /// @param home the person's home folder
    /// @param root the project's root folder
    public static Reading read(Map<String, String> environment, Path home, Path root) {
        var files = new ConfigFiles(environment, home, root);
        var layers = new Layers(KeyStore.of(environment, home));
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
        ConfigKey setting = known(key);
        Stream<ConfigValue> all = placed(setting.name()).map(Placed::value);
        return setting.type() instanceof ValueType.Hidden
                ? Stream.concat(all, kept(setting).stream()).toList()
                : all.toList();
    }

    /// The strongest first.
    private Stream<Placed> placed(String name) {
        return values.getOrDefault(name, List.of()).reversed().stream();
    }

    /// The value in force, but for a key of `kiro auth login`.
    public Optional<ConfigValue> own(String key) {
        return placed(known(key).name()).map(Placed::value).findFirst();
    }

    /// The values of several settings that say the same thing, the one in force first: a nearer place counts before a
    /// farther one, and in one place a setting that is named earlier here before one that is named later.
    public List<Named> ranked(List<String> keys) {
        return keys.stream()
                .flatMap(key -> placed(known(key).name()).map(placed -> Map.entry(key, placed)))
                .sorted((one, other) ->
                        Integer.compare(other.getValue().layer(), one.getValue().layer()))
                .map(each -> new Named(each.getKey(), each.getValue().value()))
                .toList();
    }

    private Optional<ConfigValue> kept(ConfigKey key) {
        return Optional.ofNullable(kept.keys().get(key.name()))
                .map(each -> new ConfigValue(HIDDEN, each.origin()));
    }

    /// The names of all settings that are set, in alphabetical order.
    public SortedSet<String> names() {
        var names = new TreeSet<String>(values.keySet());
        kept.keys().keySet().stream()
                .filter(name -> ConfigKeys.find(name).isPresent())
                .forEach(names::add);
        return Collections.unmodifiableSortedSet(names);
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
                below.put(name.substring(group.length() + 1), all.getLast().value());
            }
        });
        return Collections.unmodifiableSortedMap(below);
    }

    /// The value of a hidden key; empty also where the keyring that keeps it does not give it out.
    public Optional<Secret> secret(String key) {
        String name = known(key).name();
        return Optional.ofNullable(secrets.get(name)).or(() -> kept.value(name));
    }

    /// The values of all hidden keys that are set, but for those that a keyring keeps and nobody has asked for.
    public List<Secret> secrets() {
        return Stream.concat(secrets.values().stream(), kept.known().stream()).toList();
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
        var layers = new Layers(values, secrets, kept);
        layers.above().put(setting, text, origin);
        return new Config(layers.values, layers.secrets, kept);
    }

    private static ConfigKey known(String key) {
        return ConfigKeys.find(key)
                .orElseThrow(() -> new IllegalArgumentException("no such setting: " + key));
    }

    /// Values put one over the other, the strongest last.
    private static final class Layers {
        private final Map<String, List<Placed>> values;
        private final Map<String, Secret> secrets;
        private final KeyStore kept;
        private final List<Finding> findings = new ArrayList<>();
        private int layer;

        private Layers(KeyStore kept) {
            this(Map.of(), Map.of(), kept);
        }

        private Layers(
                Map<String, List<Placed>> values, Map<String, Secret> secrets, KeyStore kept) {
            this.values = new HashMap<>(values);
            this.secrets = new HashMap<>(secrets);
            this.kept = kept;
            this.layer =
                    values.values().stream().mapToInt(all -> all.getLast().layer()).max().orElse(0);
        }

        /// What is put next is stronger than all that was put before.
        private Layers above() {
            layer++;
            return this;
        }

        private void add(ConfigFile file, String label) {
            layer++;
            findings.addAll(file.findings());
            file.entries()
                    .forEach((name, entry) ->
                            put(known(name), entry.text(), label + ":" + entry.line()));
        }

        private void add(Map<String, String> environment) {
            layer++;
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
                put(key.name(), new ConfigValue(HIDDEN, origin));
            } else {
                put(key.name(), new ConfigValue(text, origin));
            }
        }

        private void put(String name, ConfigValue value) {
            var all = new ArrayList<>(values.getOrDefault(name, List.of()));
            all.add(new Placed(value, layer));
            values.put(name, List.copyOf(all));
        }

        private Reading reading() {
            findings.sort(Finding.ORDER);
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                    ? new Reading.Broken(findings)
                    : new Reading.Whole(new Config(values, secrets, kept), findings);
        }
    }
}
