package kiro.cli;

import java.util.LinkedHashMap;
import java.util.List;
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

    CreatedView(Console console) {
        this.console = console;
    }

    void show(SpecName name, WorkspacePath place, SpecTemplate from, SpecReading reading) {
        console.print(
                "created %s from template %s (%s)".formatted(place, from.name(), from.origin()));
        switch (reading) {
            case SpecReading.Broken broken -> console.findings(broken.findings());
            case SpecReading.Whole whole -> findings(SpecRules.check(whole.spec()));
        }
        console.print();
        console.print("Next: fill it in, then 'kiro spec validate %s'".formatted(name));
    }

    /// What a template leaves open is no fault yet; anything else is one of the template.
    private void findings(List<Finding> findings) {
        List<Finding> open = findings.stream().filter(NewSpec::isToFillIn).toList();
        if (!open.isEmpty()) {
            console.print("to fill in:");
        }
        SequencedMap<String, List<Finding>> byPlace =
                open.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CreatedView::place,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byPlace.forEach(
                (place, blanks) -> console.print("  %-9s%s".formatted(place, hints(blanks))));
        console.findings(
                findings.stream().filter(finding -> !NewSpec.isToFillIn(finding)).toList());
    }

    private static String place(Finding blank) {
        return "line " + blank.span().line();
    }

    private static String hints(List<Finding> blanks) {
        return blanks.stream()
                .map(blank -> blank.message().replaceFirst("^left to fill in: ", ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
