package kiro.evidence.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of a project, to be found by the ends of their paths: reports name them from a package, a module or the root
/// of another machine on.
public final class ProjectPaths {
    private final Map<String, List<String>> byName = new HashMap<>();

    public ProjectPaths(List<String> paths) {
        for (String path : paths) {
            byName.computeIfAbsent(name(path), key -> new ArrayList<>()).add(path);
        }
    }

    /// The one file that a path of a report means; empty where none does, or several may.
    public Optional<String> of(String told) {
        String path = told.replace('\\', '/');
        int best = 0;
        var found = new ArrayList<String>();
        for (String candidate : byName.getOrDefault(name(path), List.of())) {
            int length = commonEnd(candidate, path);
            if (length > best) {
                best = length;
                found.clear();
            }
            if (length == best) {
                found.add(candidate);
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// How many names at the end of two paths are the same.
    private static int commonEnd(String one, String other) {
        String[] a = one.split("/");
        String[] b = other.split("/");
        int length = 0;
        while (length < a.length
                && length < b.length
                && a[a.length - 1 - length].equals(b[b.length - 1 - length])) {
            length++;
        }
        return length;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
