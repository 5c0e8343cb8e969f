package kiro.plan;

import java.util.List;
import java.util.stream.Collectors;
import kiro.spec.CriterionId;
import kiro.workspace.WorkspacePath;

/// A plan as Markdown that a person reads and edits. The format is described in
/// `docs/formats/plan.md`; `PlanReader` reads it back.
public final class PlanMarkdown {
    private PlanMarkdown() {}

    public static String write(Plan plan) {
        var text = new StringBuilder("# Plan: ").append(oneLine(plan.title())).append("\n\n");
        text.append("- Task: ").append(oneLine(plan.task())).append('\n');
        plan.spec().ifPresent(spec -> text.append("- Spec: ").append(spec).append('\n'));
        text.append("\n## Steps\n");
        for (Step step : plan.steps()) {
            text.append("\n").append(step.number()).append(". [").append(mark(step.status()));
            text.append("] ").append(oneLine(step.action())).append('\n');
            text.append("   - Files: ").append(files(step.targets())).append('\n');
            text.append("   - Risk: ").append(word(step.risk())).append('\n');
            text.append("   - Criteria: ").append(criteria(step.criteria())).append('\n');
        }
        if (!plan.notes().isEmpty()) {
            text.append("\n## Notes\n\n");
            plan.notes().forEach(note -> text.append("- ").append(oneLine(note)).append('\n'));
        }
        return text.toString();
    }

    private static String files(List<WorkspacePath> targets) {
        return targets.isEmpty()
                ? PlanReader.NONE
                : targets.stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    }

    private static String criteria(List<CriterionId> criteria) {
        return criteria.isEmpty()
                ? PlanReader.NONE
                : criteria.stream().map(CriterionId::value).collect(Collectors.joining(", "));
    }

    private static String word(kiro.tool.Risk risk) {
        return switch (risk) {
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    private static char mark(StepStatus status) {
        return switch (status) {
            case PENDING -> ' ';
            case RUNNING -> '-';
            case DONE -> 'x';
            case FAILED -> '!';
            case SKIPPED -> '~';
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
