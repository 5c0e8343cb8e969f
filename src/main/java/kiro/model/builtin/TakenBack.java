package kiro.model.builtin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;
import kiro.spec.CriterionId;

/// The tests of this engine's own that fail or do not compile, and what the class looks like without them. A criterion one of
/// whose tests fails loses all its tests: the others would prove what is not so.
final class TakenBack {
    private static final Pattern TEST =
            Pattern.compile(
                    "(?:@Tag\\(\"|@DisplayName\\(\"|// )[\\w.-]+#([\\w.-]+)[^{]*?void (\\w+)\\(");

    private final Change tests;
    private final Set<CriterionId> failing = new LinkedHashSet<>();
    private final Set<CriterionId> passing = new LinkedHashSet<>();

    private TakenBack(Change tests, String report) {
        this.tests = tests;
        List<String> failures =
                report.lines()
                        .filter(line -> line.startsWith("FAILED "))
                        .filter(line -> line.contains(tests.typeName()))
                        .toList();
        List<Integer> broken = broken(tests.path(), report);
        Matcher test = TEST.matcher(tests.after());
        boolean isBroken = broken.stream().anyMatch(line -> !isInTest(line));
        while (test.find()) {
            var name = Pattern.compile("\\b" + Pattern.quote(test.group(2)) + "\\b");
            int first = lineOf(test.start());
            int last = lineOf(end(test.end()));
            boolean fails =
                    isBroken
                            || broken.stream().anyMatch(line -> line >= first && line <= last)
                            || failures.stream().anyMatch(line -> name.matcher(line).find());
            (fails ? failing : passing).add(new CriterionId(test.group(1)));
        }
        passing.removeAll(failing);
    }

    /// The lines of the class that do not compile, as Maven or javac name them.
    private static List<Integer> broken(String path, String report) {
        return Pattern.compile(Pattern.quote(path) + ":(?:\\[(\\d+),\\d+]|(\\d+): error)")
                .matcher(report)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    private boolean isInTest(int line) {
        Matcher test = TEST.matcher(tests.after());
        while (test.find()) {
            if (line >= lineOf(test.start()) && line <= lineOf(end(test.end()))) {
                return true;
            }
        }
        return false;
    }

    /// Where the method ends whose head ends here: before what is not a deeper line.
    private int end(int from) {
        var closing = Pattern.compile("\n(?: {2}| {4}|\t)}").matcher(tests.after());
        return closing.find(from) ? closing.end() : tests.after().length();
    }

    private int lineOf(int at) {
        return 1 + (int) tests.after().substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /// @param report what the last run of the tests said
    static Optional<TakenBack> of(List<Change> changes, String report) {
        return changes.stream()
                .filter(change -> change.part() == Part.TESTS && change.after().contains("@Test"))
                .map(change -> new TakenBack(change, report))
                .filter(one -> !one.failing.isEmpty())
                .findFirst();
    }

    /// The criteria that lose their tests.
    List<String> criteria() {
        return failing.stream().map(CriterionId::value).toList();
    }

    /// The ones that keep theirs.
    Set<CriterionId> kept() {
        return Set.copyOf(passing);
    }

    String path() {
        return tests.path();
    }

    /// The class where none of its tests is left.
    String empty() {
        String text = tests.after();
        String declared = text.substring(0, text.indexOf('\n'));
        return declared
                + "\n\n/** The tests of "
                + String.join(", ", criteria())
                + " failed and were taken back. */\nclass "
                + tests.typeName()
                + " {}\n";
    }
}
