package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.SpecReading;
import kiro.spec.rule.SpecCheck;
import kiro.spec.rule.SpecFacts;
import kiro.spec.rule.SpecScore;

/// What came of checking specs.
///
/// @param checked how many, those that cannot be read included
/// @param findings in the order of files and lines
/// @param scores of those that can be read, in the order in which they were checked
/// @param suggested the criteria that are missing, for those specs that miss any
record Validation(
        int checked, List<Finding> findings, List<SpecScore> scores, List<Suggested> suggested) {
    Validation {
        findings = List.copyOf(findings);
        scores = List.copyOf(scores);
        suggested = List.copyOf(suggested);
    }

    /// One spec, checked by itself.
    sealed interface Part {
        record Whole(SpecFacts facts, Suggested suggested) implements Part {}

        record Broken(List<Finding> findings) implements Part {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param isSuggesting whether anybody is shown what is missing
    static Part part(SpecCheck check, SpecReading reading, boolean isSuggesting) {
        return switch (reading) {
            case SpecReading.Whole whole ->
                    new Part.Whole(
                            check.check(whole.spec()),
                            isSuggesting
                                    ? Suggested.of(whole.spec())
                                    : Suggested.nothing(whole.spec()));
            case SpecReading.Broken broken -> new Part.Broken(broken.findings());
        };
    }

    /// @param others findings about something else than the specs, such as the settings
    static Validation of(
            SpecCheck check, List<Part> parts, SpecCheck.Scope scope, List<Finding> others) {
        var facts = new ArrayList<SpecFacts>();
        var suggested = new ArrayList<Suggested>();
        var findings = new ArrayList<>(others);
        for (Part part : parts) {
            switch (part) {
                case Part.Whole whole -> {
                    facts.add(whole.facts());
                    suggested.add(whole.suggested());
                }
                case Part.Broken broken -> findings.addAll(broken.findings());
            }
        }
        List<Finding> found = check.findings(facts, scope);
        findings.addAll(found);
        findings.sort(Finding.ORDER);
        Map<String, List<Finding>> byFile =
                found.stream().collect(Collectors.groupingBy(Finding::file));
        List<SpecScore> scores =
                facts.stream()
                        .map(each ->
                                SpecScore.of(
                                        each, byFile.getOrDefault(each.path().value(), List.of())))
                        .toList();
        suggested.removeIf(Suggested::isEmpty);
        return new Validation(parts.size(), findings, scores, suggested);
    }

    /// The same with findings about something else than the specs.
    Validation with(List<Finding> others) {
        if (others.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(findings);
        all.addAll(others);
        all.sort(Finding.ORDER);
        return new Validation(checked, all, scores, suggested);
    }

    long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    boolean fails(boolean isStrict) {
        return count(Severity.ERROR) > 0 || (isStrict && count(Severity.WARNING) > 0);
    }
}
