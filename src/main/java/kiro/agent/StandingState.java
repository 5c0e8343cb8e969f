package kiro.agent;

import java.util.List;
import java.util.stream.Collectors;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.Verdict;
import kiro.model.TaggedText;
import kiro.plan.Plan;
import kiro.plan.StepStatus;
import kiro.workspace.WorkspacePath;

/// What a model has to know of a run that is under way, as it is known and not as it was said: the beginning with the plan
/// as it stands, the files that were changed, what is open, the criteria as they were judged, and the step in hand.
final class StandingState {
    private final ProjectView project;
    private final ToolCaller tools;
    private final Measure measure;

    StandingState(ProjectView project, ToolCaller tools, Measure measure) {
        this.project = project;
        this.tools = tools;
        this.measure = measure;
    }

    String of(AgentTask task, Plan plan) {
        return new ContextBuilder(project).toExecute(task, plan).text()
                + changed(tools.changed())
                + open(tools.undone())
                + measure.last().map(StandingState::criteria).orElse("")
                + plan.steps().stream()
                        .filter(step -> step.status() == StepStatus.RUNNING)
                        .map(Execution::part)
                        .collect(Collectors.joining());
    }

    private static String changed(List<WorkspacePath> files) {
        return files.isEmpty()
                ? ""
                : TaggedText.of(
                                "changed-files",
                                "Changed in this run so far; read one again before you change it.\n"
                                        + files.stream()
                                                .map(WorkspacePath::value)
                                                .collect(Collectors.joining("\n")))
                        .render();
    }

    /// A summary may not say of a call that was under way at a kill that nobody knows its end.
    private static String open(List<UndoneCall> calls) {
        return calls.isEmpty()
                ? ""
                : TaggedText.of(
                                "open-calls",
                                "What calls set out to do in this run and is not known to be done; look before you make one again.\n"
                                        + calls.stream()
                                                .map(call -> call.subject() + ": " + call.reason())
                                                .collect(Collectors.joining("\n")))
                        .render();
    }

    private static String criteria(Check check) {
        return check.verdicts().isEmpty()
                ? ""
                : TaggedText.of(
                                "criteria-state",
                                check.verdicts().stream()
                                        .map(StandingState::line)
                                        .collect(Collectors.joining("\n")))
                        .render();
    }

    private static String line(Verdict verdict) {
        return "%s: %s, %s"
                .formatted(
                        verdict.criterion().id(),
                        verdict.isProven() ? "proven" : "not proven",
                        verdict.reason());
    }
}
