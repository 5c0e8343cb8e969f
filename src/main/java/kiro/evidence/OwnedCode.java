package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.evidence.SourceFunction.LineRange;
import kiro.evidence.TestLinks.Linked;
import kiro.evidence.coverage.Coverage;
import kiro.spec.CriterionRef;
import kiro.text.Hash;
import kiro.text.PathGlob;
import kiro.workspace.WorkspacePath;

/// Which code a criterion's tests prove it for: what they ran where coverage tells, else what marks say, else the files that
/// the spec names, else all code. Its digest takes in what surrounds it: the rest of its files, what is no source at
/// all, such as settings and build files, and what helps the tests.
final class OwnedCode {
    private final SourceTree tree;
    private final CodeBook book;
    private final ImplementationMarks marks;
    private final List<PathGlob> targets;
    private final Map<String, Set<Integer>> testLines = new HashMap<>();
    private final Set<String> testFiles;
    private Optional<Hash> surroundings = Optional.empty();
    private Optional<Hash> all = Optional.empty();
    private final Map<String, Hash> support = new HashMap<>();

    /// @param targets the files that the spec says it is about
    /// @param paths the files of the project
    OwnedCode(
            SourceTree tree,
            CodeBook book,
            ImplementationMarks marks,
            List<PathGlob> targets,
            List<SourceTest> tests,
            List<WorkspacePath> paths) {
        this.tree = tree;
        this.book = book;
        this.marks = marks;
        this.targets = List.copyOf(targets);
        for (SourceTest test : tests) {
            testLines
                    .computeIfAbsent(test.file().value(), key -> new HashSet<>())
                    .add(test.span().line());
        }
        this.testFiles =
                TestFiles.among(paths).stream()
                        .map(WorkspacePath::value)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// @param ran what the criterion's tests alone ran, where that is known
    Owned of(CriterionRef criterion, List<Linked> linked, Optional<Coverage> ran) {
        List<String> executed = ran.map(this::executed).orElse(List.of());
        if (!executed.isEmpty()) {
            return owned(Owned.By.COVERAGE, executed, linked, true);
        }
        List<String> marked = marks.of(criterion);
        if (!marked.isEmpty()) {
            return owned(Owned.By.MARKER, marked, linked, false);
        }
        List<String> named = targeted();
        return named.isEmpty() ? Owned.tree(all()) : owned(Owned.By.TARGETS, named, linked, false);
    }

    /// The digest that kept evidence would have now.
    Hash now(CriterionRef criterion, Owned kept, List<Linked> linked) {
        return switch (kept.by()) {
            case TREE -> all();
            case COVERAGE -> digest(kept.parts(), linked);
            case MARKER -> digest(marks.of(criterion), linked);
            case TARGETS -> digest(targeted(), linked);
        };
    }

    /// Whether a coverage report that tells of the parts tells that none of them ran in any test.
    boolean isUntouched(List<String> parts, Coverage total) {
        boolean isAnyKnown = false;
        for (String part : parts) {
            for (SourceFunction function : functionsOf(part)) {
                Coverage.Lines lines = total.files().get(fileOf(part));
                if (lines == null) {
                    return false;
                }
                LineRange range = function.lines();
                if (lines.hasRun(range.body(), range.last())) {
                    return false;
                }
                isAnyKnown |= lines.isKnown(range.body(), range.last());
            }
        }
        return isAnyKnown;
    }

    /// All files and functions that marks give to any criterion.
    Set<String> marked() {
        return marks.all();
    }

    /// The functions that a part stands for.
    List<SourceFunction> functionsOf(String part) {
        Optional<SourceFunctions> file = book.functions(fileOf(part));
        if (file.isEmpty()) {
            return List.of();
        }
        return part.indexOf('#') < 0
                ? file.get().functions()
                : file.get().named(part).stream().toList();
    }

    static String fileOf(String part) {
        int hash = part.indexOf('#');
        return hash < 0 ? part : part.substring(0, hash);
    }

    private Owned owned(Owned.By by, List<String> parts, List<Linked> linked, boolean hasRun) {
        return new Owned(by, digest(parts, linked), parts, hasRun);
    }

    private List<String> executed(Coverage ran) {
        var parts = new ArrayList<String>();
        for (String path : ran.paths()) {
            boolean isTest = testFiles.contains(path) && !path.endsWith(".rs");
            Coverage.Lines lines = ran.files().get(path);
            if (isTest || lines == null) {
                continue;
            }
            book.functions(path).stream()
                    .flatMap(file -> file.functions().stream())
                    .filter(function -> !isTest(path, function))
                    .filter(function ->
                            lines.hasRun(function.lines().body(), function.lines().last()))
                    .forEach(function -> parts.add(function.key()));
        }
        return parts;
    }

    private boolean isTest(String path, SourceFunction function) {
        return testLines.getOrDefault(path, Set.of()).stream().anyMatch(function.lines()::contains);
    }

    private List<String> targeted() {
        return targets.isEmpty()
                ? List.of()
                : tree.files().keySet().stream()
                        .filter(path -> targets.stream().anyMatch(glob -> glob.matches(path)))
                        .toList();
    }

    private Hash digest(List<String> parts, List<Linked> linked) {
        var text = new StringBuilder();
        var files = new TreeSet<String>();
        for (String part : parts) {
            text.append(part).append(' ').append(book.digest(part)).append('\n');
            if (part.indexOf('#') >= 0) {
                files.add(fileOf(part));
            }
        }
        files.forEach(file ->
                text.append("rest ").append(file).append(' ').append(book.rest(file)).append('\n'));
        var testing = new TreeSet<String>();
        linked.forEach(each -> testing.add(each.test().file().value()));
        for (String file : testing) {
            Set<Integer> lines = testLines.getOrDefault(file, Set.of());
            text.append("support ")
                    .append(file)
                    .append(' ')
                    .append(support.computeIfAbsent(file, key -> book.support(key, lines)))
                    .append('\n');
        }
        text.append("around ").append(surroundings());
        return Hash.of(text.toString());
    }

    private Hash all() {
        if (all.isEmpty()) {
            all = Optional.of(tree.hash());
        }
        return all.get();
    }

    /// What is no source in a language that is known, and what lies among the tests and is none.
    private Hash surroundings() {
        if (surroundings.isEmpty()) {
            var text = new StringBuilder();
            tree.files()
                    .forEach((path, hash) -> {
                        boolean isSource = TestFiles.dialect(WorkspacePath.of(path)).isPresent();
                        boolean isHelper =
                                testFiles.contains(path)
                                        && !path.endsWith(".rs")
                                        && !testLines.containsKey(path);
                        if (!isSource || isHelper) {
                            text.append(path).append('\0').append(hash).append('\n');
                        }
                    });
            surroundings = Optional.of(Hash.of(text.toString()));
        }
        return surroundings.get();
    }
}
