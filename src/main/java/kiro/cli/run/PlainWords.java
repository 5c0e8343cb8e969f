package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.Block;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.session.Event;
import kiro.spec.CriterionId;
import kiro.workspace.WorkspacePath;

/// What a screen reader is told of each event: whole lines that are understood by themselves, with no table, no sign and
/// no indentation that would have to be seen.
public final class PlainWords {
    private PlainWords() {}

    /// @param picture as it was before the event
    public static List<String> of(RunPicture picture, Event event) {
        return switch (event) {
            case Event.OfRun run -> run(run);
            case Event.OfPlan plan -> plan(plan);
            case Event.OfStep step -> List.of(step(picture, step));
            case Event.OfModel model -> model(picture, model);
            case Event.OfTool tool -> tool(tool);
            case Event.OfApproval approval -> approval(approval);
            case Event.OfTests tests -> tests(tests);
            case Event.OfCriteria criteria -> criteria(criteria);
            case Event.OfChild child -> ChildWords.of(child).stream().toList();
            case Event.OfPerson _, Event.Unknown _ -> List.of();
        };
    }

    private static List<String> run(Event.OfRun event) {
        return switch (event) {
            case Event.RunStarted started ->
                    List.of(
                            "run: %s%s, model %s, mode %s, session %s"
                                    .formatted(
                                            started.spec().map(spec -> spec + ": ").orElse(""),
                                            started.task(),
                                            started.model(),
                                            started.mode(),
                                            started.session()));
            case Event.RunResumed resumed ->
                    List.of(
                            "run goes on, model %s, mode %s"
                                    .formatted(resumed.model(), resumed.mode()));
            case Event.AgentChosen chosen -> List.of("agent: " + chosen.name());
            case Event.WorkspaceSeen seen -> List.of("project: " + String.join("; ", seen.lines()));
            case Event.Warned warned -> List.of("warning: " + warned.text());
            case Event.RunEnded _ -> List.of();
        };
    }

    private static List<String> plan(Event.OfPlan event) {
        return switch (event) {
            case Event.PlanProposed proposed -> {
                var lines = new ArrayList<String>();
                lines.add(
                        "plan: %s, %d steps, saved in %s"
                                .formatted(
                                        proposed.plan().title(),
                                        proposed.plan().steps().size(),
                                        proposed.file()));
                lines.addAll(steps(proposed.plan()));
                yield lines;
            }
            case Event.PlanApproved approved ->
                    List.of(approved.isEdited() ? "plan approved, as edited" : "plan approved");
            case Event.Estimated estimated ->
                    Stream.concat(Stream.of(estimated.words()), estimated.limits().stream())
                            .toList();
            case Event.PlanRejected rejected -> List.of("plan rejected: " + rejected.reason());
        };
    }

    /// Each step, and each note, of a plan.
    static List<String> steps(Plan plan) {
        return Stream.concat(
                        plan.steps().stream().map(step -> step(step, plan.steps().size())),
                        plan.notes().stream().map(note -> "note: " + note))
                .toList();
    }

    private static String step(Step step, int of) {
        String files =
                step.targets().stream().map(WorkspacePath::value).collect(Collectors.joining(", "));
        String criteria =
                step.criteria().stream().map(CriterionId::value).collect(Collectors.joining(", "));
        return "step %d of %d, %s risk: %s%s%s"
                .formatted(
                        step.number(),
                        of,
                        step.risk().name().toLowerCase(java.util.Locale.ROOT),
                        step.action(),
                        files.isEmpty() ? "" : ", files " + files,
                        criteria.isEmpty() ? "" : ", criteria " + criteria);
    }

    private static String step(RunPicture picture, Event.OfStep event) {
        return switch (event) {
            case Event.StepStarted started ->
                    "step %d of %d begins: %s"
                            .formatted(started.number(), picture.steps(), started.action());
            case Event.StepFinished finished ->
                    "step %d is %s%s"
                            .formatted(
                                    finished.number(),
                                    RunWords.word(finished.status()),
                                    finished.summary().isBlank()
                                                    || finished.status()
                                                            == kiro.plan.StepStatus.DONE
                                            ? ""
                                            : ": " + finished.summary());
        };
    }

    private static List<String> model(RunPicture picture, Event.OfModel event) {
        return switch (event) {
            case Event.Told _, Event.ModelAsked _, Event.ContextLaid _, Event.FactsRecalled _ ->
                    List.of();
            case Event.Compacted compacted ->
                    List.of(
                            "context shortened from about %,d tokens to %,d"
                                    .formatted(compacted.before(), compacted.after()));
            case Event.ModelAnswered answered ->
                    answered.blocks().stream()
                            .filter(Block.Text.class::isInstance)
                            .map(block -> ((Block.Text) block).text().strip())
                            .filter(text -> !text.isEmpty() && !text.equals(picture.action()))
                            .map(text -> "model: " + text)
                            .toList();
            case Event.ModelFailed failed ->
                    List.of(
                            "model failed: %s%s"
                                    .formatted(
                                            failed.message(),
                                            failed.retryAfter()
                                                    .map(wait ->
                                                            ", next try in "
                                                                    + Elapsed.precise(wait))
                                                    .orElse(", no more tries")));
        };
    }

    private static List<String> tool(Event.OfTool event) {
        return switch (event) {
            case Event.ToolIntended intended -> List.of("tool: " + intended.summary());
            case Event.LeftUndone _ -> List.of();
            case Event.FilesChanged changed ->
                    List.of(
                            "changed: "
                                    + changed.files().stream()
                                            .map(file -> file.path().value())
                                            .collect(Collectors.joining(", ")));
            case Event.ToolStopped stopped -> List.of("stopped: " + stopped.words());
            case Event.ToolFinished finished ->
                    finished.isError()
                            ? List.of(finished.outcome() + ": " + finished.words())
                            : List.of();
        };
    }

    private static List<String> approval(Event.OfApproval event) {
        return switch (event) {
            case Event.ApprovalAsked _ -> List.of();
            case Event.ApprovalGiven given ->
                    List.of(
                            "%s: %s%s"
                                    .formatted(
                                            given.isAllowed() ? "allowed" : "denied",
                                            given.subject(),
                                            given.reason().isEmpty() ? "" : ", " + given.reason()));
        };
    }

    private static List<String> tests(Event.OfTests event) {
        return switch (event) {
            case Event.TestsRan ran ->
                    List.of(
                            "tests: %d passed, %d failed, %d skipped, in %s"
                                    .formatted(
                                            ran.passed(),
                                            ran.failed(),
                                            ran.skipped(),
                                            Elapsed.precise(ran.took())));
            case Event.TestsStood _ -> List.of();
            case Event.TestsWeakened weakened ->
                    weakened.tests().stream().map(test -> "weakened: " + test.line()).toList();
            case Event.TestsNotMeasured not ->
                    List.of("tests could not be measured: " + not.reason());
        };
    }

    private static List<String> criteria(Event.OfCriteria event) {
        return switch (event) {
            case Event.CriteriaJudged judged ->
                    List.of("criteria: " + RunWords.proven(judged.verdicts()));
            case Event.DoneRefused refused ->
                    Stream.concat(
                                    Stream.of(
                                            "not done yet, round %d: %s"
                                                    .formatted(
                                                            refused.round(),
                                                            RunWords.lacking(refused))),
                                    refused.reasons().stream())
                            .toList();
            case Event.CriteriaTicked _ -> List.of();
        };
    }
}
