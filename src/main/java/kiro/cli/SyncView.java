package kiro.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.sync.SyncReport;

/// Shows on a terminal what the tests say of a spec.
final class SyncView {
    private final Console console;
    private final boolean isCheck;

    SyncView(Console console, boolean isCheck) {
        this.console = console;
        this.isCheck = isCheck;
    }

    void show(Spec spec, SyncReport report, TestRun run) {
        switch (run) {
            case TestRun.Finished finished -> {
                console.print(summary(finished));
                console.print();
                showVerdicts(spec, report);
            }
            case TestRun.NotMeasured failed ->
                    console.note(console.styled(Style.DIM, failed.output().stripTrailing()));
            case TestRun.NoCommand none -> {}
        }
        changed(report.ticked(), isCheck ? "would be ticked" : "ticked");
        changed(report.unticked(), isCheck ? "would be unticked" : "unticked");
        console.print(
                "%s: %d of %s proven"
                        .formatted(
                                report.spec(),
                                report.verdicts().stream().filter(Verdict::isProven).count(),
                                report.verdicts().size() == 1
                                        ? "1 criterion"
                                        : report.verdicts().size() + " criteria"));
        console.findings(report.findings());
    }

    private static String summary(TestRun.Finished finished) {
        return "%s: %d passed, %d failed, %d skipped, in %d s"
                .formatted(
                        Counted.of(finished.results().size(), "test"),
                        finished.count(TestOutcome.PASSED),
                        finished.count(TestOutcome.FAILED) + finished.count(TestOutcome.ERROR),
                        finished.count(TestOutcome.SKIPPED),
                        finished.took().toSeconds());
    }

    private void showVerdicts(Spec spec, SyncReport report) {
        var table = new TextTable(List.of("CRITERION", "STATE", "BECAUSE", "WORDS"));
        for (Verdict verdict : report.verdicts()) {
            CriterionId id = verdict.criterion().id();
            table.row(
                    id.value(),
                    words(verdict.state()),
                    verdict.reason(),
                    spec.criterion(id).map(criterion -> criterion.text()).orElse(""));
        }
        table.lines(console.width()).forEach(console::print);
        console.print();
    }

    private void changed(List<CriterionId> ids, String what) {
        if (!ids.isEmpty()) {
            console.print(
                    "%s: %s"
                            .formatted(
                                    what,
                                    ids.stream()
                                            .map(CriterionId::value)
                                            .collect(Collectors.joining(", "))));
        }
    }

    static String words(VerdictState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
