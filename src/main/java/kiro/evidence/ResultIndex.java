package kiro.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Joins the tests of the source with the results of a run. A result whose report does not say which
/// file or class it belongs to counts only where one test alone can be meant.
final class ResultIndex {
    private static final Pattern HOLE =
            Pattern.compile("\\$\\{[^}]*\\}|%[sdifjoOcp#]|\\$[#A-Za-z_][\\w.]*");

    private final Map<String, List<TestResult>> byName = new HashMap<>();
    private final Map<TestId, List<TestResult>> byPlace = new HashMap<>();
    private final List<TestResult> results;
    private final List<TestResult> setups;
    private final Map<String, List<SourceTest>> testsByName = new HashMap<>();
    private final List<Holed> holed = new ArrayList<>();

    /// @param tests all tests of the project, to tell whether a title is the only one of its kind
    ResultIndex(List<TestResult> results, List<SourceTest> tests) {
        this.results = results;
        this.setups = results.stream().filter(ResultJoin::isPerhapsSetup).toList();
        for (TestResult result : results) {
            for (String name : ResultNames.of(result.test().name())) {
                var place = new TestId(result.test().suite(), name);
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(result);
                byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(result);
            }
        }
        for (SourceTest test : tests) {
            for (String name : test.names()) {
                if (HOLE.matcher(name).find()) {
                    holed.add(new Holed(test, pattern(name)));
                } else {
                    testsByName.computeIfAbsent(name, key -> new ArrayList<>()).add(test);
                }
            }
        }
    }

    /// A test whose title has holes that its parameters fill.
    private record Holed(SourceTest test, Pattern title) {}

    /// The results of a test, more than one where it has parameters. Where it has none, what failed before
    /// it could run: the set-up of its class, or the loading of its file.
    ///
    /// @param isAmbiguous whether there are results that may as well be those of another test
    record Joined(List<TestResult> results, boolean isAmbiguous) {}

    Joined of(SourceTest test) {
        List<TestResult> placed = placed(test);
        if (!placed.isEmpty()) {
            return new Joined(placed, false);
        }
        List<TestResult> candidates = candidates(test);
        List<TestResult> exact =
                candidates.stream().filter(result -> ResultJoin.isExact(test, result)).toList();
        if (!exact.isEmpty()) {
            return new Joined(exact, false);
        }
        List<TestResult> loose =
                candidates.stream().filter(result -> ResultJoin.claims(test, result)).toList();
        List<TestResult> own = loose.stream().filter(this::hasOneClaimant).toList();
        if (!own.isEmpty() && own.size() == loose.size()) {
            return new Joined(own, false);
        }
        List<TestResult> setup =
                setups.stream().filter(result -> ResultJoin.isSetupOf(test, result)).toList();
        return new Joined(setup, !loose.isEmpty());
    }

    /// The tests that a result may be of: one, where the report is clear about it.
    List<SourceTest> testsOf(TestResult result) {
        List<SourceTest> claimants = List.copyOf(claimants(result));
        List<SourceTest> exact =
                claimants.stream().filter(test -> ResultJoin.isExact(test, result)).toList();
        return exact.isEmpty() ? claimants : exact;
    }

    /// Those of which the report says the class or module, without a look at all others of the name. Empty for titles with
    /// holes, whose results have other names.
    private List<TestResult> placed(SourceTest test) {
        if (test.names().stream().anyMatch(name -> HOLE.matcher(name).find())) {
            return List.of();
        }
        Set<TestResult> found = Collections.newSetFromMap(new IdentityHashMap<>());
        var placed = new ArrayList<TestResult>();
        for (String name : test.names()) {
            for (String suite : new TreeSet<>(test.suites())) {
                for (TestResult result : byPlace.getOrDefault(new TestId(suite, name), List.of())) {
                    boolean isOwn =
                            ResultNames.isName(test, name, result)
                                    && ResultJoin.isExact(test, result);
                    if (isOwn && found.add(result)) {
                        placed.add(result);
                    }
                }
            }
        }
        return placed;
    }

    private List<TestResult> candidates(SourceTest test) {
        var found = new LinkedHashSet<TestResult>();
        for (String name : test.names()) {
            byName.getOrDefault(name, List.of()).stream()
                    .filter(result -> ResultNames.isName(test, name, result))
                    .forEach(found::add);
            if (HOLE.matcher(name).find()) {
                Pattern pattern = pattern(name);
                results.stream()
                        .filter(result -> pattern.matcher(result.test().name()).matches())
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Pattern pattern(String title) {
        var pattern = new StringBuilder();
        int at = 0;
        var hole = HOLE.matcher(title);
        while (hole.find()) {
            pattern.append(Pattern.quote(title.substring(at, hole.start()))).append(".*");
            at = hole.end();
        }
        pattern.append(Pattern.quote(title.substring(at)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private boolean hasOneClaimant(TestResult result) {
        return claimants(result).size() == 1;
    }

    private Set<SourceTest> claimants(TestResult result) {
        var claimants = new HashSet<SourceTest>();
        for (String name : ResultNames.of(result.test().name())) {
            for (SourceTest test : testsByName.getOrDefault(name, List.of())) {
                if (ResultNames.isName(test, name, result) && mayBe(test, result)) {
                    claimants.add(test);
                }
            }
        }
        for (Holed each : holed) {
            if (each.title().matcher(result.test().name()).matches()
                    && mayBe(each.test(), result)) {
                claimants.add(each.test());
            }
        }
        return claimants;
    }

    private static boolean mayBe(SourceTest test, TestResult result) {
        return ResultJoin.isExact(test, result) || ResultJoin.claims(test, result);
    }
}
