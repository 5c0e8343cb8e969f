package kiro.cli;

import java.util.List;
import kiro.finding.Finding;
import kiro.finding.GithubAnnotations;
import kiro.gate.GateReport;
import kiro.gate.SpecStand;

/// Shows what the gate says; in a workflow of GitHub each finding is the mark of its line, and stands there once.
final class GateView {
    private final Console console;
    private final boolean isAnnotated;

    /// @param isAnnotated whether the output is read by GitHub Actions
    GateView(Console console, boolean isAnnotated) {
        this.console = console;
        this.isAnnotated = isAnnotated;
    }

    void show(GateReport report) {
        List<Finding> findings = report.all();
        if (!isAnnotated) {
            console.printFindings(findings);
        } else if (!findings.isEmpty()) {
            console.print(GithubAnnotations.of(findings));
        }
        report.debt()
                .ifPresent(debt ->
                        console.print(
                                (debt.isOwed() ? "a spec is owed: " : "no spec is owed: ")
                                        + debt.reason()));
        for (SpecStand spec : report.specs()) {
            console.print(
                    "%s: %d of %s proven%s"
                            .formatted(
                                    spec.spec(),
                                    spec.proven(),
                                    criteria(spec.criteria()),
                                    spec.findings().isEmpty() ? "" : ", not met"));
        }
        console.print(report.isOpen() ? "it may be merged" : "it may not be merged");
    }

    private static String criteria(int count) {
        return count + (count == 1 ? " criterion" : " criteria");
    }
}
