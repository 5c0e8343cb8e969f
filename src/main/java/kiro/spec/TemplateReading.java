package kiro.spec;

import java.util.List;
import kiro.finding.Finding;

/// What came out of looking for a template.
public sealed interface TemplateReading {
    record Whole(SpecTemplate template) implements TemplateReading {}

    record Broken(List<Finding> findings) implements TemplateReading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
