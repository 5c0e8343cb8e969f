package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.code.JavaFile;
import kiro.code.JavaImport;
import kiro.code.JavaReader;
import kiro.code.JavaReading;
import kiro.code.JavaType;

/// The sources of a project: Java as trees, all else as text.
///
/// @param broken Java files that could not be read, each with the reason
/// @param texts everything that is not Java, by path
public record Sources(
        List<JavaFile> main,
        List<JavaFile> tests,
        List<JavaReading.Broken> broken,
        Map<String, String> texts) {
    private static final int DEPTH = 4;

    public Sources {
        main = List.copyOf(main);
        tests = List.copyOf(tests);
        broken = List.copyOf(broken);
        texts = Map.copyOf(texts);
    }

    /// @param files texts by path
    public static Sources read(JavaReader reader, Map<String, String> files) {
        var main = new ArrayList<JavaFile>();
        var tests = new ArrayList<JavaFile>();
        var broken = new ArrayList<JavaReading.Broken>();
        var texts = new TreeMap<String, String>();
        new TreeMap<>(files)
                .forEach((path, text) -> {
                    if (!path.endsWith(".java")) {
                        texts.put(path, text);
                        return;
                    }
                    switch (reader.read(path, text)) {
                        case JavaReading.Whole whole ->
                                (isTest(path) ? tests : main).add(whole.file());
                        case JavaReading.Broken failure -> broken.add(failure);
                    }
                });
        return new Sources(main, tests, broken, texts);
    }

    /// The same sources, where these files have these texts.
    Sources with(JavaReader reader, Map<String, String> files) {
        Sources read = read(reader, files);
        var texts = new TreeMap<>(this.texts);
        texts.putAll(read.texts);
        return new Sources(joined(main, read.main), joined(tests, read.tests), broken, texts);
    }

    private static List<JavaFile> joined(List<JavaFile> files, List<JavaFile> changed) {
        var all = new TreeMap<String, JavaFile>();
        files.forEach(file -> all.put(file.path(), file));
        changed.forEach(file -> all.put(file.path(), file));
        return List.copyOf(all.values());
    }

    private static boolean isTest(String path) {
        return path.startsWith("src/test/") || path.contains("/src/test/");
    }

    /// The top-level types of the main sources.
    public List<ProjectType> types() {
        return typesOf(main);
    }

    public List<ProjectType> testTypes() {
        return typesOf(tests);
    }

    private static List<ProjectType> typesOf(List<JavaFile> files) {
        return files.stream()
                .flatMap(file -> file.types().stream().map(type -> new ProjectType(file, type)))
                .toList();
    }

    /// The type that a simple name means in a file: by import, by package, or by being the only one.
    public Optional<ProjectType> resolve(String name, JavaFile from) {
        String simple = TypeName.of(name).raw();
        List<ProjectType> named =
                Stream.concat(types().stream(), nestedTypes())
                        .filter(type -> type.name().equals(simple))
                        .toList();
        for (ProjectType type : named) {
            if (type.packageName().equals(from.packageName()) || imports(from, type)) {
                return Optional.of(type);
            }
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean imports(JavaFile from, ProjectType type) {
        for (JavaImport present : from.imports()) {
            if (!present.isStatic()
                    && (present.name().equals(type.qualifiedName())
                            || present.name().equals(type.packageName() + ".*"))) {
                return true;
            }
        }
        return false;
    }

    private Stream<ProjectType> nestedTypes() {
        return main.stream()
                .flatMap(file ->
                        file.types().stream()
                                .flatMap(Sources::below)
                                .map(type -> new ProjectType(file, type)));
    }

    private static Stream<JavaType> below(JavaType type) {
        return type.nested().stream()
                .flatMap(nested -> Stream.concat(Stream.of(nested), below(nested)));
    }

    /// Whether objects of a type can be thrown: it extends, over others of the project as well, something that is called
    /// an exception or an error.
    public boolean isException(ProjectType type) {
        return isException(type, DEPTH);
    }

    private boolean isException(ProjectType type, int depth) {
        return type.type().supertypes().stream()
                .anyMatch(name ->
                        name.matches("[\\w.]*(Exception|Error|Throwable)")
                                || (depth > 0
                                        && resolve(name, type.file())
                                                .filter(one -> isException(one, depth - 1))
                                                .isPresent()));
    }

    /// Whether a piece of text stands anywhere in the main or test sources.
    public boolean mentions(String text) {
        return Stream.concat(main.stream(), tests.stream())
                .anyMatch(file -> file.text().contains(text));
    }

    public boolean mainMentions(String text) {
        return main.stream().anyMatch(file -> file.text().contains(text));
    }
}
