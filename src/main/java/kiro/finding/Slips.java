package kiro.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.SourceSpan;

/// What is wrong with one file, as it is read.
public final class Slips {
    private final String group;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    /// @param group the beginning of the rules' names, such as `agents`
    /// @param file as messages name it
    public Slips(String group, String file) {
        this.group = group;
        this.file = file;
    }

    public void error(String rule, SourceSpan span, String message, String fix) {
        findings.add(Finding.error(group + "/" + rule, file, span, message, fix));
    }

    public void warning(String rule, SourceSpan span, String message, String fix) {
        findings.add(Finding.warning(group + "/" + rule, file, span, message, fix));
    }

    /// Something that a person may like to know.
    public void remark(String rule, SourceSpan span, String message, String fix) {
        findings.add(
                new Finding(
                        new RuleId(group + "/" + rule),
                        Severity.INFO,
                        file,
                        span,
                        message,
                        Optional.of(fix)));
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
