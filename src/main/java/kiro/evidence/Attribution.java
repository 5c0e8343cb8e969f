package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.evidence.TestLinks.Linked;
import kiro.evidence.coverage.Coverage;
import kiro.evidence.coverage.CoverageReading;

/// Says what the tests of one criterion ran, out of a coverage report: where the report tells tests apart, or where no other
/// test was run.
///
/// @param results of the whole run
record Attribution(
        Optional<CoverageReading.Whole> coverage, List<TestResult> results, ResultIndex index) {

    /// Empty where it is not known what they alone ran.
    Optional<Coverage> of(List<Linked> linked) {
        if (coverage.isEmpty() || linked.isEmpty()) {
            return Optional.empty();
        }
        return byTest(linked, coverage.get().byTest()).or(() -> ofAll(linked));
    }

    private static Optional<Coverage> byTest(List<Linked> linked, Map<String, Coverage> byTest) {
        var found = new ArrayList<Coverage>();
        for (Linked each : linked) {
            List<Coverage> own =
                    names(each.test()).stream()
                            .flatMap(name -> Optional.ofNullable(byTest.get(name)).stream())
                            .toList();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(own);
        }
        return found.stream().reduce(Coverage::with);
    }

    /// The names under which a report may tell of a test.
    private static Set<String> names(SourceTest test) {
        var names = new TreeSet<>(test.names());
        names.add(test.id().toString());
        names.add(test.id().suite() + "#" + test.id().name());
        return names;
    }

    private Optional<Coverage> ofAll(List<Linked> linked) {
        Set<TestResult> own = new HashSet<>();
        linked.forEach(each -> own.addAll(index.of(each.test()).results()));
        return !own.isEmpty() && own.containsAll(results)
                ? coverage.map(CoverageReading.Whole::total)
                : Optional.empty();
    }
}
