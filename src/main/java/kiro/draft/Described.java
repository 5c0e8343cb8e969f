package kiro.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.Section;
import kiro.spec.SectionKind;
import kiro.text.TextDocument;

/// A new spec in whose overview a person's description stands, in their own words.
public final class Described {
    private Described() {}

    /// The texts of the spec's files, by their names.
    public static SequencedMap<String, String> texts(Brief brief) {
        FilledTemplate filled = FilledTemplate.of(brief);
        var files = new LinkedHashMap<>(filled.files());
        TextDocument document = new Composition(files, List.of()).file(filled.main());
        Optional<Section> overview =
                new Scratch(brief.name(), brief.form())
                        .read(files)
                        .flatMap(spec -> spec.section(SectionKind.OVERVIEW));
        Optional<OpenLine> open =
                OpenLine.in(files).stream()
                        .filter(line -> line.file().equals(filled.main()))
                        .filter(line ->
                                overview.filter(section ->
                                                section.span().line() <= line.number()
                                                        && line.number()
                                                                <= section.span().endLine())
                                        .isPresent())
                        .findFirst();
        open.ifPresent(line ->
                files.put(
                        filled.main(),
                        document.withLine(line.number(), said(line, brief.description()))));
        return FilledTemplate.texts(files);
    }

    private static String said(OpenLine line, String description) {
        int from = line.text().indexOf("{{");
        int to = line.text().indexOf("}}", from) + 2;
        return line.text().substring(0, from)
                + description.replaceAll("\\s+", " ").strip()
                + line.text().substring(to);
    }
}
