package kiro.plan;

import java.util.List;
import kiro.finding.Finding;

/// What came out of reading a plan's text.
public sealed interface PlanReading {
    record Whole(Plan plan) implements PlanReading {}

    /// The text is no plan: what is wrong, with places.
    record Broken(List<Finding> findings) implements PlanReading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
