package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kiro.agent.Approver;
import kiro.cli.run.DiffLines;
import kiro.cli.run.Piece;
import kiro.cli.run.Question;
import kiro.cli.run.Question.Choice;
import kiro.cli.run.Stage;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.StyledLine;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.permission.Ruling;
import kiro.permission.StandingRule;
import kiro.plan.Plan;
import kiro.plan.PlanReader;
import kiro.plan.PlanReading;
import kiro.plan.Step;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.tool.Effect;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Asks the person at the terminal.
final class TerminalApprover implements Approver {
    private static final String ENDED = "the run was ended at a question";

    private static final Choice YES = new Choice("yes", "does it");
    private static final Choice QUIT =
            new Choice("quit", "ends the run here; it can be gone on with later");
    private static final Choice ALL_AT_ONCE =
            new Choice("all at once", "carries the plan out without a question before each step");
    private static final Choice STEP_BY_STEP =
            new Choice("step by step", "carries the plan out and asks before each step");
    private static final Choice EDIT = new Choice("edit", "opens the plan in your editor");
    private static final Choice REJECT =
            new Choice("reject", "asks why, and the model makes another plan");
    private static final Choice ALL_THAT_FOLLOW =
            new Choice("all that follow", "does this step and asks before none of the others");
    private static final Choice SKIP = new Choice("skip", "leaves this step out");
    private static final Choice NO = new Choice("no", "asks why, and the model is told");
    private static final Choice ALL_OF_THIS_RUN =
            new Choice("all of this run", "allows it, and asks no more until the run ends");
    private static final Choice KEEP =
            new Choice("keep allowed", "allows it in this project for good, as a rule of yours");
    private static final Choice HINT =
            new Choice("hint", "asks for a hint that the model is given");
    private static final Choice EDIT_AGAIN = new Choice("edit again", "opens the plan again");
    private static final Choice DISCARD =
            new Choice("discard the edit", "goes on with the plan as it was");

    private final Console console;
    private final Stage stage;
    private final Editor editor;
    private final Workspace workspace;
    private final Mode mode;
    private final RuleBook rules;
    private boolean allowsAll;

    /// @param rules to which what is allowed for good is added
    TerminalApprover(
            Console console,
            Stage stage,
            Editor editor,
            Workspace workspace,
            Mode mode,
            RuleBook rules) {
        this.console = console;
        this.stage = stage;
        this.editor = editor;
        this.workspace = workspace;
        this.mode = mode;
        this.rules = rules;
    }

    @Override
    public PlanAnswer plan(Plan proposed, WorkspacePath file) throws InterruptedException {
        Plan plan = proposed;
        var question =
                new Question(
                        "approve",
                        List.of(ALL_AT_ONCE, STEP_BY_STEP, EDIT, REJECT, QUIT),
                        Optional.of(usual()));
        while (true) {
            Choice choice = choice(question);
            if (choice.equals(ALL_AT_ONCE)) {
                return new PlanAnswer.Approved(plan, Pace.ALL_AT_ONCE);
            } else if (choice.equals(STEP_BY_STEP)) {
                return new PlanAnswer.Approved(plan, Pace.STEP_BY_STEP);
            } else if (choice.equals(EDIT)) {
                plan = edited(plan, file);
            } else if (choice.equals(REJECT)) {
                String reason = reason();
                return new PlanAnswer.Rejected(reason.isEmpty() ? "make another one" : reason);
            } else {
                return new PlanAnswer.Abandoned(ENDED);
            }
        }
    }

    @Override
    public StepAnswer step(Step step) throws InterruptedException {
        stage.show(
                List.of(
                        new Piece.Gap(),
                        Piece.line(
                                StyledLine.of(Style.BOLD, "next: ")
                                        .with(step.number() + ". " + step.action()))));
        Choice choice =
                choice(
                        new Question(
                                "this step",
                                List.of(YES, ALL_THAT_FOLLOW, SKIP, QUIT),
                                Optional.of(YES)));
        if (choice.equals(YES)) {
            return new StepAnswer.Run();
        } else if (choice.equals(ALL_THAT_FOLLOW)) {
            return new StepAnswer.RunAll();
        }
        return choice.equals(SKIP) ? new StepAnswer.Skip() : new StepAnswer.Stop(ENDED);
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling)
            throws InterruptedException {
        if (allowsAll) {
            return new CallAnswer.Allowed();
        }
        show(summary, effect, ruling);
        StandingRule.Offer offer = StandingRule.of(effect, workspace.root());
        List<Choice> choices =
                offer instanceof StandingRule.Offer.Possible
                        ? List.of(YES, NO, ALL_OF_THIS_RUN, KEEP, QUIT)
                        : List.of(YES, NO, ALL_OF_THIS_RUN, QUIT);
        while (true) {
            Choice choice = choice(new Question("allow", choices, Optional.empty()));
            if (choice.equals(YES)) {
                return new CallAnswer.Allowed();
            } else if (choice.equals(ALL_OF_THIS_RUN)) {
                allowsAll = true;
                return new CallAnswer.Allowed();
            } else if (choice.equals(NO)) {
                String reason = reason();
                return new CallAnswer.Refused(reason.isEmpty() ? "no reason given" : reason);
            } else if (choice.equals(QUIT)) {
                return new CallAnswer.Stop(ENDED);
            } else if (keeps(offer)) {
                return new CallAnswer.Allowed();
            }
        }
    }

