package kiro.spec;

import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// One of the files that a spec is made of.
///
/// @param sections what its headings open, with places in this file
/// @param text the file as it was read, byte for byte
public record SpecDocument(
        DocumentKind kind, WorkspacePath path, List<Section> sections, TextDocument text) {
    public SpecDocument {
        sections = List.copyOf(sections);
    }

    /// The first section with this heading, else the first that goes by another name of the same kind: `Criteria`
    /// is found as `Acceptance Criteria`.
    public Optional<Section> section(String heading) {
        return sections.stream()
                .filter(section -> section.isHeaded(heading))
                .findFirst()
                .or(() -> SectionKind.of(heading).flatMap(this::section));
    }

    public Optional<Section> section(SectionKind wanted) {
        for (Section section : sections) {
            if (section.isOf(wanted)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
