package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;
import kiro.evidence.CoverageOfNow;
import kiro.evidence.coverage.Coverage;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Puts the changes first that a failing test is likely to have met: those of lines that ran in the tests, and those of files that the
/// test leads to by the names that it uses, and these by theirs.
final class LikelyHunks {
    private static final int FARTHEST = 4;
    private static final int MOST_READ = 400;
    private static final Set<String> NAMES =
            Set.of("identifier", "type_identifier", "field_identifier", "property_identifier");

    private final Workspace workspace;
    private final TreeSitter parser;
    private final Coverage coverage;

    /// @param files of the project
    LikelyHunks(Workspace workspace, List<WorkspacePath> files, TreeSitter parser) {
        this.workspace = workspace;
        this.parser = parser;
        this.coverage =
                CoverageOfNow.read(
                                workspace.root(),
                                List.of(),
                                files.stream().map(WorkspacePath::value).toList())
                        .coverage();
    }

    /// @param hunks in the order of files and lines
    /// @param likely how many of them the test is known to have met, or to lead to at once
    /// @param told whether reports of coverage tell of any of their files
    record Order(List<Hunk> hunks, int likely, boolean told) {}

    /// The likeliest first, so that a short prefix is likely to hold what breaks the test.
    Order of(List<Hunk> hunks, String test) {
        Map<String, Integer> far =
                distances(hunks.stream().map(Hunk::path).collect(Collectors.toSet()), test);
        boolean isTold = hunks.stream().anyMatch(each -> lines(each).isPresent());
        List<Hunk> sorted =
                hunks.stream()
                        .sorted(
                                Comparator.comparingInt(this::unlikeliness)
                                        .thenComparing(
                                                each -> far.getOrDefault(each.path(), FARTHEST + 1))
                                        .thenComparing(Hunk::path)
                                        .thenComparingInt(Hunk::line))
                        .toList();
        int likely =
                (int)
                        sorted.stream()
                                .takeWhile(each ->
                                        isTold
                                                ? unlikeliness(each) == 0
                                                : far.getOrDefault(each.path(), FARTHEST) <= 1)
                                .count();
        return new Order(sorted, likely, isTold);
    }

    /// The sources that a test leads to, the nearest first.
    List<String> near(List<String> sources, String test) {
        Map<String, Integer> far =
                distances(sources.stream().limit(MOST_READ).collect(Collectors.toSet()), test);
        return far.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getValue() <= 2)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Coverage.Lines> lines(Hunk hunk) {
        return Optional.ofNullable(coverage.files().get(hunk.path()));
    }

    /// What ran goes first, what nothing is known of next, and last what could have run and did not.
    private int unlikeliness(Hunk hunk) {
        Optional<Coverage.Lines> lines = lines(hunk);
        int last = hunk.newLine() + Math.max(1, hunk.added().size()) - 1;
        if (lines.isEmpty() || !lines.get().isKnown(hunk.newLine(), last)) {
            return 1;
        }
        return lines.get().hasRun(hunk.newLine(), last) ? 0 : 2;
    }

    /// How many files lie between the test and each file that changed, by who uses the names that others declare.
    private Map<String, Integer> distances(Set<String> changed, String test) {
        Map<String, Set<String>> declared = new HashMap<>();
        Map<String, Set<String>> used = new HashMap<>();
        changed.stream().limit(MOST_READ).forEach(path -> read(path, declared, used));
        read(test, declared, used);
        Map<String, Integer> far = new HashMap<>(Map.of(test, 0));
        var left = new ArrayDeque<>(List.of(test));
        while (!left.isEmpty()) {
            String at = left.poll();
            int next = far.getOrDefault(at, 0) + 1;
            Set<String> names = used.getOrDefault(at, Set.of());
            for (String path : changed) {
                boolean isUsed =
                        names.contains(Words.stem(path))
                                || declared.getOrDefault(path, Set.of()).stream()
                                        .anyMatch(names::contains);
                if (next <= FARTHEST && isUsed && far.putIfAbsent(path, next) == null) {
                    left.add(path);
                }
            }
        }
        return far;
    }

    private void read(
            String path, Map<String, Set<String>> declared, Map<String, Set<String>> used) {
        Optional<Grammar> grammar = Grammar.of(path);
        Optional<String> text = Sources.text(workspace.root().resolve(path));
        if (grammar.isEmpty() || text.isEmpty()) {
            return;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        if (parser.read(grammar.get(), bytes) instanceof SyntaxReading.Whole(SyntaxTree tree)) {
            var file = new SourceFile(path, tree);
            Set<String> own = new HashSet<>();
            file.symbols().forEach(each -> own.add(each.name()));
            Set<String> names = new HashSet<>();
            tree.root().below(NAMES, each -> names.add(each.text()));
            declared.put(path, own);
            used.put(path, names);
        }
    }
}
