package kiro.model.builtin.ground;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.JavaFile;
import kiro.code.JavaImport;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;

/// Finds what a new file has to import: what the files that it is made after import for the same words, what the JDK has,
/// what the project has.
final class Imports {
    private static final Map<String, String> JDK =
            Map.ofEntries(
                    Map.entry("Instant", "java.time.Instant"),
                    Map.entry("LocalDate", "java.time.LocalDate"),
                    Map.entry("LocalTime", "java.time.LocalTime"),
                    Map.entry("LocalDateTime", "java.time.LocalDateTime"),
                    Map.entry("OffsetDateTime", "java.time.OffsetDateTime"),
                    Map.entry("ZonedDateTime", "java.time.ZonedDateTime"),
                    Map.entry("BigDecimal", "java.math.BigDecimal"),
                    Map.entry("UUID", "java.util.UUID"),
                    Map.entry("List", "java.util.List"),
                    Map.entry("Optional", "java.util.Optional"),
                    Map.entry("AtomicLong", "java.util.concurrent.atomic.AtomicLong"),
                    Map.entry("ConcurrentHashMap", "java.util.concurrent.ConcurrentHashMap"),
                    Map.entry("Map", "java.util.Map"));
    private static final Pattern WORD = Pattern.compile("(?<![.\\w\"])[A-Z]\\w*");

    private final Sources sources;
    private final List<JavaFile> models;

    Imports(Sources sources, List<JavaFile> models) {
        this.sources = sources;
        this.models = List.copyOf(models);
    }

    /// What has to be imported for a type of the JDK; empty where nothing has.
    static Optional<String> jdk(String type) {
        return Optional.ofNullable(JDK.get(type));
    }

    /// The whole file.
    ///
    /// @param more qualified names that it needs beside
    /// @param code the types, without package and imports
    String file(String packageName, Set<String> more, String code) {
        var all = new TreeSet<>(more);
        for (String word :
                WORD.matcher(code.replaceAll("\"[^\"\\n]*\"", "\"\""))
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toCollection(TreeSet::new))) {
            boolean isGiven = more.stream().anyMatch(one -> one.endsWith("." + word));
            if (!isGiven) {
                imported(word, all);
            }
        }
        models.stream()
                .flatMap(model -> model.imports().stream())
                .filter(one -> !one.isStatic() && one.name().endsWith(".*"))
                .map(JavaImport::name)
                .forEach(all::add);
        all.removeIf(one -> one.substring(0, one.lastIndexOf('.')).equals(packageName));
        String imports =
                all.stream().map(one -> "import " + one + ";\n").collect(Collectors.joining());
        return "package " + packageName + ";\n\n" + imports + (all.isEmpty() ? "" : "\n") + code;
    }

    private void imported(String word, Set<String> all) {
        for (JavaFile model : models) {
            for (JavaImport present : model.imports()) {
                if (!present.isStatic() && present.simpleName().equals(word)) {
                    all.add(present.name());
                    return;
                }
            }
        }
        if (JDK.containsKey(word)) {
            all.add(JDK.get(word));
            return;
        }
        models.stream()
                .map(model -> sources.resolve(word, model))
                .flatMap(Optional::stream)
                .map(ProjectType::qualifiedName)
                .findFirst()
                .ifPresent(all::add);
    }
}
