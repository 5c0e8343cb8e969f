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
/// @param unmeasured why the tests could not be run; empty where they were
record Symptoms(List<String> broken, List<String> failed, String unmeasured) {
    private static final String UNMEASURED = "could not measure";
    private static final String FAILED = "FAILED ";
    private static final Pattern PLACE =
            Pattern.compile("(?<path>[\\w./\\\\-]+\\.java):(?:\\[\\d+,\\d+]|\\d+(?=[: ]))[^\\n;]*");
    private static final Pattern ABOVE_SOURCES = Pattern.compile("^[^:]*?(?=\\bsrc/(main|test)/)");

    Symptoms {
        broken = List.copyOf(broken);
        failed = List.copyOf(failed);
    }

    /// @param own the classes of tests that this engine wrote
    static Symptoms of(String report, List<Change> own) {
        String first = report.lines().findFirst().orElse("");
        boolean isUnmeasured = first.startsWith(UNMEASURED);
        return new Symptoms(
                isUnmeasured ? broken(report, own) : List.of(),
                report.lines()
                        .filter(line -> line.startsWith(FAILED))
                        .filter(line ->
                                own.stream().noneMatch(one -> line.contains(one.typeName())))
                        .toList(),
                isUnmeasured ? first.replaceFirst(UNMEASURED + ":? *", "") : "");
    }

    /// Warnings name places as well, and only break a build in which there is no error.
    private static List<String> broken(String report, List<Change> own) {
        List<String> errors = places(report.lines().filter(line -> !isWarning(line)), own);
        return errors.isEmpty() ? places(report.lines().filter(Symptoms::isWarning), own) : errors;
    }

    private static boolean isWarning(String line) {
        return line.startsWith("[WARNING]") || line.contains(": warning: ");
    }

    private static List<String> places(Stream<String> lines, List<Change> own) {
        return lines.flatMap(line -> PLACE.matcher(line).results())
                .filter(place -> own.stream().noneMatch(one -> isOf(place, one)))
                .map(MatchResult::group)
                .map(place -> ABOVE_SOURCES.matcher(place).replaceFirst(""))
                .distinct()
                .toList();
    }

    private static boolean isOf(MatchResult place, Change change) {
        return place.group("path").endsWith(change.path());
    }

    boolean isEmpty() {
        return broken.isEmpty() && failed.isEmpty();
    }

    /// What is wrong, in a few words before its cause.
    String says() {
        return !broken.isEmpty()
                ? "the project does not compile"
                : failed.isEmpty()
                        ? "the tests cannot be run"
                        : "tests of the project fail that passed before";
    }

    /// The first thing that is wrong, in one line, and how many more there are.
    String cause() {
        if (isEmpty()) {
            return unmeasured;
        }
        List<String> all = broken.isEmpty() ? failed : broken;
        String first = all.getFirst().replaceFirst("^" + FAILED, "");
        return all.size() == 1 ? first : first + " (and " + (all.size() - 1) + " more)";
    }
}
