package kiro.edit;

import java.util.List;
import java.util.stream.Collectors;

/// How to speak of several places in a file.
final class Places {
    private static final int LISTED = 8;

    private Places() {}

    /// @param lines where it was found, counted from 0
    static String many(List<Integer> lines) {
        String listed =
                lines.stream()
                        .limit(LISTED)
                        .map(line -> String.valueOf(line + 1))
                        .collect(Collectors.joining(", "));
        String more = lines.size() > LISTED ? ", ..." : "";
        return "found %d times, at lines %s%s: give more of the lines around the one that is meant"
                .formatted(lines.size(), listed, more);
    }
}
