package kiro.model.builtin;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.model.builtin.write.Change;

/// What a run of the tests says is wrong, beside the tests that this engine wrote.
///
/// @param broken the places that do not compile, in the compiler's words
/// @param failed the tests that passed before and fail
record Symptoms(List<String> broken, List<String> failed) {
    private static final int REASONS = 3;
    private static final Pattern PLACE =
            Pattern.compile("(?<path>[\\w./\\\\-]+\\.java):(?:\\[\\d+,\\d+]|\\d+(?=[: ]))[^\\n;]*");

    Symptoms {
        broken = List.copyOf(broken);
        failed = List.copyOf(failed);
    }

    /// @param own the classes of tests that this engine wrote
    static Symptoms of(String report, List<Change> own) {
        List<String> broken =
                report.startsWith("could not measure")
                        ? PLACE.matcher(report)
                                .results()
                                .filter(place -> own.stream().noneMatch(one -> isOf(place, one)))
                                .map(MatchResult::group)
                                .distinct()
                                .toList()
                        : List.of();
        List<String> failed =
                report.lines()
                        .filter(line -> line.startsWith("FAILED "))
                        .filter(line ->
                                own.stream().noneMatch(one -> line.contains(one.typeName())))
                        .toList();
        return new Symptoms(broken, failed);
    }

    private static boolean isOf(MatchResult place, Change change) {
        return place.group("path").endsWith(change.path());
    }

    boolean isEmpty() {
        return broken.isEmpty() && failed.isEmpty();
    }

    /// The first of them, one a line.
    List<String> reasons() {
        return Stream.concat(broken.stream(), failed.stream()).limit(REASONS).toList();
    }
}
