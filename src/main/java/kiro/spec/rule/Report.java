package kiro.spec.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// Gathers what the rules find in one spec, at the levels in force.
final class Report {
    /// One spec with more findings of a rule than these has one problem, not many.
    private static final int MOST_OF_A_RULE = 200;

    private final WorkspacePath path;
    private final RuleLevels levels;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Rule, Integer> counts = new HashMap<>();

    Report(WorkspacePath path, RuleLevels levels) {
        this.path = path;
        this.levels = levels;
    }

    boolean isOff(Rule rule) {
        return levels.of(rule).isEmpty() || counts.getOrDefault(rule, 0) >= MOST_OF_A_RULE;
    }

    void add(Rule rule, SourceSpan span, String message, String fix) {
        Optional<Severity> level = levels.of(rule);
        if (level.isPresent() && counts.merge(rule, 1, Integer::sum) <= MOST_OF_A_RULE) {
            findings.add(
                    new Finding(
                            rule.id(), level.get(), path.value(), span, message, Optional.of(fix)));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
