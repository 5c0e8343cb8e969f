package kiro.steering.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// Where in a project a module, a package or a type is, and what its files give on from others.
public final class ProjectIndex {
    private static final Pattern GO_MODULE = Pattern.compile("(?m)^module[ \\t]+(\\S+)");

    private final ProjectFiles files;
    private final TreeSitter parser;
    private final NavigableSet<String> paths;
    private final ScriptPaths scripts;
    private final Map<String, List<String>> javaFiles = new HashMap<>();
    private final Map<String, Optional<NameReader>> readers = new ConcurrentHashMap<>();
    private final Map<String, List<Referent>> exported = new ConcurrentHashMap<>();
    private final List<GoModule> goModules;

    public ProjectIndex(ProjectFiles files, TreeSitter parser) {
        this.files = files;
        this.parser = parser;
        this.paths = files.paths();
        this.scripts = new ScriptPaths(files);
        for (String path : paths) {
            if (path.endsWith(".java")) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                javaFiles.computeIfAbsent(name, _ -> new ArrayList<>()).add(path);
            }
        }
        this.goModules = goModules(files);
    }

    /// @param folder with a slash at its end, or empty
    record GoModule(String folder, String name) {}

    private static List<GoModule> goModules(ProjectFiles files) {
        var found = new ArrayList<GoModule>();
        for (String path : files.paths()) {
            if (path.equals("go.mod") || path.endsWith("/go.mod")) {
                String text = files.read(path).map(SourceText::utf8).orElse("");
                Matcher name = GO_MODULE.matcher(text);
                if (name.find()) {
                    found.add(
                            new GoModule(
                                    path.substring(0, path.length() - "go.mod".length()),
                                    name.group(1)));
                }
            }
        }
        return List.copyOf(found);
    }

    public ProjectFiles files() {
        return files;
    }

    /// What the names of a file lead to.
    public List<NameUse> uses(String path, SyntaxTree tree) {
        return NameReader.of(tree, path, this).read();
    }

    /// The folder of a package of Go, with a slash at its end; empty where it is not the project's.
    Optional<String> goFolder(String importPath) {
        for (GoModule module : goModules) {
            if (importPath.equals(module.name())) {
                return Optional.of(module.folder());
            }
            if (importPath.startsWith(module.name() + "/")) {
                return Optional.of(
                        module.folder() + importPath.substring(module.name().length() + 1) + "/");
            }
        }
        return Optional.empty();
    }

    /// The file of a type of Java; empty where it is not the project's.
    Optional<String> javaFile(String qualified) {
        int dot = qualified.lastIndexOf('.');
        List<String> candidates =
                javaFiles.getOrDefault(qualified.substring(dot + 1) + ".java", List.of());
        String end = qualified.replace('.', '/') + ".java";
        return candidates.stream()
                .filter(path -> path.equals(end) || path.endsWith("/" + end))
                .findFirst();
    }

    /// The files of a package of Java.
    List<String> javaPackage(String name) {
        String end = name.replace('.', '/') + "/";
        return javaFiles.values().stream()
                .flatMap(List::stream)
                .filter(path ->
                        ("/" + path.substring(0, path.lastIndexOf('/') + 1)).endsWith("/" + end))
                .sorted()
                .toList();
    }

    /// The files of a package of Go, without its tests.
    List<String> goFiles(String folder) {
        return paths.tailSet(folder, true).stream()
                .takeWhile(path -> path.startsWith(folder))
                .filter(path -> path.indexOf('/', folder.length()) < 0)
                .filter(path -> path.endsWith(".go") && !path.endsWith("_test.go"))
                .toList();
    }

    /// The file of a module of Python.
    ///
    /// @param module absolute, with dots
    Optional<String> pythonFile(String module) {
        String place = module.replace('.', '/');
        for (String root : List.of("", "src/", "lib/", "app/")) {
            for (String end : List.of(".py", "/__init__.py", ".pyi")) {
                if (paths.contains(root + place + end)) {
                    return Optional.of(root + place + end);
                }
            }
        }
        return Optional.empty();
    }

    /// Whether a folder holds such a package of Python, with files or without.
    boolean isPythonPackage(String module) {
        String place = module.replace('.', '/') + "/";
        return List.of("", "src/", "lib/", "app/").stream()
                .anyMatch(root -> {
                    String first = paths.ceiling(root + place);
                    return first != null && first.startsWith(root + place);
                });
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /// The file that a module of JavaScript means.
    Optional<String> scriptFile(String from, String module) {
        return scripts.file(from, module);
    }

    Referent scriptModule(String from, String module) {
        return scripts.file(from, module)
                .map(file -> Referent.module(file, Referent.Source.PROJECT))
                .orElseGet(() ->
                        Referent.module(
                                module.startsWith("node:") ? module.substring(5) : module,
                                module.startsWith(".")
                                        ? Referent.Source.PROJECT
                                        : Referent.Source.LIBRARY));
    }

    /// What a file of the project gives by a name: something from elsewhere that it gives on, or its own.
    List<Referent> exportedScript(Referent module, String name, int depth) {
        List<Referent> own =
                name.equals("default") ? List.of(module) : List.of(module.member(name));
        List<Referent> other = exported(module.name(), name, depth);
        return other.isEmpty() ? own : other;
    }

    List<Referent> exported(String file, String name, int depth) {
        if (depth > NameReader.DEEPEST || !has(file)) {
            return List.of();
        }
        String key = file + "\n" + name;
        List<Referent> known = exported.get(key);
        if (known != null) {
            return known;
        }
        List<Referent> found =
                reader(file).map(reader -> reader.exported(name, depth)).orElse(List.of());
        if (depth < NameReader.DEEPEST / 2) {
            exported.put(key, found);
        }
        return found;
    }

    private Optional<NameReader> reader(String file) {
        Optional<NameReader> known = readers.get(file);
        if (known != null) {
            return known;
        }
        Optional<NameReader> reader = tree(file).map(tree -> NameReader.of(tree, file, this));
        readers.put(file, reader);
        reader.ifPresent(NameReader::bindAll);
        return reader;
    }

    /// The syntax of a file of the project; empty where it cannot be read.
    public Optional<SyntaxTree> tree(String file) {
        return Grammar.of(file)
                .flatMap(grammar ->
                        files.read(file)
                                .map(bytes -> parser.read(grammar, SourceText.withoutMark(bytes)))
                                .flatMap(reading ->
                                        switch (reading) {
                                            case SyntaxReading.Whole whole ->
                                                    Optional.of(whole.tree());
                                            case SyntaxReading.Broken _ -> Optional.empty();
                                        }));
    }
}
