package kiro;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.evidence.ReportWatch;
import kiro.evidence.TestResult;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.hook.watch.TestedTimes;
import kiro.hook.watch.WatchSource;

/// Tests that failed, by the reports that lie in the project.
record FailedReports(ReportWatch reports, TestedTimes tested) implements WatchSource {
    private static final int MOST = 100;

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.TEST_FAILED);
    }

    @Override
    public List<HookEvent> look() {
        List<TestResult> failed = reports.failures(tested::isOthers);
        return failed.isEmpty() ? List.of() : List.of(event(failed));
    }

    static HookEvent event(List<TestResult> failed) {
        return HookEvent.of(
                EventKind.TEST_FAILED,
                new Subject.FailedTests(
                        failed.stream().map(each -> each.test().toString()).distinct().toList(),
                        failed.stream()
                                .limit(MOST)
                                .map(each -> each.test() + "\n" + each.message().strip().indent(2))
                                .collect(Collectors.joining("\n"))));
    }
}
