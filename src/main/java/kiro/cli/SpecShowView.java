package kiro.cli;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.finding.Severity;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecTask;

/// Shows one spec to people.
final class SpecShowView {
    private final Console console;

    SpecShowView(Console console) {
        this.console = console;
    }

    void show(ShownSpec shown) {
        Spec spec = shown.spec();
        console.print(console.styled(Style.BOLD, spec.name() + ": " + spec.title()));
        console.print(facts(shown));
        criteria(shown);
        tasks(spec);
        properties(spec);
        spec.documents().forEach(this::sections);
        findings(shown);
    }

    private String facts(ShownSpec shown) {
        var facts = new ArrayList<String>();
        facts.add(
                shown.spec().documents().stream()
                        .map(document -> document.path().value())
                        .collect(Collectors.joining(", ")));
        shown.changed()
                .map(time -> "changed " + time.atZone(ZoneOffset.UTC).toLocalDate())
                .ifPresent(facts::add);
        facts.add(
                "%d of %d criteria proven"
                        .formatted(shown.proven(), shown.spec().criteria().size()));
        facts.add(shown.state().words());
        return console.styled(Style.DIM, String.join(" · ", facts));
    }

    private void criteria(ShownSpec shown) {
        if (shown.spec().criteria().isEmpty()) {
            return;
        }
        console.print();
        var table = new TextTable(List.of("CRITERION", "STATE", "BECAUSE", "TASKS", "WORDS"));
        for (int i = 0; i < shown.spec().criteria().size(); i++) {
            AcceptanceCriterion criterion = shown.spec().criteria().get(i);
            Verdict verdict = shown.verdicts().get(i);
            table.row(
                    criterion.id().value(),
                    word(verdict.state()),
                    because(verdict),
                    shown.tasksOf(criterion).stream()
                            .map(task -> task.id().value())
                            .collect(Collectors.joining(", ")),
                    criterion.text());
        }
        table.lines(console.width()).forEach(console::print);
    }

    private static String because(Verdict verdict) {
        Optional<TestId> first = verdict.tests().stream().findFirst();
        String more = verdict.tests().size() > 1 ? " and %d more" : "";
        return verdict.reason()
                + first.map(test ->
                                " ("
                                        + test.name()
                                        + more.formatted(verdict.tests().size() - 1)
                                        + ")")
                        .orElse("");
    }

    private void tasks(Spec spec) {
        if (spec.tasks().isEmpty()) {
            return;
        }
        console.print();
        console.print(
                console.styled(
                        Style.BOLD,
                        "Tasks, %d of %d done"
                                .formatted(
                                        spec.tasks().stream().filter(SpecTask::isDone).count(),
                                        spec.tasks().size())));
        for (SpecTask task : spec.tasks()) {
            console.print(
                    "  %s[%s] %s %s%s%s"
                            .formatted(
                                    "  ".repeat(depth(spec, task)),
                                    task.state().mark(),
                                    task.id(),
                                    task.text(),
                                    task.isOptional() ? " (optional)" : "",
                                    serves(spec, task)));
        }
    }

    private static int depth(Spec spec, SpecTask task) {
        return task.above().flatMap(spec::task).map(above -> depth(spec, above) + 1).orElse(0);
    }

    private static String serves(Spec spec, SpecTask task) {
        String ids =
                spec.criteria().stream()
                        .map(AcceptanceCriterion::id)
                        .filter(id ->
                                task.requirements().stream()
                                        .anyMatch(citation -> citation.isOf(id)))
                        .map(CriterionId::value)
                        .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : " → " + ids;
    }

    private void properties(Spec spec) {
        if (spec.properties().isEmpty()) {
            return;
        }
        console.print();
        console.print(console.styled(Style.BOLD, "Properties"));
        spec.properties()
                .forEach(property ->
                        console.print(
                                "  %s %s → %s"
                                        .formatted(
                                                property.number(),
                                                property.name(),
                                                property.validates().stream()
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining(", ")))));
    }

    private void sections(SpecDocument document) {
        if (document.sections().isEmpty()) {
            return;
        }
        console.print();
        console.print(console.styled(Style.BOLD, "Sections of " + document.path().name()));
        for (Section section : document.sections()) {
            console.print(
                    "  %s%s, lines %d-%d"
                            .formatted(
                                    "  ".repeat(section.level() - 1),
                                    section.heading(),
                                    section.span().line(),
                                    section.span().endLine()));
        }
    }

    private void findings(ShownSpec shown) {
        console.print();
        if (shown.findings().isEmpty()) {
            console.print("nothing to repair");
            return;
        }
        console.print(
                "%s and %s: 'kiro spec validate %s' says where"
                        .formatted(
                                Counted.of(count(shown, Severity.ERROR), "error"),
                                Counted.of(count(shown, Severity.WARNING), "warning"),
                                shown.spec().name()));
    }

    private static long count(ShownSpec shown, Severity severity) {
        return shown.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
