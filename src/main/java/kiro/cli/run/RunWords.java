package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;
import kiro.evidence.Verdict;
import kiro.model.Block;
import kiro.model.Reply;
import kiro.plan.StepStatus;
import kiro.session.Event;

/// What a person is told of each event, in the order of a run.
public final class RunWords {
    private static final int MOST_REASONS = 5;

    static final int INDENT = 4;
    private static final int FILES = 5;

    private RunWords() {}

    /// @param picture as it was before the event
    public static List<Piece> of(RunPicture picture, Event event) {
        return switch (event) {
            case Event.OfRun run -> run(run);
            case Event.OfPlan plan -> plan(plan);
            case Event.OfStep step -> step(picture, step);
            case Event.OfModel model -> model(picture, model);
            case Event.OfTool tool -> tool(tool);
            case Event.OfTests tests -> tests(tests);
            case Event.OfCriteria criteria -> criteria(criteria);
            case Event.OfChild child ->
                    ChildWords.of(child).stream().map(words -> Piece.item(dim(words))).toList();
            case Event.OfApproval _, Event.OfPerson _, Event.Unknown _ -> List.of();
        };
    }

    /// What comes of a piece of the model's reply.
    ///
    /// @param pieces that are final now
    public record Arrived(Talk talk, List<Piece> pieces) {}

    public static Arrived of(RunPicture picture, Reply reply) {
        return switch (reply) {
            case Reply.TextDelta text ->
                    arrived(picture.talk().hear(text.text(), picture.action()));
            case Reply.BlockFinished finished when finished.block() instanceof Block.Text ->
                    arrived(picture.talk().finish(picture.action()));
            case Reply.BlockFinished _, Reply.ThinkingDelta _, Reply.CallStarted _ ->
                    new Arrived(picture.talk(), List.of());
        };
    }

    private static Arrived arrived(Talk.Heard heard) {
        return new Arrived(heard.talk(), heard.lines().stream().map(Piece::item).toList());
    }

    private static List<Piece> run(Event.OfRun event) {
        return switch (event) {
            case Event.RunStarted started -> started(started);
            case Event.RunResumed resumed ->
                    List.of(
                            Piece.line(
                                    dim(
                                            "goes on: model "
                                                    + resumed.model()
                                                    + ", mode "
                                                    + resumed.mode())));
            case Event.Warned warned ->
                    List.of(Piece.line(StyledLine.of(Style.YELLOW, "warning: " + warned.text())));
            case Event.AgentChosen chosen -> List.of(Piece.line(dim("agent " + chosen.name())));
            case Event.WorkspaceSeen seen ->
                    List.of(Piece.line(dim(String.join(", ", shown(seen.lines())))));
            case Event.RunEnded _ -> List.of();
        };
    }

    private static List<Piece> started(Event.RunStarted started) {
        return List.of(
                Piece.line(
                        StyledLine.of(
                                Style.BOLD,
                                started.spec().map(spec -> spec + ": ").orElse("")
                                        + started.task())),
                Piece.line(
                        dim(
                                "model %s, mode %s, session %s"
                                        .formatted(
                                                started.model(),
                                                started.mode(),
                                                started.session()))));
    }

