package kiro.evidence;

import java.util.List;
import kiro.finding.Finding;

/// What came out of reading the evidence of a spec.
public sealed interface EvidenceReading {
    /// All of it; none where there is no file.
    record Whole(List<Evidence> evidence) implements EvidenceReading {
        public Whole {
            evidence = List.copyOf(evidence);
        }
    }

    record Broken(List<Finding> findings) implements EvidenceReading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
