package kiro.spec.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;

/// Holds what several specs say against each other, and applies what people wrote about rules that do not apply.
final class Project {
    private final RuleLevels levels;
    private final SpecCheck.Scope scope;
    private final Map<String, Report> reports = new HashMap<>();

    /// The ids of the specs that others refer to.
    private final Map<String, Set<String>> cited = new HashMap<>();

    Project(RuleLevels levels, SpecCheck.Scope scope) {
        this.levels = levels;
        this.scope = scope;
    }

    List<Finding> findings(List<SpecFacts> specs) {
        Map<String, SpecFacts> byName =
                specs.stream()
                        .collect(Collectors.toMap(SpecFacts::name, each -> each, (a, b) -> a));
        specs.forEach(spec -> reports.put(spec.path().value(), new Report(spec.path(), levels)));
        var conflicts = new Conflicts(this::add);
        var duplicates = new NearDuplicates();
        for (SpecFacts spec : specs) {
            spec.said().outcomes().forEach(conflicts::add);
            spec.said().numbers().forEach(conflicts::add);
            spec.said().texts().forEach(text -> duplicates.add(text).ifPresent(this::duplicate));
            spec.said().references().forEach(reference -> reference(spec, reference, byName));
        }
        new Dependencies(specs, byName, scope, this::report).check();
        var findings = new ArrayList<Finding>();
        for (SpecFacts spec : specs) {
            findings.addAll(unsuppressed(spec));
        }
        findings.sort(Finding.ORDER);
        return findings;
    }

    private Report report(SpecFacts spec) {
        return report(spec.path().value());
    }

    private Report report(String path) {
        Report report = reports.get(path);
        if (report == null) {
            throw new IllegalStateException("no spec " + path);
        }
        return report;
    }

    private void add(Rule rule, Place place, String message, String fix) {
        report(place.path().value()).add(rule, place.span(), message, fix);
    }

    private void duplicate(NearDuplicates.Pair pair) {
        Place again = pair.again().place();
        add(
                Rule.NEAR_DUPLICATE,
                again,
                "%s says almost the same as %s"
                        .formatted(again.name(), pair.first().place().from(again)),
                "delete one of them, or say how they differ");
    }

    private void reference(
            SpecFacts spec, References.Criterion reference, Map<String, SpecFacts> byName) {
        SpecFacts target = byName.get(reference.spec());
        if (target == null || report(spec).isOff(Rule.UNKNOWN_REFERENCE)) {
            return;
        }
        Set<String> known =
                cited.computeIfAbsent(target.name(), name -> new LinkedHashSet<>(target.ids()));
        if (!known.contains(reference.id())) {
            report(spec)
                    .add(
                            Rule.UNKNOWN_REFERENCE,
                            reference.span(),
                            "spec '%s' has no criterion %s"
                                    .formatted(reference.spec(), reference.id()),
                            nearest(reference.id(), known));
        }
    }

    static String nearest(String wrong, Set<String> known) {
        List<String> near = NearestNames.of(wrong, known);
        return near.isEmpty()
                ? "name one that there is, or take the reference out"
                : "did you mean %s?".formatted(String.join(" or ", near));
    }

    private List<Finding> unsuppressed(SpecFacts spec) {
        var all = new ArrayList<>(spec.findings());
        all.addAll(report(spec).findings());
        if (spec.suppressions().isEmpty()) {
            return all;
        }
        Set<Suppression> used = new HashSet<>();
        var kept = new ArrayList<Finding>();
        for (Finding finding : all) {
            List<Suppression> about =
                    spec.suppressions().stream()
                            .filter(each -> !each.reason().isEmpty() && each.isAbout(finding))
                            .toList();
            used.addAll(about);
            if (about.isEmpty()) {
                kept.add(finding);
            }
        }
        var report = new Report(spec.path(), levels);
        spec.suppressions().forEach(each -> judge(each, used.contains(each), report));
        kept.addAll(report.findings());
        return kept;
    }

    private static void judge(Suppression suppression, boolean isUsed, Report report) {
        SourceSpan place = suppression.place();
        List<String> unknown =
                suppression.rules().stream()
                        .filter(each -> Rule.of("spec/" + each).isEmpty())
                        .toList();
        if (suppression.rules().isEmpty() || suppression.reason().isEmpty()) {
            report.add(
                    Rule.BAD_SUPPRESSION,
                    place,
                    suppression.rules().isEmpty()
                            ? "the comment names no rule that it is about"
                            : "the comment gives no reason why the rule does not apply",
                    "write '<!-- kiro:ignore spec/RULE reason: WHY -->'");
        } else if (!unknown.isEmpty()) {
            List<String> near = RuleLevels.nearest("spec/" + unknown.getFirst());
            report.add(
                    Rule.BAD_SUPPRESSION,
                    place,
                    "there is no rule 'spec/%s'".formatted(unknown.getFirst()),
                    near.isEmpty()
                            ? "'kiro spec validate --rules' lists them"
                            : "did you mean %s?".formatted(String.join(" or ", near)));
        } else if (!isUsed) {
            report.add(
                    Rule.UNUSED_SUPPRESSION,
                    place,
                    "nothing that %s finds is suppressed here"
                            .formatted(String.join(", ", suppression.rules())),
                    "delete the comment");
        }
    }
}
