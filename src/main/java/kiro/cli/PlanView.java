package kiro.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.spec.CriterionId;
import kiro.workspace.WorkspacePath;

/// A plan as a person sees it in a terminal.
final class PlanView {
    private PlanView() {}

    static void print(Console console, Plan plan) {
        var table = new TextTable(List.of("#", "Step", "Files", "Risk", "Criteria"));
        for (Step step : plan.steps()) {
            table.row(
                    String.valueOf(step.number()),
                    step.action(),
                    files(step.targets()),
                    step.risk().name().toLowerCase(Locale.ROOT),
                    criteria(step.criteria()));
        }
        List<String> lines = table.lines(console.width() - 1);
        console.print(console.styled(Style.BOLD, lines.getFirst()));
        lines.stream().skip(1).forEach(console::print);
        plan.notes()
                .forEach(note ->
                        TextTable.wrap("note: " + note, console.width() - 3)
                                .forEach(line ->
                                        console.print(console.styled(Style.YELLOW, "  " + line))));
    }

    /// The files by their own names: the plan's file has their whole paths.
    private static String files(List<WorkspacePath> paths) {
        return paths.isEmpty()
                ? "-"
                : paths.stream().map(WorkspacePath::name).collect(Collectors.joining(", "));
    }

    private static String criteria(List<CriterionId> ids) {
        return ids.isEmpty()
                ? "-"
                : ids.stream().map(CriterionId::value).collect(Collectors.joining(", "));
    }
}
