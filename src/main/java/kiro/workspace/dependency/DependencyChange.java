package kiro.workspace.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Another version of a dependency.
///
/// @param from empty for one that is new
/// @param to empty for one that is gone
public record DependencyChange(Dependency dependency, String from, String to) {
    /// From one reading of a file to the next, in the order of names.
    public static List<DependencyChange> between(
            SortedMap<Dependency, String> before, SortedMap<Dependency, String> after) {
        var all = new TreeMap<>(before);
        all.putAll(after);
        var changes = new ArrayList<DependencyChange>();
        for (Dependency each : all.keySet()) {
            String from = before.getOrDefault(each, "");
            String to = after.getOrDefault(each, "");
            if (!from.equals(to)) {
                changes.add(new DependencyChange(each, from, to));
            }
        }
        return changes;
    }
}
