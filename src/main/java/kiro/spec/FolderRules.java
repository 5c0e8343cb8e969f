package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// Rules about how the documents of a spec's folder refer to each other.
final class FolderRules {
    private FolderRules() {}

    static List<Finding> check(Spec spec) {
        var findings = new ArrayList<Finding>();
        Optional<SpecDocument> tasks = spec.document(DocumentKind.TASKS);
        for (SpecTask task : tasks.isPresent() ? spec.tasks() : List.<SpecTask>of()) {
            for (Citation citation : task.requirements()) {
                if (!isKnown(spec, citation)) {
                    findings.add(unknown(spec, tasks.get(), "task " + task.id(), citation));
                }
            }
        }
        Optional<SpecDocument> design = spec.document(DocumentKind.DESIGN);
        for (CorrectnessProperty property :
                design.isPresent() ? spec.properties() : List.<CorrectnessProperty>of()) {
            for (Citation citation : property.validates()) {
                if (!isKnown(spec, citation)) {
                    findings.add(
                            unknown(spec, design.get(), "property " + property.number(), citation));
                }
            }
        }
        unread(spec).ifPresent(findings::add);
        for (SpecDocument document : spec.documents()) {
            if (SpecReader.isBlank(document.text())) {
                findings.add(empty(document));
            }
        }
        return findings;
    }

    private static Finding unknown(
            Spec spec, SpecDocument document, String who, Citation citation) {
        return Finding.warning(
                "spec/unknown-requirement",
                document.path().value(),
                citation.span(),
                "%s names %s, and %s has no such criterion"
                        .formatted(who, citation, spec.path().name()),
                "correct the number, or write the criterion");
    }

    private static boolean isKnown(Spec spec, Citation citation) {
        for (AcceptanceCriterion criterion : spec.criteria()) {
            if (citation.isExactly(criterion.id())) {
                return true;
            }
        }
        return spec.criteria().stream().anyMatch(criterion -> citation.isOf(criterion.id()))
                || spec.requirements().stream()
                        .flatMap(requirement -> requirement.id().stream())
                        .anyMatch(citation::isOf)
                || isProperty(spec, citation.from());
    }

    /// `P3` is what some call the third property of the design.
    private static boolean isProperty(Spec spec, String name) {
        return name.toUpperCase(Locale.ROOT).matches("P\\d+")
                && spec.document(DocumentKind.DESIGN).stream()
                        .flatMap(design -> design.sections().stream())
                        .map(section -> section.heading().toUpperCase(Locale.ROOT))
                        .anyMatch(heading ->
                                heading.matches(
                                        "(?:%s|PROPERTY %s)\\b.*"
                                                .formatted(
                                                        name.toUpperCase(Locale.ROOT),
                                                        name.substring(1))));
    }

    private static Finding empty(SpecDocument document) {
        return Finding.warning(
                "spec/empty-document",
                document.path().value(),
                SourceSpan.start(),
                "%s is empty".formatted(document.path().name()),
                "write it, or delete the file");
    }

    /// A `bugfix.md` beside a `requirements.md` is kept and not read.
    private static Optional<Finding> unread(Spec spec) {
        return spec.document(DocumentKind.BUGFIX)
                .filter(bugfix -> spec.main().kind() != DocumentKind.BUGFIX)
                .map(bugfix ->
                        Finding.warning(
                                "spec/two-requirements",
                                bugfix.path().value(),
                                SourceSpan.start(),
                                "the criteria are read from requirements.md, and not from this file beside it",
                                "move them there, or into a spec of their own"));
    }
}
