package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.TextDocument;

/// What people said about suggestions that they do not want, each with its reason:
/// `<!-- kiro:not-needed spec/missing-404 GET /orders/{id} reason: every id exists -->`.
///
/// @param names of the dismissed suggestions; one without a scope stands for all of its rule
record Dismissals(List<String> names) {
    private static final Pattern FORM =
            Pattern.compile(
                    "<!--\\s*kiro:not-needed\\s+(?<name>spec/missing-[a-z0-9-]+(?:\\s+\\S+ /\\S*)?)\\s+reason:\\s*(?<reason>\\S.*?)\\s*-->");

    Dismissals {
        names = List.copyOf(names);
    }

    static Dismissals in(TextDocument document) {
        if (!document.text().contains("kiro:not-needed")) {
            return new Dismissals(List.of());
        }
        var names = new ArrayList<String>();
        for (TextDocument.Line line : document.lines()) {
            if (line.text().contains("kiro:not-needed")) {
                Matcher found = FORM.matcher(line.text());
                while (found.find()) {
                    names.add(found.group("name").replaceAll("\\s+", " "));
                }
            }
        }
        return new Dismissals(names);
    }

    boolean dismiss(Suggestion suggestion) {
        return names.contains(suggestion.rule().value()) || names.contains(suggestion.name());
    }
}
