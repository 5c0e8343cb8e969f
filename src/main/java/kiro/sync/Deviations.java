package kiro.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kiro.evidence.coverage.ProjectPaths;

/// What was built otherwise than it was planned, in the words of the note.
///
/// @param paths the files of the project
/// @param isInSources whether a name stands in any source
record Deviations(Planned planned, Built built, List<String> paths, Predicate<String> isInSources) {
    /// A longer list is cut, with the number of what is left out.
    private static final int LONGEST = 30;

    List<String> items() {
        var items = new ArrayList<String>();
        add(items, "Files that the plan does not name", filesBeside());
        add(items, "Files that the plan names and that are not there", filesMissing());
        add(items, "Functions that the plan does not name", functionsBeside());
        add(items, "Names in the plan that no source has", namesMissing());
        add(items, "Dependencies since the plan", added());
        add(items, "Dependencies that the plan names and that are not there", packagesMissing());
        return List.copyOf(items);
    }

    private Set<String> filesBeside() {
        var beside = new TreeSet<String>();
        for (String file : built.files()) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            boolean isNamed =
                    planned.names(stem)
                            || planned.files().stream().anyMatch(told -> isEnd(file, told));
            if (!isNamed) {
                beside.add(file);
            }
        }
        return beside;
    }

    private Set<String> filesMissing() {
        var known = new ProjectPaths(paths);
        return planned.files().stream()
                .filter(told ->
                        known.of(told).isEmpty()
                                && paths.stream().noneMatch(path -> isEnd(path, told)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isEnd(String path, String told) {
        return path.equals(told) || path.endsWith("/" + told);
    }

    /// Where the plan names no function, it means none in particular.
    private Set<String> functionsBeside() {
        return planned.symbols().isEmpty()
                ? Set.of()
                : built.functions().stream()
                        .filter(name -> !planned.names(name))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> namesMissing() {
        return planned.symbols().stream()
                .filter(symbol -> !isInSources.test(symbol.replaceFirst("^.*(?:\\.|::|#)", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> added() {
        return built.added().stream()
                .filter(name -> !planned.names(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> packagesMissing() {
        return planned.packages().stream()
                .filter(name -> !built.dependencies().contains(name.replaceFirst("^.*:", "")))
                .filter(name -> !built.dependencies().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(List<String> items, String what, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String shown =
                names.stream()
                        .limit(LONGEST)
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "));
        String more =
                names.size() > LONGEST ? " and %d more".formatted(names.size() - LONGEST) : "";
        items.add("- %s: %s%s".formatted(what, shown, more));
    }
}
