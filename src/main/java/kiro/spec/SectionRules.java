package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// Rules about the sections of a spec.
final class SectionRules {
    /// Acceptance criteria are missed by a rule of their own.
    private static final List<SectionKind> REQUIRED =
            List.of(SectionKind.OVERVIEW, SectionKind.REQUIREMENTS);

    private SectionRules() {}

    static List<Finding> check(Spec spec) {
        var findings = new ArrayList<Finding>();
        for (SectionKind kind : REQUIRED) {
            if (spec.section(kind).isEmpty()) {
                findings.add(missing(spec, kind));
            }
        }
        for (Section section : spec.sections()) {
            if (section.isEmpty() && !section.isOf(SectionKind.ACCEPTANCE_CRITERIA)) {
                findings.add(empty(spec, section));
            }
        }
        for (SectionKind kind : SectionKind.values()) {
            repeated(spec, kind).ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding missing(Spec spec, SectionKind kind) {
        return Finding.error(
                "spec/missing-section",
                spec.path().value(),
                SourceSpan.start(),
                "the spec has no section '%s'".formatted(kind.title()),
                switch (kind) {
                    case OVERVIEW ->
                            "add '## Overview': for whom this is, and why, in a sentence or two";
                    case REQUIREMENTS ->
                            "add '## Requirements': what is wanted, one list item each";
                    case ACCEPTANCE_CRITERIA, TECHNICAL_APPROACH, CONSTRAINTS ->
                            "add '## %s'".formatted(kind.title());
                });
    }

    private static Finding empty(Spec spec, Section section) {
        boolean isRequired = REQUIRED.stream().anyMatch(section::isOf);
        String message = "section '%s' is empty".formatted(section.heading());
        String fix = "write it, or delete its heading";
        SourceSpan heading =
                SourceSpan.ofLine(
                        section.span().line(),
                        spec.document().line(section.span().line()).length());
        return isRequired
                ? Finding.error(
                        "spec/empty-section", spec.path().value(), heading, message, "write it")
                : Finding.warning("spec/empty-section", spec.path().value(), heading, message, fix);
    }

    /// Where headings number the requirements, each has criteria of its own.
    private static Optional<Finding> repeated(Spec spec, SectionKind kind) {
        var same = new ArrayList<Section>();
        for (Section section : spec.sections()) {
            if (section.level() <= 2 && section.heading().equalsIgnoreCase(kind.title())) {
                same.add(section);
            }
        }
        if (same.size() < 2) {
            return Optional.empty();
        }
        SourceSpan again = same.get(1).span();
        return Optional.of(
                Finding.warning(
                        "spec/repeated-section",
                        spec.path().value(),
                        SourceSpan.ofLine(
                                again.line(), spec.document().line(again.line()).length()),
                        "section '%s' stands in line %d already"
                                .formatted(kind.title(), same.getFirst().span().line()),
                        "join the two"));
    }
}
