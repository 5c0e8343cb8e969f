package kiro.draft;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import kiro.spec.DocumentKind;
import kiro.spec.SpecTemplate;
import kiro.text.TextDocument;

/// The files of a new spec with the values of its template's parameters, and what else is open left open.
///
/// @param main the name of the one with the criteria
record FilledTemplate(SequencedMap<String, TextDocument> files, String main) {
    static FilledTemplate of(Brief brief) {
        var files = new LinkedHashMap<String, TextDocument>();
        SpecTemplate template = brief.template();
        switch (brief.form()) {
            case FILE ->
                    files.put(
                            brief.name() + ".md",
                            TextDocument.of(
                                    template.filled(brief.name(), brief.title(), brief.values())));
            case FOLDER ->
                    template.filledFiles(brief.name(), brief.title(), brief.values())
                            .forEach((name, text) -> files.put(name, TextDocument.of(text)));
        }
        String main =
                files.keySet().stream()
                        .filter(name ->
                                name.equals(DocumentKind.REQUIREMENTS.fileName())
                                        || name.equals(DocumentKind.BUGFIX.fileName()))
                        .findFirst()
                        .orElse(files.firstEntry().getKey());
        return new FilledTemplate(files, main);
    }

    static SequencedMap<String, String> texts(SequencedMap<String, TextDocument> files) {
        var texts = new LinkedHashMap<String, String>();
        files.forEach((name, document) -> texts.put(name, document.text()));
        return texts;
    }
}
