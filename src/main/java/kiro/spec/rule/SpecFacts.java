package kiro.spec.rule;

import java.util.ArrayList;
import java.util.List;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.workspace.WorkspacePath;

/// What is kept of one spec when it has been checked by itself: what was found, and as little as the rules across specs
/// need.
public final class SpecFacts {
    private final String name;
    private final WorkspacePath path;
    private final int size;
    private final List<Finding> findings;
    private final List<Suppression> suppressions;
    private final List<String> ids;
    private final Said said;

    /// What the spec says that another may contradict, repeat or build on.
    record Said(
            List<OutcomeFact> outcomes,
            List<NumberFact> numbers,
            List<TextFact> texts,
            List<References.Criterion> references,
            List<References.Dependency> dependencies) {
        Said {
            outcomes = List.copyOf(outcomes);
            numbers = List.copyOf(numbers);
            texts = List.copyOf(texts);
            references = List.copyOf(references);
            dependencies = List.copyOf(dependencies);
        }
    }

    SpecFacts(
            String name,
            WorkspacePath path,
            int size,
            List<Finding> findings,
            List<Suppression> suppressions,
            List<String> ids,
            Said said) {
        this.name = name;
        this.path = path;
        this.size = size;
        this.findings = List.copyOf(findings);
        this.suppressions = List.copyOf(suppressions);
        this.ids = List.copyOf(ids);
        this.said = said;
    }

    static SpecFacts of(
            Spec spec, List<Finding> findings, List<Suppression> suppressions, Said said) {
        var ids = new ArrayList<String>(spec.criteria().size());
        for (AcceptanceCriterion criterion : spec.criteria()) {
            ids.add(criterion.id().value());
        }
        return new SpecFacts(
                spec.name().value(),
                spec.path(),
                spec.criteria().size(),
                findings,
                suppressions,
                ids,
                said);
    }

    public WorkspacePath path() {
        return path;
    }

    /// How many criteria the spec has.
    public int size() {
        return size;
    }

    String name() {
        return name;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    /// The ids of its criteria, in their order.
    List<String> ids() {
        return ids;
    }

    Said said() {
        return said;
    }
}
