package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.evidence.Evidence.ProvingTest;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// The tests that a report links to criteria by labels, as the source has them, or as the report alone does.
final class Labelled {
    /// Where a label stands, for people: no source has it.
    private static final WorkspacePath REPORT = WorkspacePath.of("report");

    private Labelled() {}

    /// What the labels of a run name, test by test.
    static Map<SourceTest, List<Mention>> in(List<TestResult> results, ResultIndex index) {
        var found = new HashMap<SourceTest, List<Mention>>();
        for (TestResult result : results) {
            if (result.labels().isEmpty()) {
                continue;
            }
            List<SourceTest> tests = index.testsOf(result);
            SourceTest test = tests.size() == 1 ? tests.getFirst() : ofReport(result);
            var mentions = found.computeIfAbsent(test, key -> new ArrayList<>());
            for (String label : result.labels()) {
                mentions.addAll(MentionReader.inTag(label, SourceSpan.start()));
            }
        }
        return found;
    }

    private static SourceTest ofReport(TestResult result) {
        String name = result.test().name().replaceFirst("\\[[^\\[\\]]*\\]$", "");
        return of(new ProvingTest(new TestId(result.test().suite(), name), Hash.of("")));
    }

    /// A test that the source does not show.
    static SourceTest of(ProvingTest test) {
        TestId id = test.test();
        return new SourceTest(
                id,
                new SourceTest.Reported(
                        SourceTest.Naming.JVM, Set.of(id.suite()), Set.of(id.name())),
                Optional.empty(),
                REPORT,
                SourceSpan.start(),
                List.of(),
                // What the source does not show is taken to assert.
                new TestBody(test.body(), Set.of("assert")));
    }
}
