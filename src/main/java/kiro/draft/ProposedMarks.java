package kiro.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.text.TextDocument;

/// Says in a spec what a model proposed, until a person accepts it: a quotation below each criterion, and a comment
/// below the title that names the sections with other words of it.
final class ProposedMarks {
    private final String model;

    ProposedMarks(String model) {
        this.model = model.replaceAll("[`<>\\p{Cntrl}]|--", "");
    }

    /// @param criteria those that were proposed, as the composed spec has them
    SequencedMap<String, TextDocument> mark(
            Composition composition,
            Spec spec,
            List<AcceptanceCriterion> criteria,
            List<String> sections) {
        var files = new LinkedHashMap<>(composition.files());
        String main = composition.files().firstEntry().getKey();
        for (String name : files.keySet()) {
            main = name.equals(spec.path().name()) ? name : main;
        }
        TextDocument document = composition.file(main);
        List<AcceptanceCriterion> fromTheEnd = new ArrayList<>(criteria);
        fromTheEnd.sort(Comparator.comparingInt(each -> -each.span().endLine()));
        for (AcceptanceCriterion each : fromTheEnd) {
            document =
                    document.withLinesAfter(
                            each.span().endLine(),
                            List.of(mark(document.line(each.span().line()))));
        }
        files.put(main, sections.isEmpty() ? document : withHead(document, spec, sections));
        return files;
    }

    /// The line of a mark below an item, as far in as its words.
    String mark(String item) {
        LineShape shape = LineShape.of(item);
        String lead = shape.kind() == LineShape.Kind.ITEM ? shape.lead() : "";
        int mark = lead.length() - lead.stripLeading().length();
        while (mark < lead.length() && lead.charAt(mark) > ' ') {
            mark++;
        }
        return "%s> proposed by `%s` <!-- kiro:proposed %s -->"
                .formatted(" ".repeat(lead.isEmpty() ? 0 : mark + 1), model, model);
    }

    private TextDocument withHead(TextDocument document, Spec spec, List<String> sections) {
        int title = spec.sections().isEmpty() ? 0 : spec.sections().getFirst().span().line();
        return document.withLinesAfter(
                title,
                List.of(
                        "",
                        "<!-- kiro:proposed %s: %s -->"
                                .formatted(model, String.join(", ", sections).replace("--", "-"))));
    }

    /// The sections, and the other files, in which words were proposed that are no criteria.
    static List<String> sections(
            Composition composition, Spec spec, List<AcceptanceCriterion> criteria) {
        Set<String> sections = new LinkedHashSet<>();
        for (Composition.Placed each : composition.placed()) {
            boolean isCriterion =
                    criteria.stream().anyMatch(one -> one.span().line() == each.line());
            if (!each.file().equals(spec.path().name())) {
                sections.add(each.file());
            } else if (!isCriterion) {
                spec.sections().stream()
                        .filter(section -> section.span().line() <= each.line())
                        .reduce((first, second) -> second)
                        .map(Section::heading)
                        .ifPresent(sections::add);
            }
        }
        return List.copyOf(sections);
    }
}
