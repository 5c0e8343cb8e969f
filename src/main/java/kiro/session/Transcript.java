package kiro.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.evidence.Verdict;
import kiro.evidence.Weakening;
import kiro.model.Block;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.spec.CriterionId;

/// A session as words that a person reads, one entry for each thing that happened.
public final class Transcript {
    private Transcript() {}

    /// @param kind one word, such as `tool`
    /// @param title one line
    /// @param body what belongs to it, of any number of lines; empty where there is no more to say
    public record Entry(Recorded recorded, String kind, String title, String body) {}

    public static List<Entry> of(LogReading log) {
        var entries = new ArrayList<Entry>();
        var prefixes = new PrefixWatch();
        for (Recorded record : log.records()) {
            entries.addAll(entries(record));
            prefixes.of(record).ifPresent(entries::add);
        }
        return entries;
    }

    private static List<Entry> entries(Recorded recorded) {
        return switch (recorded.event()) {
            case Event.OfRun run -> List.of(run(recorded, run));
            case Event.OfPlan plan -> List.of(plan(recorded, plan));
            case Event.OfStep step -> List.of(step(recorded, step));
            case Event.OfModel model -> model(recorded, model);
            case Event.OfTool tool -> List.of(tool(recorded, tool));
            case Event.OfApproval approval -> List.of(approval(recorded, approval));
            case Event.OfTests tests -> List.of(tests(recorded, tests));
            case Event.OfCriteria criteria -> List.of(criteria(recorded, criteria));
            case Event.PersonSaid said -> List.of(new Entry(recorded, "person", "", said.words()));
            case Event.TurnStopped _ ->
                    List.of(new Entry(recorded, "person", "stopped the model", ""));
            case Event.OfChild child -> child(recorded, child);
            case Event.Unknown unknown ->
                    List.of(
                            new Entry(
                                    recorded,
                                    "unknown",
                                    "an event that this version does not know: " + unknown.type(),
                                    unknown.json()));
        };
    }

    /// What a child did is told as what the run did, with the child's id before it.
    private static List<Entry> child(Recorded recorded, Event.OfChild event) {
        String of = "child " + event.child();
        return switch (event) {
            case Event.ChildStarted started ->
                    List.of(
                            new Entry(
                                    recorded,
                                    "child",
                                    of
                                            + (started.agent().isEmpty()
                                                    ? " begins"
                                                    : " begins as " + started.agent()),
                                    started.task()));
            case Event.ChildDid did ->
                    entries(new Recorded(recorded.sequence(), recorded.at(), did.event())).stream()
                            .map(entry ->
                                    new Entry(
                                            recorded,
                                            entry.kind(),
                                            of
                                                    + (entry.title().isEmpty() ? "" : ": ")
                                                    + entry.title(),
                                            entry.body()))
                            .toList();
            case Event.ChildEnded ended ->
                    List.of(
                            new Entry(
                                    recorded,
                                    "child",
                                    of + " ends: " + ended.end(),
                                    ended.reason()));
        };
    }

    private static Entry run(Recorded recorded, Event.OfRun event) {
        return switch (event) {
            case Event.AgentChosen chosen ->
                    new Entry(recorded, "agent", chosen.name() + ", " + chosen.file(), "");
            case Event.RunStarted started ->
                    new Entry(
                            recorded,
                            "run",
                            started.spec().map(spec -> spec + ": ").orElse("") + started.task(),
                            "model %s, mode %s, kiro %s"
                                    .formatted(started.model(), started.mode(), started.version()));
            case Event.RunResumed resumed ->
                    new Entry(
                            recorded,
                            "run",
                            "goes on",
                            "model %s, mode %s, kiro %s"
                                    .formatted(resumed.model(), resumed.mode(), resumed.version()));
            case Event.WorkspaceSeen seen ->
                    new Entry(recorded, "project", "", String.join("\n", seen.lines()));
            case Event.Warned warned -> new Entry(recorded, "warning", warned.text(), "");
            case Event.RunEnded ended ->
                    new Entry(
                            recorded,
                            "end",
                            ended.end() + (ended.reason().isEmpty() ? "" : ": " + ended.reason()),
                            "");
        };
    }

    private static Entry plan(Recorded recorded, Event.OfPlan event) {
        return switch (event) {
            case Event.PlanProposed proposed ->
                    new Entry(
                            recorded,
                            "plan",
                            "proposed: " + proposed.plan().title(),
                            steps(proposed.plan()));
            case Event.PlanApproved approved ->
                    new Entry(
                            recorded,
                            "plan",
                            approved.isEdited() ? "approved, edited by a person" : "approved",
                            approved.isEdited() ? steps(approved.plan()) : "");
            case Event.Estimated estimated ->
                    new Entry(
                            recorded,
                            "plan",
                            estimated.words(),
                            String.join("\n", estimated.limits()));
            case Event.PlanRejected rejected ->
                    new Entry(recorded, "plan", "rejected: " + rejected.reason(), "");
        };
    }

