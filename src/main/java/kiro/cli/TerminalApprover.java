package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import kiro.agent.Approver;
import kiro.edit.FileChange;
import kiro.edit.UnifiedDiff;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.permission.Ruling;
import kiro.permission.StandingRule;
import kiro.plan.Plan;
import kiro.plan.PlanReader;
import kiro.plan.PlanReading;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Asks the person at the terminal.
final class TerminalApprover implements Approver {
    private static final String ENDED = "the run was ended at a question";

    private final Console console;
    private final Editor editor;
    private final Workspace workspace;
    private final Mode mode;
    private final RuleBook rules;
    private boolean allowsAll;

    /// @param rules to which what is allowed for good is added
    TerminalApprover(
            Console console, Editor editor, Workspace workspace, Mode mode, RuleBook rules) {
        this.console = console;
        this.editor = editor;
        this.workspace = workspace;
        this.mode = mode;
        this.rules = rules;
    }

    @Override
    public PlanAnswer plan(Plan proposed, WorkspacePath file) throws InterruptedException {
        Plan plan = proposed;
        while (true) {
            switch (answer("approve: [a]ll at once, [s]tep by step, [e]dit, [r]eject, [q]uit")) {
                case "a", "all" -> {
                    return new PlanAnswer.Approved(plan, Pace.ALL_AT_ONCE);
                }
                case "s", "step" -> {
                    return new PlanAnswer.Approved(plan, Pace.STEP_BY_STEP);
                }
                case "" -> {
                    return new PlanAnswer.Approved(plan, paceOf(mode));
                }
                case "e", "edit" -> plan = edited(plan, file);
                case "r", "reject" -> {
                    String reason = reason("why (the model is told)");
                    return new PlanAnswer.Rejected(reason.isEmpty() ? "make another one" : reason);
                }
                case "q", "quit" -> {
                    return new PlanAnswer.Abandoned(ENDED);
                }
                default -> console.print("answer with one of the letters in brackets");
            }
        }
    }

    @Override
    public StepAnswer step(Step step) throws InterruptedException {
        console.print();
        console.print(console.styled(Style.BOLD, "next: ") + step.number() + ". " + step.action());
        while (true) {
            switch (answer("[y]es, [a]ll that follow, [s]kip, [q]uit")) {
                case "y", "yes", "" -> {
                    return new StepAnswer.Run();
                }
                case "a", "all" -> {
                    return new StepAnswer.RunAll();
                }
                case "s", "skip" -> {
                    return new StepAnswer.Skip();
                }
                case "q", "quit" -> {
                    return new StepAnswer.Stop(ENDED);
                }
                default -> console.print("answer with one of the letters in brackets");
            }
        }
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling)
            throws InterruptedException {
        if (allowsAll) {
            return new CallAnswer.Allowed();
        }
        show(summary, effect, ruling);
        StandingRule.Offer offer = StandingRule.of(effect, workspace.root());
        String kept = offer instanceof StandingRule.Offer.Possible ? "[k]eep allowed, " : "";
        while (true) {
            switch (answer("allow: [y]es, [n]o, [a]ll of this run, " + kept + "[q]uit")) {
                case "y", "yes" -> {
                    return new CallAnswer.Allowed();
                }
                case "a", "all" -> {
                    allowsAll = true;
                    return new CallAnswer.Allowed();
                }
                case "k", "keep" -> {
                    if (keeps(offer)) {
                        return new CallAnswer.Allowed();
                    }
                }
                case "n", "no" -> {
                    String reason = reason("why (the model is told)");
                    return new CallAnswer.Refused(reason.isEmpty() ? "no reason given" : reason);
                }
                case "q", "quit" -> {
                    return new CallAnswer.Stop(ENDED);
                }
                default -> console.print("answer with one of the letters in brackets");
            }
        }
    }

    @Override
    public CircleAnswer circle(String circle) throws InterruptedException {
        if (mode == Mode.AUTONOMOUS) {
            return new CircleAnswer.Stop(circle);
        }
        console.print("    " + console.styled(Style.YELLOW, circle));
        while (true) {
            switch (answer("go on: [h]int for the model, [q]uit")) {
                case "h", "hint" -> {
                    String hint = reason("what it should do instead");
                    return new CircleAnswer.GoOn(hint.isEmpty() ? "do something else" : hint);
                }
                case "q", "quit" -> {
                    return new CircleAnswer.Stop(circle);
                }
                default -> console.print("answer with one of the letters in brackets");
            }
        }
    }

    @Override
    public FormAnswer form(Form form) throws InterruptedException {
        return new TerminalForm(console).ask(form);
    }

    /// Allows it for good, where it can be; says what was kept, or why nothing was.
    private boolean keeps(StandingRule.Offer offer) {
        return switch (offer) {
            case StandingRule.Offer.None none -> {
                console.print("this cannot be kept: " + none.reason());
                yield false;
            }
            case StandingRule.Offer.Possible possible -> {
                String said =
                        rules.keep(possible.rule())
                                .orElse(
                                        "kept for this project: '%s'; 'kiro permissions list' shows where"
                                                .formatted(possible.rule()));
                console.print("    " + dim(said));
                yield true;
            }
        };
    }

    private void show(String summary, Effect effect, Ruling ruling) {
        console.print("    " + console.styled(Style.YELLOW, summary) + dim("  " + ruling.reason()));
        if (effect instanceof Effect.Change change) {
            change.changes().forEach(this::diff);
        }
    }

    private void diff(FileChange change) {
        UnifiedDiff.of(change)
                .lines()
                .forEach(line -> console.print("    " + console.styled(style(line), line)));
    }

    private static Style style(String line) {
        if (line.startsWith("+")) {
            return Style.GREEN;
        }
        return line.startsWith("-") ? Style.RED : Style.DIM;
    }

    /// Opens the plan in the person's editor until it can be read, or they take the earlier one.
    private Plan edited(Plan plan, WorkspacePath file) throws InterruptedException {
        Path path = workspace.absolute(file);
        while (true) {
            Optional<String> problem = editor.edit(path);
            if (problem.isPresent()) {
                console.problem(
                        "agent/editor", problem.get(), "set EDITOR, or answer without editing");
                return plan;
            }
            switch (read(path, file)) {
                case PlanReading.Whole whole -> {
                    PlanView.print(console, whole.plan());
                    return whole.plan();
                }
                case PlanReading.Broken broken -> {
                    console.findings(broken.findings());
                    if (!answer("[e]dit again, or [d]iscard the edit").startsWith("e")) {
                        return plan;
                    }
                }
            }
        }
    }

    private static PlanReading read(Path path, WorkspacePath file) {
        try {
            return PlanReader.read(file.value(), Files.readString(path));
        } catch (IOException gone) {
            return PlanFile.unreadable(file.value(), gone);
        }
    }

    private String answer(String question) throws InterruptedException {
        return console.ask(console.styled(Style.BOLD, question + " ") + "> ")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("q");
    }

    private String reason(String question) throws InterruptedException {
        return console.ask(question + "> ").orElse("");
    }

    private static Pace paceOf(Mode mode) {
        return switch (mode) {
            case INTERACTIVE -> Pace.STEP_BY_STEP;
            case SEMI_AUTOMATIC, AUTONOMOUS -> Pace.ALL_AT_ONCE;
        };
    }

    private String dim(String text) {
        return console.styled(Style.DIM, text);
    }
}
