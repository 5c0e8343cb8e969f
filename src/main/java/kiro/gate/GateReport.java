package kiro.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.finding.Finding;

/// What the gate says.
///
/// @param debt empty where the specs alone were checked
/// @param specs those that were looked at
/// @param findings what is wrong beside them: no spec, no base
public record GateReport(Optional<SpecDebt> debt, List<SpecStand> specs, List<Finding> findings) {
    public GateReport {
        specs = List.copyOf(specs);
        findings = List.copyOf(findings);
    }

    public boolean isOpen() {
        return all().isEmpty();
    }

    /// Every finding, by place.
    public List<Finding> all() {
        return Stream.concat(
                        findings.stream(), specs.stream().flatMap(spec -> spec.findings().stream()))
                .sorted(Finding.ORDER)
                .toList();
    }
}
