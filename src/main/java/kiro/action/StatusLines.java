package kiro.action;

import java.util.ArrayList;
import java.util.List;
import kiro.evidence.Verdict;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.sync.SyncReport;

/// What became of a spec's criteria, in lines for people.
final class StatusLines {
    private StatusLines() {}

    static List<String> of(Spec spec, SyncReport report) {
        var lines = new ArrayList<String>();
        long proven = report.verdicts().stream().filter(Verdict::isProven).count();
        lines.add(
                "%s: %d of %d criteria proven%s%s"
                        .formatted(
                                spec.name(),
                                proven,
                                report.verdicts().size(),
                                ids(", ticked ", report.ticked()),
                                ids(", unticked ", report.unticked())));
        report.verdicts().stream()
                .filter(verdict -> !report.isSettled(verdict))
                .forEach(verdict ->
                        lines.add(
                                "  %s: %s".formatted(verdict.criterion().id(), verdict.reason())));
        return lines;
    }

    private static String ids(String word, List<CriterionId> ids) {
        return ids.isEmpty()
                ? ""
                : word + Words.list(ids.stream().map(CriterionId::toString).toList());
    }
}
