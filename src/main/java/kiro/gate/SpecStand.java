package kiro.gate;

import java.util.List;
import kiro.finding.Finding;
import kiro.spec.SpecName;

/// How a spec stands before the gate.
///
/// @param criteria how many it has
/// @param proven for how many of them evidence holds
/// @param findings what keeps it from being met
public record SpecStand(SpecName spec, int criteria, int proven, List<Finding> findings) {
    public SpecStand {
        findings = List.copyOf(findings);
    }
}
