package kiro.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads every test of a project from its source.
final class TestScan {
    /// No person writes a test file of this size; what generates one does not name criteria.
    private static final int LARGEST = 1 << 20;

    private final Workspace workspace;
    private final Map<WorkspacePath, Scanned> scanned = new HashMap<>();

    TestScan(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What a text held; it holds the same while it is the same.
    private record Scanned(String text, String folder, SourceTests tests) {}

    /// @param paths the files of the project
    List<SourceTest> tests(List<WorkspacePath> paths) {
        GoModules modules = GoModules.of(paths, this::text);
        var found = new ArrayList<SourceTest>();
        var supertypes = new HashMap<String, List<String>>();
        for (WorkspacePath path : TestFiles.among(paths)) {
            SourceTests tests = tests(path, modules);
            found.addAll(tests.tests());
            supertypes.putAll(tests.supertypes());
        }
        Map<String, Set<String>> below = below(supertypes);
        return found.stream().map(test -> inherited(test, below)).toList();
    }

    private SourceTests tests(WorkspacePath path, GoModules modules) {
        Optional<String> text = text(path);
        Optional<Dialect> dialect = TestFiles.dialect(path);
        if (text.isEmpty() || dialect.isEmpty()) {
            return new SourceTests(List.of(), Map.of());
        }
        String folder = dialect.get() == Dialect.GO ? modules.importPath(path) : "";
        Scanned before = scanned.get(path);
        if (before != null && before.text().equals(text.get()) && before.folder().equals(folder)) {
            return before.tests();
        }
        SourceTests tests = tests(path, text.get(), dialect.get(), folder);
        scanned.put(path, new Scanned(text.get(), folder, tests));
        return tests;
    }

    /// @param folder the import path of its package, where it is Go
    static SourceTests tests(WorkspacePath path, String text, Dialect dialect, String folder) {
        return switch (dialect) {
            case JAVA, KOTLIN -> JvmTests.scan(path, text, dialect);
            case SCRIPT -> ScriptTests.scan(path, text);
            case PYTHON -> PythonTests.scan(path, text);
            case GO -> GoTests.scan(path, text, folder);
            case RUST -> RustTests.scan(path, text);
        };
    }

    /// The text of a file; empty when it cannot be read: then what runs the tests cannot read it either.
    Optional<String> text(WorkspacePath path) {
        Path file = workspace.absolute(path);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= LARGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// For each class its direct subclasses; a class is known by its simple name in what extends it.
    private static Map<String, Set<String>> below(Map<String, List<String>> supertypes) {
        var below = new HashMap<String, Set<String>>();
        supertypes.forEach((suite, above) ->
                above.forEach(
                        name -> below.computeIfAbsent(name, key -> new HashSet<>()).add(suite)));
        return below;
    }

    private static SourceTest inherited(SourceTest test, Map<String, Set<String>> below) {
        if (test.naming() != SourceTest.Naming.JVM) {
            return test;
        }
        var suites = new HashSet<String>();
        var open = new ArrayDeque<>(test.suites());
        while (!open.isEmpty()) {
            String suite = open.pop();
            if (suites.add(suite)) {
                String name =
                        suite.substring(
                                Math.max(suite.lastIndexOf('.'), suite.lastIndexOf('$')) + 1);
                open.addAll(below.getOrDefault(name, Set.of()));
            }
        }
        return test.withSuites(suites);
    }
}
