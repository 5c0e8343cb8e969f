package kiro.steering.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import kiro.code.SourceFile;
import kiro.steering.source.FileImports;
import kiro.steering.source.ProjectIndex;

/// Which files of a project import which; read as far as somebody asks.
final class ImportGraph {
    private final ProjectIndex project;
    private final FileImports imports;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    ImportGraph(ProjectIndex project) {
        this.project = project;
        this.imports = new FileImports(project);
    }

    List<FileImports.Edge> of(SourceFile file) {
        List<FileImports.Edge> edges = imports.of(file);
        known.put(file.path(), targets(edges));
        return edges;
    }

    private static Set<String> targets(List<FileImports.Edge> edges) {
        var targets = new LinkedHashSet<String>();
        for (FileImports.Edge edge : edges) {
            if (!edge.isTypeOnly()) {
                targets.addAll(edge.files());
            }
        }
        return targets;
    }

    private Set<String> targets(String path) {
        Set<String> before = known.get(path);
        if (before != null) {
            return before;
        }
        Set<String> targets =
                project.tree(path)
                        .map(tree -> targets(imports.of(new SourceFile(path, tree))))
                        .orElse(Set.of());
        known.put(path, targets);
        return targets;
    }

    /// Whether a file is one of these, or gives on what it imports from one, over a few files at most.
    boolean leadsTo(String path, Predicate<String> is, int most) {
        return is.test(path)
                || (most > 0
                        && targets(path).stream().anyMatch(next -> leadsTo(next, is, most - 1)));
    }

    /// The shortest way from one file back to another over imports, both ends within; empty where there is none.
    List<String> way(String from, String to) {
        var before = new HashMap<String, String>();
        var open = new ArrayDeque<String>();
        open.add(from);
        before.put(from, "");
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(to)) {
                return path(before, to);
            }
            for (String next : targets(at)) {
                if (before.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(Map<String, String> before, String to) {
        var path = new ArrayList<String>();
        for (String at = to; !at.isEmpty(); at = before.getOrDefault(at, "")) {
            path.addFirst(at);
        }
        return path;
    }
}