    @Override
    public CircleAnswer circle(String circle) throws InterruptedException {
        if (mode == Mode.AUTONOMOUS) {
            return new CircleAnswer.Stop(circle);
        }
        stage.show(List.of(Piece.item(StyledLine.of(Style.YELLOW, circle))));
        Choice choice = choice(new Question("go on", List.of(HINT, QUIT), Optional.empty()));
        if (!choice.equals(HINT)) {
            return new CircleAnswer.Stop(circle);
        }
        String hint = stage.line("what it should do instead").map(String::strip).orElse("");
        return new CircleAnswer.GoOn(hint.isEmpty() ? "do something else" : hint);
    }

    @Override
    public FormAnswer form(Form form) throws InterruptedException {
        return new TerminalForm(stage).ask(form);
    }

    /// Allows it for good, where it can be; says what was kept, or why nothing was.
    private boolean keeps(StandingRule.Offer offer) {
        return switch (offer) {
            case StandingRule.Offer.None none -> {
                tell("this cannot be kept: " + none.reason());
                yield false;
            }
            case StandingRule.Offer.Possible possible -> {
                tell(
                        rules.keep(possible.rule())
                                .orElse(
                                        "kept for this project: '%s'; 'kiro permissions list' shows where"
                                                .formatted(possible.rule())));
                yield true;
            }
        };
    }

    private void tell(String text) {
        stage.show(List.of(Piece.item(StyledLine.of(Style.DIM, text))));
    }

    private void show(String summary, Effect effect, Ruling ruling) {
        var pieces = new ArrayList<Piece>();
        pieces.add(
                Piece.item(
                        StyledLine.of(Style.YELLOW, Harmless.visible(summary))
                                .with(Style.DIM, "  " + ruling.reason())));
        if (effect instanceof Effect.Change change) {
            change.changes().forEach(each -> pieces.addAll(DiffLines.of(each)));
        }
        stage.show(pieces);
    }

    /// Opens the plan in the person's editor until it can be read, or they take the earlier one.
    private Plan edited(Plan plan, WorkspacePath file) throws InterruptedException {
        Path path = workspace.absolute(file);
        var again =
                new Question(
                        "the plan cannot be read", List.of(EDIT_AGAIN, DISCARD), Optional.empty());
        while (true) {
            var problem = new AtomicReference<Optional<String>>(Optional.empty());
            stage.lendTo(() -> problem.set(editor.edit(path)));
            if (problem.get().isPresent()) {
                console.problem(
                        "agent/editor",
                        problem.get().get(),
                        "set EDITOR, or answer without editing");
                return plan;
            }
            switch (read(plan, path, file)) {
                case PlanReading.Whole whole -> {
                    stage.show(List.of(new Piece.Table(whole.plan())));
                    return whole.plan();
                }
                case PlanReading.Broken broken -> {
                    console.findings(broken.findings());
                    if (!choice(again).equals(EDIT_AGAIN)) {
                        return plan;
                    }
                }
            }
        }
    }

    private PlanReading read(Plan before, Path path, WorkspacePath file) {
        try {
            PlanReading reading = PlanReader.read(file.value(), Files.readString(path));
            return reading instanceof PlanReading.Whole(Plan edited)
                    ? fitting(before, edited, file)
                    : reading;
        } catch (IOException gone) {
            return PlanFile.unreadable(file.value(), gone);
        }
    }

    /// An edited plan stays one for its spec.
    private PlanReading fitting(Plan before, Plan edited, WorkspacePath file) {
        return before.spec()
                .flatMap(name ->
                        new SpecStore(workspace).find(name.value())
                                        instanceof SpecReading.Whole(Spec spec)
                                ? Optional.of(PlanFit.findings(edited, file.value(), spec))
                                : Optional.empty())
                .filter(findings -> !findings.isEmpty())
                .<PlanReading>map(PlanReading.Broken::new)
                .orElse(new PlanReading.Whole(edited));
    }

    private Choice choice(Question question) throws InterruptedException {
        return stage.choose(question).orElse(QUIT);
    }

    private String reason() throws InterruptedException {
        return stage.line("why (the model is told)").map(String::strip).orElse("");
    }

    private Choice usual() {
        return switch (mode) {
            case INTERACTIVE -> STEP_BY_STEP;
            case SEMI_AUTOMATIC, AUTONOMOUS -> ALL_AT_ONCE;
        };
    }
}
