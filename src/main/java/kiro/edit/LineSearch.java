package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Looks for lines in a file: exactly, else with the least tolerance that finds them anywhere.
final class LineSearch {
    private LineSearch() {}

    /// A place where the lines stand.
    ///
    /// @param start the first line, counted from 0
    record Place(int start, Tolerance tolerance, Indentation indentation) {}

    /// All of the places that begin at allowed lines, at the first tolerance that has any. Lines that are
    /// blank throughout are looked for as they are.
    static List<Place> places(List<String> lines, List<String> wanted, IntPredicate isAllowed) {
        for (Tolerance tolerance : Tolerance.values()) {
            List<Place> places = places(lines, wanted, isAllowed, tolerance);
            if (!places.isEmpty() || wanted.stream().allMatch(String::isBlank)) {
                return places;
            }
        }
        return List.of();
    }

    private static List<Place> places(
            List<String> lines, List<String> wanted, IntPredicate isAllowed, Tolerance tolerance) {
        var places = new ArrayList<Place>();
        for (int start = 0; start + wanted.size() <= lines.size(); start++) {
            if (isAllowed.test(start)) {
                int at = start;
                tolerance
                        .match(wanted, lines, start)
                        .ifPresent(shift -> places.add(new Place(at, tolerance, shift)));
            }
        }
        return places;
    }
}
