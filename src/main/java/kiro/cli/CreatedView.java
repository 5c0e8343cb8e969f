package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;

/// Shows a spec that was just made: what is left open in it, and what to do next.
final class CreatedView {
    private final Console console;
    private final SuggestedCriteria suggested;
    private final boolean isJson;

    CreatedView(Console console, SuggestedCriteria suggested, boolean isJson) {
        this.console = console;
        this.suggested = suggested;
        this.isJson = isJson;
    }

    /// @param accept which of the suggested criteria are added at once
    ExitCode show(Created created, Optional<String> accept) throws IOException {
        if (isJson) {
            return json(created, accept);
        }
        console.print(
                "created %s from template %s (%s)"
                        .formatted(
                                created.place(), created.from().name(), created.from().origin()));
        created.proposed().ifPresent(each -> proposed(created, each));
        ExitCode ended = ExitCode.OK;
        switch (created.reading()) {
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
        console.print("Next: fill it in, then 'kiro spec validate %s'".formatted(created.name()));
        return ended;
    }

    private ExitCode json(Created created, Optional<String> accept) throws IOException {
        ExitCode ended = ExitCode.OK;
        if (accept.isPresent() && created.reading() instanceof SpecReading.Whole whole) {
            ended = suggested.accept(whole.spec(), accept.get(), console::note);
        }
        console.print(CreatedJson.of(created));
        return ended;
    }

    /// What a model proposed, what of it did not stand, and what nobody told it.
    private void proposed(Created created, Created.Proposed by) {
        var words = new ArrayList<String>();
        if (!by.words().criteria().isEmpty()) {
            words.add(
                    by.words().criteria().size() == 1
                            ? "1 criterion"
                            : by.words().criteria().size() + " criteria");
        }
        if (!by.words().sections().isEmpty()) {
            words.add("words in " + String.join(", ", by.words().sections()));
        }
        console.print("proposed by %s: %s".formatted(by.model(), String.join(" and ", words)));
        console.print(
                "  read it, then 'kiro spec validate %s --accept proposed', or some: --accept AC-1,AC-3"
                        .formatted(created.name()));
        if (!by.words().unsaid().isEmpty()) {
            console.print("numbers that you did not give:");
            by.words().unsaid().forEach(each -> console.print("  " + each));
        }
        if (!by.words().refused().isEmpty()) {
            console.print("proposed and left out, as it breaks a rule:");
            by.words()
                    .refused()
                    .forEach(each ->
                            console.print("  '%s': %s".formatted(each.words(), each.reason())));
        }
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
