package kiro.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.evidence.Traces;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.TaskId;
import kiro.sync.SyncReport;

/// Shows on a terminal what the tests say of a spec.
final class SyncView {
    private final Console console;
    private final SyncOptions options;

    SyncView(Console console, SyncOptions options) {
        this.console = console;
        this.options = options;
    }

    void show(Spec spec, SyncReport report, TestRun run, Traces traces, List<String> note) {
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
        changed(words(report.ticked()), "ticked");
        changed(words(report.unticked()), "unticked");
        changed(tasks(report.tasks().done()), "tasks done");
        changed(tasks(report.tasks().reset()), "tasks reset");
        if (!note.isEmpty()) {
            console.print(
                    options.isCheck
                            ? "the plan would be noted against:"
                            : "noted against the plan:");
            note.forEach(line -> console.print("  " + line));
        }
        console.print(
                "%s: %d of %s proven"
                        .formatted(
                                report.spec(),
                                report.verdicts().stream().filter(Verdict::isProven).count(),
                                report.verdicts().size() == 1
                                        ? "1 criterion"
                                        : report.verdicts().size() + " criteria"));
        console.findings(report.findings());
        new TracesView(console, options.isVerbose).show(traces);
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
        Map<CriterionId, String> texts = new HashMap<>();
        spec.criteria().forEach(each -> texts.putIfAbsent(each.id(), each.text()));
        for (Verdict verdict : report.verdicts()) {
            CriterionId id = verdict.criterion().id();
            table.row(
                    id.value(),
                    state(report, verdict),
                    verdict.reason(),
                    texts.getOrDefault(id, ""));
        }
        table.lines(console.width()).forEach(console::print);
        console.print();
    }

    private static List<String> words(List<CriterionId> ids) {
        return ids.stream().map(CriterionId::value).toList();
    }

    private static List<String> tasks(List<TaskId> ids) {
        return ids.stream().map(TaskId::value).toList();
    }

    private void changed(List<String> ids, String done) {
        if (!ids.isEmpty()) {
            String what = options.isCheck ? "would be " + done : done;
            console.print("%s: %s".formatted(what, String.join(", ", ids)));
        }
    }

    private static String state(SyncReport report, Verdict verdict) {
        return report.accepted().stream()
                .filter(each -> each.criterion().equals(verdict.criterion().id()))
                .filter(each -> !verdict.isProven())
                .findFirst()
                .map(each -> each.kind().words())
                .orElseGet(() -> words(verdict.state()));
    }

    static String words(VerdictState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
