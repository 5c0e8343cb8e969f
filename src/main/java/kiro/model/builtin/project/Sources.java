package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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
        List<ProjectType> within = inside(name, named);
        return first(within, type -> type.path().equals(from.path()))
                .or(() -> first(within, type -> imports(from, type)))
                .or(() -> first(within, type -> isBeside(type, from) && isOuter(type)))
                .or(() -> first(within, type -> isBeside(type, from)))
                .or(() -> within.size() == 1 ? first(within, _ -> true) : Optional.empty());
    }

    /// Of types with one name those that are in the type that stands before it: `Court.Status`; all where none does.
    private static List<ProjectType> inside(String name, List<ProjectType> named) {
        String bare = name.replaceFirst("<.*", "").strip();
        List<ProjectType> inside =
                named.stream().filter(type -> type.qualifiedName().endsWith("." + bare)).toList();
        return bare.indexOf('.') > 0 && !inside.isEmpty() ? inside : named;
    }

    private static Optional<ProjectType> first(
            List<ProjectType> types, Predicate<ProjectType> isMeant) {
        return types.stream().filter(isMeant).findFirst();
    }

    private static boolean isBeside(ProjectType type, JavaFile from) {
        return type.packageName().equals(from.packageName());
    }

    private static boolean isOuter(ProjectType type) {
        return type.file().types().contains(type.type());
    }

    /// A constant of an enum as code has it; with the types around the enum, where others have its name: `Court.Status.OPEN`.
    public String constant(ProjectType type, String constant) {
        return (isAmbiguous(type) ? type.nestedName() : type.name()) + "." + constant;
    }

    /// What code imports for the constants of an enum.
    public String imported(ProjectType type) {
        if (!isAmbiguous(type)) {
            return type.qualifiedName();
        }
        String outer = type.nestedName().replaceFirst("\\..*", "");
        return type.packageName().isEmpty() ? outer : type.packageName() + "." + outer;
    }

    private boolean isAmbiguous(ProjectType type) {
        return Stream.concat(types().stream(), nestedTypes())
                        .filter(one -> one.name().equals(type.name()))
                        .map(ProjectType::qualifiedName)
                        .distinct()
                        .count()
                > 1;
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