    private static String steps(Plan plan) {
        return Stream.concat(
                        plan.steps().stream().map(Transcript::line),
                        plan.notes().stream().map(note -> "note: " + note))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Step step) {
        return step.number()
                + ". "
                + step.action()
                + step.targets().stream()
                        .map(Object::toString)
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.joining(", "),
                                        files -> files.isEmpty() ? "" : " (" + files + ")"));
    }

    private static Entry step(Recorded recorded, Event.OfStep event) {
        return switch (event) {
            case Event.StepStarted step ->
                    new Entry(recorded, "step", step.number() + ". " + step.action(), "");
            case Event.StepFinished step ->
                    new Entry(
                            recorded,
                            "step",
                            "%d is %s"
                                    .formatted(
                                            step.number(),
                                            step.status().name().toLowerCase(Locale.ROOT)),
                            step.summary());
        };
    }

    private static List<Entry> model(Recorded recorded, Event.OfModel event) {
        return switch (event) {
            case Event.Told _, Event.ModelAsked _ -> List.of();
            case Event.ContextLaid laid ->
                    List.of(new Entry(recorded, "context", tokens(laid), ""));
            case Event.FactsRecalled recalled ->
                    recalled.facts().stream()
                            .map(fact ->
                                    new Entry(
                                            recorded,
                                            "memory",
                                            fact.id() + " (" + fact.reason() + ")",
                                            fact.text()))
                            .toList();
            case Event.Compacted compacted ->
                    List.of(new Entry(recorded, "context", shortened(compacted), ""));
            case Event.ModelAnswered answered ->
                    answered.blocks().stream()
                            .filter(Block.Text.class::isInstance)
                            .map(block -> ((Block.Text) block).text().strip())
                            .filter(words -> !words.isEmpty())
                            .map(words -> new Entry(recorded, "model", "", words))
                            .toList();
            case Event.ModelFailed failed ->
                    List.of(
                            new Entry(
                                    recorded,
                                    "model",
                                    failed.kind()
                                            + ": "
                                            + failed.message()
                                            + failed.retryAfter()
                                                    .map(wait -> "; next try in " + seconds(wait))
                                                    .orElse("; no more tries"),
                                    ""));
        };
    }

    private static String tokens(Event.ContextLaid laid) {
        long tokens = laid.parts().stream().mapToLong(Event.ContextPart::tokens).sum();
        return "about %,d tokens of %,d".formatted(tokens, laid.window());
    }

    private static String shortened(Event.Compacted compacted) {
        return "%s from about %,d tokens to %,d"
                .formatted(compacted.way(), compacted.before(), compacted.after());
    }

    private static Entry tool(Recorded recorded, Event.OfTool event) {
        return switch (event) {
            case Event.LeftUndone left ->
                    new Entry(
                            recorded,
                            "undone",
                            left.open().stream()
                                    .map(Event.Left::subject)
                                    .collect(Collectors.joining(", ")),
                            "");
            case Event.ToolIntended intended -> new Entry(recorded, "tool", intended.summary(), "");
            case Event.FilesChanged changed ->
                    new Entry(
                            recorded,
                            "changed",
                            changed.files().stream()
                                    .map(file -> file.path().value())
                                    .collect(Collectors.joining(", ")),
                            "");
            case Event.ToolStopped stopped ->
                    new Entry(recorded, "stopped", stopped.words(), stopped.text());
            case Event.ToolFinished finished ->
                    new Entry(recorded, finished.outcome(), "", finished.text());
        };
    }

    private static Entry approval(Recorded recorded, Event.OfApproval event) {
        return switch (event) {
            case Event.ApprovalAsked asked ->
                    new Entry(recorded, "asked", asked.subject() + " (" + asked.reason() + ")", "");
            case Event.ApprovalGiven given ->
                    new Entry(
                            recorded,
                            given.isAllowed() ? "allowed" : "denied",
                            given.subject()
                                    + (given.reason().isEmpty() ? "" : ": " + given.reason()),
                            "");
        };
    }

    private static Entry tests(Recorded recorded, Event.OfTests event) {
        return switch (event) {
            case Event.TestsRan ran ->
                    new Entry(
                            recorded,
                            "tests",
                            "%d passed, %d failed, %d skipped (%s, %s)"
                                    .formatted(
                                            ran.passed(),
                                            ran.failed(),
                                            ran.skipped(),
                                            ran.command(),
                                            seconds(ran.took())),
                            "");
            case Event.TestsStood stood ->
                    new Entry(
                            recorded,
                            "tests",
                            "before: %s, %d failing"
                                    .formatted(stood.state(), stood.failing().size()),
                            "");
            case Event.TestsWeakened weakened ->
                    new Entry(
                            recorded,
                            "tests",
                            weakened.tests().isEmpty()
                                    ? "no test demands less any more"
                                    : "demand less than at the beginning",
                            weakened.tests().stream()
                                    .map(Weakening::line)
                                    .collect(Collectors.joining("\n")));
            case Event.TestsNotMeasured not ->
                    new Entry(recorded, "tests", "could not be run: " + not.reason(), "");
        };
    }

    private static Entry criteria(Recorded recorded, Event.OfCriteria event) {
        return switch (event) {
            case Event.CriteriaJudged judged ->
                    new Entry(
                            recorded,
                            "criteria",
                            "%d of %d proven"
                                    .formatted(
                                            judged.verdicts().stream()
                                                    .filter(Verdict::isProven)
                                                    .count(),
                                            judged.verdicts().size()),
                            judged.verdicts().stream()
                                    .map(Transcript::line)
                                    .collect(Collectors.joining("\n")));
            case Event.DoneRefused refused ->
                    new Entry(
                            recorded,
                            "criteria",
                            "not done yet (round %d): %s"
                                    .formatted(refused.round(), ids(refused.missing())),
                            String.join("\n", refused.reasons()));
            case Event.CriteriaTicked ticks ->
                    new Entry(
                            recorded,
                            "criteria",
                            "ticked in %s: %s; unticked: %s"
                                    .formatted(
                                            ticks.spec(),
                                            ids(ticks.ticked()),
                                            ids(ticks.unticked())),
                            "");
        };
    }

    private static String line(Verdict verdict) {
        return (verdict.isProven() ? "[x] " : "[ ] ")
                + verdict.criterion().id()
                + " "
                + verdict.reason();
    }

    private static String ids(List<CriterionId> ids) {
        return ids.isEmpty()
                ? "none"
                : ids.stream().map(CriterionId::value).collect(Collectors.joining(", "));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
