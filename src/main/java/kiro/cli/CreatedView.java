package kiro.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.spec.SpecTemplate;
import kiro.workspace.WorkspacePath;

/// Shows a spec that was just made: what is left open in it, and what to do next.
final class CreatedView {
    private final Console console;
    private final SuggestedCriteria suggested;

    CreatedView(Console console, SuggestedCriteria suggested) {
        this.console = console;
        this.suggested = suggested;
    }

    /// @param accept which of the suggested criteria are added at once
    ExitCode show(
            SpecName name,
            WorkspacePath place,
            SpecTemplate from,
            SpecReading reading,
            Optional<String> accept)
            throws IOException {
        console.print(
                "created %s from template %s (%s)".formatted(place, from.name(), from.origin()));
        ExitCode ended = ExitCode.OK;
        switch (reading) {
            case SpecReading.Broken broken -> console.findings(broken.findings());
            case SpecReading.Whole whole -> {
                findings(SpecRules.check(whole.spec()), !whole.spec().isFolder());
                if (accept.isPresent()) {
                    ended = suggested.accept(whole.spec(), accept.get(), console::print);
                } else {
                    suggested.show(Suggested.of(whole.spec()));
                }
            }
        }
        console.print();
        console.print("Next: fill it in, then 'kiro spec validate %s'".formatted(name));
        return ended;
    }

    /// What a template leaves open is no fault yet; anything else is one of the template.
    private void findings(List<Finding> findings, boolean isOneFile) {
        List<Finding> open = findings.stream().filter(NewSpec::isToFillIn).toList();
        if (!open.isEmpty()) {
            console.print("to fill in:");
        }
        SequencedMap<String, List<Finding>> byPlace =
                open.stream()
                        .collect(
                                Collectors.groupingBy(
                                        blank -> place(blank, isOneFile),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byPlace.forEach((place, blanks) ->
                console.print(
                        (isOneFile ? "  %-9s%s" : "  %-21s%s").formatted(place, hints(blanks))));
        console.findings(
                findings.stream().filter(finding -> !NewSpec.isToFillIn(finding)).toList());
    }

    private static String place(Finding blank, boolean isOneFile) {
        String file = blank.file().substring(blank.file().lastIndexOf('/') + 1);
        return (isOneFile ? "line " : file + ":") + blank.span().line();
    }

    private static String hints(List<Finding> blanks) {
        return blanks.stream()
                .map(blank -> blank.message().replaceFirst("^left to fill in: ", ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
