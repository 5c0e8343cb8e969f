package kiro.spec.rule;

import java.util.List;
import java.util.Set;
import kiro.finding.Finding;
import kiro.workspace.WorkspacePath;

/// What is kept of one spec when it has been checked by itself: what was found, and as little as the rules across specs
/// need.
public final class SpecFacts {
    private final String name;
    private final WorkspacePath path;
    private final int size;
    private final List<Finding> findings;
    private final List<Suppression> suppressions;
    private final Set<String> ids;
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
            kiro.spec.Spec spec,
            List<Finding> findings,
            List<Suppression> suppressions,
            Said said) {
        this.name = spec.name().value();
        this.path = spec.path();
        this.size = spec.criteria().size();
        this.findings = List.copyOf(findings);
        this.suppressions = List.copyOf(suppressions);
        this.ids =
                spec.criteria().stream()
                        .map(each -> each.id().value())
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        this.said = said;
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

    Set<String> ids() {
        return ids;
    }

    Said said() {
        return said;
    }
}
