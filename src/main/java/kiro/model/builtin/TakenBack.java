package kiro.model.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;
import kiro.spec.CriterionId;

/// The tests of this engine's own that fail or do not compile, and what the class looks like without them. A criterion one of
/// whose tests fails loses all its tests: the others would prove what is not so. What was taken back does not come again, and a
/// class that does not compile although tests were taken back from it already goes as a whole. So does one whose fault is in no
/// method; where it is in one that tests call, those tests go with it.
final class TakenBack {
    private static final Pattern TEST =
            Pattern.compile(
                    "(?:@Tag\\(\"|@DisplayName\\(\"|// )[\\w.-]+#([\\w.-]+)[^{]*?void (\\w+)\\(");

    private final Change tests;
    private final String text;
    private final String report;
    private final TestMethods methods;
    private final Set<TestMethods.Method> dead;
    private final Set<CriterionId> failing = new LinkedHashSet<>();
    private final Set<CriterionId> passing = new LinkedHashSet<>();

    /// @param text the class as it is now
    private TakenBack(Change tests, String text, String report) {
        this.tests = tests;
        this.text = text;
        this.report = report;
        List<String> failures = failures();
        List<Integer> broken = broken();
        this.methods = TestMethods.of(text);
        this.dead =
                methods.needing(
                        broken.stream().flatMap(line -> methods.at(line).stream()).toList());
        boolean isBroken =
                isFirst()
                        ? broken.stream().anyMatch(line -> methods.at(line).isEmpty())
                                || dead.stream().anyMatch(methods::isOfAll)
                        : !broken.isEmpty();
        Matcher test = TEST.matcher(text);
        while (test.find()) {
            var name = Pattern.compile("\\b" + Pattern.quote(test.group(2)) + "\\b");
            boolean fails =
                    isBroken
                            || dead.stream().anyMatch(one -> one.name().equals(test.group(2)))
                            || failures.stream().anyMatch(line -> name.matcher(line).find());
            (fails ? failing : passing).add(new CriterionId(test.group(1)));
        }
        if (failing.isEmpty() && !dead.isEmpty()) {
            // What no test calls does not compile: without it the class is as good as it was.
            failing.addAll(passing);
        }
        passing.removeAll(failing);
    }

    private List<String> failures() {
        return report.lines()
                .filter(line -> line.startsWith("FAILED "))
                .filter(line -> line.contains(tests.typeName()))
                .toList();
    }

    /// The lines of the class that do not compile, as Maven or javac name them.
    private List<Integer> broken() {
        return Pattern.compile(Pattern.quote(tests.path()) + ":(?:\\[(\\d+),\\d+]|(\\d+)[: ])")
                .matcher(report)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    /// Whether nothing was taken back from the class before.
    boolean isFirst() {
        return text.equals(tests.after());
    }

    /// Where the method ends whose head ends here: before what is not a deeper line.
    private int end(int from) {
        var closing = Pattern.compile("\n(?: {2}| {4}|\t)}").matcher(text);
        return closing.find(from) ? closing.end() : text.length();
    }

    /// @param current the files as they are now
    /// @param report what the last run of the tests said
    static Optional<TakenBack> of(
            List<Change> changes, Map<String, String> current, String report) {
        return classes(changes)
                .flatMap(change ->
                        Optional.ofNullable(current.get(change.path()))
                                .map(text -> new TakenBack(change, text, report))
                                .stream())
                .filter(one -> !one.failing.isEmpty())
                .findFirst();
    }

    /// The criteria whose tests were taken back, though others stay.
    ///
    /// @param current the files as they are now
    static List<String> gone(List<Change> changes, Map<String, String> current) {
        return classes(changes)
                .flatMap(change -> {
                    List<String> left = criteria(current.getOrDefault(change.path(), "")).toList();
                    return criteria(change.after()).filter(one -> !left.contains(one));
                })
                .distinct()
                .toList();
    }

    /// Why tests were taken back so far, in the words of all runs of the tests.
    static List<String> reasons(List<Change> changes, List<String> reports) {
        return classes(changes)
                .flatMap(change ->
                        reports.stream()
                                .flatMap(report ->
                                        new TakenBack(change, change.after(), report)
                                                .reasons().stream()))
                .distinct()
                .toList();
    }

    private static Stream<Change> classes(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.part() == Part.TESTS && change.after().contains("@Test"));
    }

    private static Stream<String> criteria(String text) {
        return TEST.matcher(text).results().map(found -> found.group(1));
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

    /// What the class was before this engine changed it; empty where there was none.
    Optional<String> before() {
        return tests.before();
    }

    /// Why, in the words of the compiler or of the tests.
    List<String> reasons() {
        Stream<String> errors =
                report.lines()
                        .filter(line -> line.startsWith("[ERROR] ") || line.contains(": error: "))
                        .filter(line -> line.contains(tests.path() + ":"))
                        .map(line -> line.substring(line.indexOf(tests.path())));
        Stream<String> failed = failures().stream().map(line -> line.replaceFirst("^FAILED ", ""));
        return Stream.concat(errors, failed).distinct().toList();
    }

    /// The class without the tests and what does not compile, and else as it is: whatever the others need is there still.
    String cut() {
        var cut = new ArrayList<TestMethods.Method>(dead);
        Matcher test = TEST.matcher(text);
        while (test.find()) {
            if (failing.contains(new CriterionId(test.group(1)))) {
                cut.add(
                        new TestMethods.Method(
                                test.group(2),
                                TestMethods.begin(text, test.start()),
                                end(test.end())));
            }
        }
        cut.sort(Comparator.comparingInt(TestMethods.Method::start));
        var left = new StringBuilder();
        int at = 0;
        for (TestMethods.Method one : cut) {
            if (one.end() > at) {
                left.append(text, at, Math.max(at, one.start()));
                at = one.end();
            }
        }
        return left.append(text.substring(at))
                .toString()
                .replaceAll("\n{3,}", "\n\n")
                .replaceAll("\n\n}\n$", "\n}\n");
    }

    /// The class where none of its tests is left, where it cannot be deleted.
    String empty() {
        String declared = text.substring(0, text.indexOf('\n'));
        return declared
                + "\n\n/** The tests of "
                + String.join(", ", criteria())
                + " failed and were taken back. */\nclass "
                + tests.typeName()
                + " {}\n";
    }
}