    private static List<String> shown(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("(build tool|languages|git|test command): .*"))
                .toList();
    }

    private static List<Piece> plan(Event.OfPlan event) {
        return switch (event) {
            case Event.PlanProposed proposed ->
                    List.of(
                            new Piece.Gap(),
                            Piece.line(
                                    StyledLine.of(Style.BOLD, "Plan: " + proposed.plan().title())
                                            .with(Style.DIM, "  " + proposed.file())),
                            new Piece.Table(proposed.plan()));
            case Event.PlanApproved _ -> List.of();
            case Event.Estimated estimated ->
                    Stream.concat(
                                    Stream.of(
                                            Piece.line(
                                                    StyledLine.of(Style.DIM, estimated.words()))),
                                    estimated.limits().stream()
                                            .map(limit ->
                                                    Piece.line(StyledLine.of(Style.YELLOW, limit))))
                            .toList();
            case Event.PlanRejected rejected ->
                    List.of(Piece.line(StyledLine.of("plan rejected: " + rejected.reason())));
        };
    }

    private static List<Piece> step(RunPicture picture, Event.OfStep event) {
        return switch (event) {
            case Event.StepStarted step ->
                    List.of(
                            new Piece.Gap(),
                            Piece.line(
                                    StyledLine.of(Style.CYAN, step.number() + "/" + picture.steps())
                                            .with(" ")
                                            .with(Style.BOLD, step.action())));
            case Event.StepFinished step when step.status() == StepStatus.FAILED ->
                    List.of(Piece.item(Style.RED, "failed", step.summary()));
            case Event.StepFinished step when step.status() == StepStatus.SKIPPED ->
                    List.of(Piece.item(Style.YELLOW, "skipped", step.summary()));
            case Event.StepFinished _ -> List.of();
        };
    }

    private static List<Piece> model(RunPicture picture, Event.OfModel event) {
        return switch (event) {
            case Event.Told _, Event.ModelAsked _, Event.ContextLaid _, Event.FactsRecalled _ ->
                    List.of();
            case Event.Compacted compacted ->
                    List.of(
                            Piece.item(
                                    dim(
                                            "context shortened from about %,d tokens to %,d"
                                                    .formatted(
                                                            compacted.before(),
                                                            compacted.after()))));
            case Event.ModelAnswered answered ->
                    picture.talk().hasSpoken()
                            ? List.of()
                            : words(answered.blocks(), picture.action());
            case Event.ModelFailed failed ->
                    List.of(
                            Piece.item(
                                    StyledLine.of(
                                            Style.YELLOW,
                                            "model: " + failed.message() + nextTry(failed))));
        };
    }

    static String nextTry(Event.ModelFailed failed) {
        return failed.retryAfter()
                .map(time -> "; next try in " + Elapsed.precise(time))
                .orElse("; no more tries");
    }

    private static List<Piece> words(List<Block> blocks, String known) {
        var pieces = new ArrayList<Piece>();
        for (Block block : blocks) {
            if (block instanceof Block.Text text) {
                Talk.Heard heard = Talk.SILENT.hear(text.text().stripTrailing(), known);
                heard.lines().forEach(line -> pieces.add(Piece.item(line)));
                heard.talk().finish(known).lines().forEach(line -> pieces.add(Piece.item(line)));
            }
        }
        return pieces;
    }

    private static List<Piece> tool(Event.OfTool event) {
        return switch (event) {
            case Event.ToolIntended intended ->
                    List.of(Piece.item(StyledLine.of(Style.BLUE, intended.summary())));
            case Event.LeftUndone _ -> List.of();
            case Event.FilesChanged changed ->
                    List.of(Piece.item(dim("changed " + files(changed.files()))));
            case Event.ToolStopped stopped ->
                    List.of(Piece.item(Style.YELLOW, "stopped", stopped.words()));
            case Event.ToolFinished finished ->
                    finished.isError()
                            ? List.of(
                                    Piece.item(Style.YELLOW, finished.outcome(), finished.words()))
                            : List.of();
        };
    }

    private static String files(List<Event.FileMark> files) {
        return files.stream()
                        .map(file -> file.path().value())
                        .limit(FILES)
                        .collect(Collectors.joining(", "))
                + (files.size() > FILES ? " and %d more".formatted(files.size() - FILES) : "");
    }

    private static List<Piece> tests(Event.OfTests event) {
        return switch (event) {
            case Event.TestsRan ran ->
                    List.of(
                            Piece.item(
                                    ran.failed() == 0 ? Style.GREEN : Style.RED,
                                    "tests",
                                    "%d passed, %d failed, %d skipped (%s)"
                                            .formatted(
                                                    ran.passed(),
                                                    ran.failed(),
                                                    ran.skipped(),
                                                    Elapsed.precise(ran.took()))));
            case Event.TestsStood _ -> List.of();
            case Event.TestsWeakened weakened ->
                    weakened.tests().stream()
                            .map(test -> Piece.item(Style.RED, "weakened", test.line()))
                            .toList();
            case Event.TestsNotMeasured not ->
                    List.of(Piece.item(Style.YELLOW, "tests", not.reason()));
        };
    }

    private static List<Piece> criteria(Event.OfCriteria event) {
        return switch (event) {
            case Event.CriteriaJudged judged ->
                    List.of(Piece.item(Style.CYAN, "criteria", proven(judged.verdicts())));
            case Event.DoneRefused refused -> refused(refused);
            case Event.CriteriaTicked _ -> List.of();
        };
    }

    private static List<Piece> refused(Event.DoneRefused refused) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Gap());
        pieces.add(
                Piece.line(
                        StyledLine.of(Style.BOLD, "not done yet")
                                .with(
                                        ": %s (round %d)"
                                                .formatted(lacking(refused), refused.round()))));
        List<String> reasons = refused.reasons();
        reasons.stream().limit(MOST_REASONS).forEach(line -> pieces.add(Piece.item(dim(line))));
        if (reasons.size() > MOST_REASONS) {
            pieces.add(Piece.item(dim("and %,d more".formatted(reasons.size() - MOST_REASONS))));
        }
        return pieces;
    }

    static String lacking(Event.DoneRefused refused) {
        int criteria = refused.missing().size();
        return switch (criteria) {
            case 0 -> "this stands in the way";
            case 1 -> "1 criterion lacks something";
            default -> criteria + " criteria lack something";
        };
    }

    static String proven(List<Verdict> verdicts) {
        long proven = verdicts.stream().filter(Verdict::isProven).count();
        return proven + " of " + verdicts.size() + " proven";
    }

    static String word(StepStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static StyledLine dim(String text) {
        return StyledLine.of(Style.DIM, text);
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
