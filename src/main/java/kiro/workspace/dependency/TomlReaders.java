package kiro.workspace.dependency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kiro.workspace.dependency.TomlLines.Entry;

/// Reads what TOML files depend on.
final class TomlReaders {
    private TomlReaders() {}

    /// `[[package]]` with name and version, as Cargo, uv and Poetry lock.
    static Optional<SortedMap<Dependency, String>> packages(String text, String ecosystem) {
        return TomlLines.read(text)
                .map(entries -> {
                    var names = new HashMap<String, String>();
                    var found = new TreeMap<Dependency, String>();
                    for (Entry entry : entries) {
                        if (!entry.table().startsWith("package#")) {
                            continue;
                        }
                        String value = entry.text().orElse("");
                        if (entry.key().equals("name")) {
                            names.put(entry.table(), value);
                        } else if (entry.key().equals("version")
                                && names.containsKey(entry.table())) {
                            String name = names.getOrDefault(entry.table(), "");
                            // Of a name in several versions all are said, so that none hides
                            // another.
                            found.merge(
                                    new Dependency(ecosystem, name), value, (a, b) -> a + ", " + b);
                        }
                    }
                    return found;
                });
    }

    static Optional<SortedMap<Dependency, String>> cargo(String text) {
        return TomlLines.read(text)
                .map(entries -> {
                    var found = new TreeMap<Dependency, String>();
                    for (Entry entry : entries) {
                        String table = entry.table();
                        if (table.matches("(?:.*\\.)?(?:dev-|build-)?dependencies")) {
                            found.put(new Dependency("cargo", entry.key()), version(entry));
                        } else if (table.matches(".*dependencies\\.[\\w-]+")
                                && entry.key().equals("version")) {
                            found.put(
                                    new Dependency(
                                            "cargo", table.substring(table.lastIndexOf('.') + 1)),
                                    entry.text().orElse(""));
                        }
                    }
                    return found;
                });
    }

    private static String version(Entry entry) {
        return entry.text().or(() -> entry.inner("version")).orElse("");
    }

    static Optional<SortedMap<Dependency, String>> pyproject(String text) {
        return TomlLines.read(text)
                .map(entries -> {
                    var found = new TreeMap<Dependency, String>();
                    for (Entry entry : entries) {
                        boolean isList =
                                (entry.table().equals("project")
                                                && entry.key().equals("dependencies"))
                                        || entry.table().equals("project.optional-dependencies")
                                        || entry.table().equals("dependency-groups")
                                        || (entry.table().equals("build-system")
                                                && entry.key().equals("requires"));
                        if (isList) {
                            entry.texts().forEach(each -> LineReaders.requirement(each, found));
                        } else if (entry.table().matches("tool\\.poetry\\..*dependencies")
                                && !entry.key().equals("python")) {
                            found.put(
                                    new Dependency("pypi", LineReaders.normal(entry.key())),
                                    version(entry));
                        }
                    }
                    return found;
                });
    }

    /// A version catalogue of Gradle.
    static Optional<SortedMap<Dependency, String>> catalog(String text) {
        return TomlLines.read(text)
                .map(entries -> {
                    Map<String, String> versions = new HashMap<>();
                    var found = new TreeMap<Dependency, String>();
                    List<Entry> all = entries;
                    all.stream()
                            .filter(entry -> entry.table().equals("versions"))
                            .forEach(entry ->
                                    versions.put(entry.key(), entry.text().orElse(entry.value())));
                    for (Entry entry : all) {
                        if (entry.table().equals("libraries") || entry.table().equals("plugins")) {
                            library(entry, versions, found);
                        }
                    }
                    return found;
                });
    }

    private static void library(
            Entry entry, Map<String, String> versions, SortedMap<Dependency, String> found) {
        Optional<String> whole = entry.text();
        if (whole.isPresent()) {
            int colon = whole.get().lastIndexOf(':');
            if (colon > 0) {
                found.put(
                        new Dependency("maven", whole.get().substring(0, colon)),
                        whole.get().substring(colon + 1));
            }
            return;
        }
        String version =
                entry.inner("version")
                        .or(() ->
                                entry.inner("version.ref")
                                        .map(name -> versions.getOrDefault(name, "")))
                        .orElse("");
        entry.inner("module")
                .or(() -> entry.inner("id"))
                .or(() ->
                        entry.inner("group")
                                .flatMap(group ->
                                        entry.inner("name").map(name -> group + ":" + name)))
                .ifPresent(name -> found.put(new Dependency("maven", name), version));
    }
}
