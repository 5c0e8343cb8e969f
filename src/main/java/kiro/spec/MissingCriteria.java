package kiro.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;

/// Says why a spec may have no criteria, at the line where it is to be repaired.
final class MissingCriteria {
    private static final String RULE = "spec/no-criteria";
    private static final String TITLE = SectionKind.ACCEPTANCE_CRITERIA.title();
    private static final Pattern BOXED = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+\\[[ xX]\\].*");

    private MissingCriteria() {}

    static Finding finding(Spec spec) {
        if (!spec.main().kind().hasCriteria()) {
            return Finding.error(
                    "spec/no-requirements",
                    spec.path().value(),
                    SourceSpan.start(),
                    "the spec's folder has no requirements.md, so nothing could ever be proven",
                    "write requirements.md or bugfix.md beside " + spec.path().name());
        }
        if (spec.isFolder()) {
            return inFolder(spec);
        }
        Optional<Section> section =
                spec.sections().stream()
                        .filter(each -> each.isOf(SectionKind.ACCEPTANCE_CRITERIA))
                        .findFirst();
        return section.map(found -> emptySection(spec, found))
                .or(() -> misspelt(spec))
                .or(() -> boxesElsewhere(spec))
                .orElseGet(() -> noSection(spec));
    }

    private static Finding inFolder(Spec spec) {
        return error(
                spec,
                spec.sections().stream()
                        .filter(each -> SectionWords.isCriteria(each.heading()))
                        .findFirst()
                        .map(each -> each.span().line())
                        .orElse(spec.document().lines().size()),
                "no acceptance criterion could be read",
                spec.main().kind() == DocumentKind.BUGFIX
                        ? "below '### Expected Behavior (Correct)', write each as a line '2.1 WHEN ... THEN the system SHALL ...'"
                        : "below '### Requirement 1' and '#### Acceptance Criteria', write each as an item '1. WHEN ... THE SYSTEM SHALL ...'");
    }

    private static Finding emptySection(Spec spec, Section section) {
        return boxedLine(spec, section.span().line(), section.span().endLine())
                .map(line ->
                        error(
                                spec,
                                line,
                                "no list item stands below '%s': Markdown reads line %d as code, a comment or a quotation"
                                        .formatted(section.heading(), line),
                                "take away the indentation, or close the comment or the code fence above it"))
                .orElseGet(() ->
                        error(
                                spec,
                                section.span().line(),
                                "no criterion stands below '%s'".formatted(section.heading()),
                                "write each as a line of its own: '- [ ] AC-1: what can be observed'"));
    }

    private static Optional<Finding> misspelt(Spec spec) {
        List<String> headings = spec.sections().stream().map(Section::heading).toList();
        return NearestNames.of(TITLE, headings).stream()
                .findFirst()
                .flatMap(spec::section)
                .map(near ->
                        error(
                                spec,
                                near.span().line(),
                                "the spec has no section '%s', but one called '%s'"
                                        .formatted(TITLE, near.heading()),
                                "call it '%s'".formatted(TITLE)));
    }

    private static Optional<Finding> boxesElsewhere(Spec spec) {
        return boxedLine(spec, 1, spec.document().lines().size())
                .map(line ->
                        error(
                                spec,
                                line,
                                "the spec has no section '%s'; the checkbox here is no criterion"
                                        .formatted(TITLE),
                                "put a heading '## %s' above the criteria".formatted(TITLE)));
    }

    private static Finding noSection(Spec spec) {
        return error(
                spec,
                spec.document().lines().size(),
                "the spec has no acceptance criteria, so nothing could ever be proven",
                "add a section '## %s' with a line '- [ ] AC-1: what can be observed' for each"
                        .formatted(TITLE));
    }

    private static Optional<Integer> boxedLine(Spec spec, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(number -> BOXED.matcher(spec.document().line(number)).matches())
                .boxed()
                .findFirst();
    }

    private static Finding error(Spec spec, int line, String message, String fix) {
        return Finding.error(
                RULE,
                spec.path().value(),
                SourceSpan.ofLine(line, spec.document().line(line).length()),
                message,
                fix);
    }
}
