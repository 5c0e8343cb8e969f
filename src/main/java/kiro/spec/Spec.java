package kiro.spec;

import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// A specification: what is wanted, and the criteria by which it is met.
///
/// @param title the words of the first heading; the name where there is none, or where it is that of a section
///     which every spec has
/// @param document the file as it was read, byte for byte
public record Spec(
        SpecName name,
        WorkspacePath path,
        String title,
        List<Section> sections,
        List<Requirement> requirements,
        List<AcceptanceCriterion> criteria,
        TextDocument document) {
    public Spec {
        sections = List.copyOf(sections);
        requirements = List.copyOf(requirements);
        criteria = List.copyOf(criteria);
    }

    /// The first section with this heading, else the first that goes by another name of the same kind: `Criteria`
    /// is found as `Acceptance Criteria`.
    public Optional<Section> section(String heading) {
        return sections.stream()
                .filter(section -> section.isHeaded(heading))
                .findFirst()
                .or(() -> SectionKind.of(heading).flatMap(this::section));
    }

    public Optional<Section> section(SectionKind kind) {
        return sections.stream().filter(section -> section.isOf(kind)).findFirst();
    }

    public Optional<AcceptanceCriterion> criterion(CriterionId id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    /// The project-wide name of one of this spec's criteria.
    public CriterionRef ref(AcceptanceCriterion criterion) {
        return new CriterionRef(name, criterion.id());
    }
}
