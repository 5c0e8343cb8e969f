package kiro.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.Section;
import kiro.spec.SectionKind;
import kiro.spec.Spec;
import kiro.spec.suggest.Accepted;
import kiro.text.TextDocument;

/// Writes a proposal into the files of a filled template. Every line that was not open stays as it is, but for the
/// running numbers of criteria.
final class Composer {
    private final FilledTemplate template;
    private final String main;
    private final Scratch scratch;

    Composer(FilledTemplate template, Scratch scratch) {
        this.template = template;
        this.main = template.main();
        this.scratch = scratch;
    }

    Composition compose(Proposal proposal) {
        var files = new LinkedHashMap<String, TextDocument>();
        var placed = new ArrayList<Composition.Placed>();
        Map<OpenLine, Proposal.Replacement> replaced = proposal.byLine();
        template.files()
                .forEach((name, document) ->
                        files.put(name, replace(name, document, replaced, placed)));
        var composed = new Composition(files, placed);
        if (!proposal.requirements().isEmpty()) {
            composed = withRequirements(composed, proposal.requirements());
        }
        return proposal.criteria().isEmpty()
                ? composed
                : withCriteria(composed, proposal.criteria());
    }

    private TextDocument replace(
            String name,
            TextDocument document,
            Map<OpenLine, Proposal.Replacement> replaced,
            List<Composition.Placed> placed) {
        var lines = new ArrayList<TextDocument.Line>();
        boolean isCountChanged = false;
        for (int number = 1; number <= document.lines().size(); number++) {
            TextDocument.Line line = document.lines().get(number - 1);
            var open = new OpenLine(name, number, line.text());
            Proposal.Replacement replacement = replaced.get(open);
            if (replacement == null) {
                lines.add(line);
                continue;
            }
            isCountChanged |= replacement.becomes().size() != 1;
            LineShape shape = LineShape.of(line.text());
            boolean isParagraph =
                    shape.kind() == LineShape.Kind.PROSE || shape.kind() == LineShape.Kind.NUMBERED;
            for (int i = 0; i < replacement.becomes().size(); i++) {
                if (isParagraph && i > 0) {
                    lines.add(new TextDocument.Line("", document.lineEnd()));
                }
                String text = shape.with(replacement.becomes().get(i)).orElseThrow();
                lines.add(new TextDocument.Line(text, line.end()));
                placed.add(
                        new Composition.Placed(
                                new Proposal.Part.Line(open, i), name, lines.size()));
            }
        }
        var written = new TextDocument(document.hasByteOrderMark(), lines);
        return isCountChanged && name.equals(main) ? Numbers.counted(written) : written;
    }

    /// Below the last item of the section, where there is one; else at its end.
    private Composition withRequirements(Composition composed, List<String> requirements) {
        TextDocument document = composed.file(main);
        Optional<Section> section =
                scratch.read(composed.files())
                        .flatMap(spec -> spec.section(SectionKind.REQUIREMENTS));
        if (section.isEmpty()) {
            return composed;
        }
        int at = 0;
        int end = section.get().span().line();
        for (int number = end + 1; number <= section.get().span().endLine(); number++) {
            String line = document.line(number);
            boolean isItem = LineShape.of(line).kind() == LineShape.Kind.ITEM;
            boolean goesOn = at == number - 1 && line.startsWith(" ") && !line.isBlank();
            at = isItem || goesOn ? number : at;
            end = line.isBlank() ? end : number;
        }
        var added = new ArrayList<String>();
        if (at == 0) {
            added.add("");
        }
        requirements.forEach(each -> added.add("- " + each));
        return inserted(
                composed,
                at == 0 ? end : at,
                added,
                requirements.size(),
                index -> new Proposal.Part.Requirement(index));
    }

    private Composition withCriteria(Composition composed, List<String> criteria) {
        Optional<Spec> spec = scratch.read(composed.files());
        if (spec.isEmpty() || spec.get().criteria().isEmpty()) {
            return composed;
        }
        TextDocument before = spec.get().document();
        TextDocument after = Accepted.words(spec.get(), criteria);
        int at = 0;
        while (at < before.lines().size() && before.line(at + 1).equals(after.line(at + 1))) {
            at++;
        }
        int count = after.lines().size() - before.lines().size();
        List<String> added =
                after.lines().subList(at, at + count).stream()
                        .map(TextDocument.Line::text)
                        .toList();
        return inserted(
                composed, at, added, criteria.size(), index -> new Proposal.Part.Criterion(index));
    }

    /// @param parts how many of the lines, blank ones left out, are parts of the proposal
    private Composition inserted(
            Composition composed,
            int at,
            List<String> lines,
            int parts,
            java.util.function.IntFunction<Proposal.Part> part) {
        var files = new LinkedHashMap<>(composed.files());
        files.put(main, composed.file(main).withLinesAfter(at, lines));
        var placed = new ArrayList<Composition.Placed>();
        composed.placed().forEach(each -> placed.add(each.below(main, at, lines.size())));
        int index = 0;
        for (int i = 0; i < lines.size() && index < parts; i++) {
            if (!lines.get(i).isBlank()) {
                placed.add(new Composition.Placed(part.apply(index), main, at + i + 1));
                index++;
            }
        }
        return new Composition(files, placed);
    }
}
