package kiro.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.finding.Finding;
import kiro.finding.RuleDescription;
import kiro.finding.Sarif;
import kiro.finding.Suppression;
import kiro.steering.check.CheckResult;
import kiro.steering.project.Allowances;
import kiro.steering.project.BaselineFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.Waiver;
import kiro.steering.rule.Violation;

/// What a check of the steering found, for code scanning services: what is let stand is suppressed, with who lets it.
final class SteeringSarif {
    private SteeringSarif() {}

    static String of(
            String version,
            ProjectSteering known,
            CheckResult result,
            Allowances.Verdict verdict,
            List<Finding> findings) {
        List<RuleDescription> rules =
                known.rules().stream()
                        .map(rule ->
                                new RuleDescription(
                                        rule.id(),
                                        rule.severity(),
                                        rule.origin().sentence(),
                                        "%s (%s)"
                                                .formatted(
                                                        rule.origin().sentence(),
                                                        rule.origin().file())))
                        .toList();
        Map<Finding, String> prints = new HashMap<>();
        result.violations().forEach(each -> prints.put(each.finding(), each.print()));
        var suppressed = new ArrayList<Suppression.Suppressed>();
        for (Allowances.Waived each : verdict.waived()) {
            suppressed.add(suppressed(each.violation(), waiver(each), prints));
        }
        var baseline =
                new Suppression(
                        Suppression.Kind.EXTERNAL,
                        "it was there when %s was written".formatted(BaselineFile.PATH));
        for (Violation each : verdict.known()) {
            suppressed.add(suppressed(each, baseline, prints));
        }
        return new Sarif(version, rules, finding -> prints.getOrDefault(finding, ""))
                .write(findings, suppressed);
    }

    private static Suppression.Suppressed suppressed(
            Violation violation, Suppression suppression, Map<Finding, String> prints) {
        prints.put(violation.finding(), violation.print());
        return new Suppression.Suppressed(violation.finding(), suppression);
    }

    private static Suppression waiver(Allowances.Waived each) {
        Waiver waiver = each.waiver();
        boolean isInSource = waiver.file().equals(each.violation().path());
        return new Suppression(
                isInSource ? Suppression.Kind.IN_SOURCE : Suppression.Kind.EXTERNAL,
                "waived by %s until %s%s"
                        .formatted(
                                waiver.owner(),
                                waiver.until(),
                                waiver.reason().isEmpty() ? "" : ": " + waiver.reason()));
    }
}
