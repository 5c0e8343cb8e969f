package kiro.cli;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import kiro.evidence.Verdict;
import kiro.model.Block;
import kiro.model.Reply;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Shows a run to a person while it goes on.
final class TerminalView implements SessionListener {
    private static final int FILES = 5;

    private final Console console;
    private int steps;
    private String action = "";

    TerminalView(Console console) {
        this.console = console;
    }

    @Override
    public void recorded(Recorded recorded, String line) {
        switch (recorded.event()) {
            case Event.OfRun run -> run(run);
            case Event.OfPlan plan -> plan(plan);
            case Event.OfStep step -> step(step);
            case Event.OfModel model -> model(model);
            case Event.OfTool tool -> tool(tool);
            case Event.OfTests tests -> tests(tests);
            case Event.OfCriteria criteria -> criteria(criteria);
            case Event.OfApproval _, Event.Unknown _ -> {}
        }
    }

    @Override
    public void arrived(Reply reply) {
        switch (reply) {
            case Reply.CallStarted call -> console.status("the model prepares " + call.name());
            case Reply.TextDelta _ -> console.status("the model writes");
            case Reply.ThinkingDelta _ -> console.status("the model thinks");
            case Reply.BlockFinished _ -> {}
        }
    }

    @Override
    public void printed(String line) {
        console.status("tests: " + line);
    }

    private void run(Event.OfRun event) {
        switch (event) {
            case Event.RunStarted started -> {
                console.print(
                        console.styled(
                                Style.BOLD,
                                started.spec().map(spec -> spec + ": ").orElse("")
                                        + started.task()));
                console.print(
                        dim(
                                "model "
                                        + started.model()
                                        + ", mode "
                                        + started.mode()
                                        + ", session "
                                        + started.session()));
            }
            case Event.RunResumed resumed ->
                    console.print(
                            dim("goes on: model " + resumed.model() + ", mode " + resumed.mode()));
            case Event.Warned warned ->
                    console.print(console.styled(Style.YELLOW, "warning: " + warned.text()));
            case Event.WorkspaceSeen seen ->
                    console.print(dim(String.join(", ", shown(seen.lines()))));
            case Event.RunEnded _ -> console.clearStatus();
        }
    }

    private static List<String> shown(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("(build tool|languages|git|test command): .*"))
                .toList();
    }

    private void plan(Event.OfPlan event) {
        switch (event) {
            case Event.PlanProposed proposed -> {
                steps = proposed.plan().steps().size();
                console.print();
                console.print(
                        console.styled(Style.BOLD, "Plan: " + proposed.plan().title())
                                + dim("  " + proposed.file()));
                PlanView.print(console, proposed.plan());
            }
            case Event.PlanApproved approved -> steps = approved.plan().steps().size();
            case Event.PlanRejected rejected ->
                    console.print("plan rejected: " + rejected.reason());
        }
    }

    private void step(Event.OfStep event) {
        switch (event) {
            case Event.StepStarted step -> {
                action = step.action();
                console.print();
                console.print(
                        console.styled(Style.CYAN, step.number() + "/" + steps)
                                + " "
                                + console.styled(Style.BOLD, step.action()));
            }
            case Event.StepFinished step -> {
                if (step.status() == StepStatus.FAILED) {
                    item(Style.RED, "failed", step.summary());
                } else if (step.status() == StepStatus.SKIPPED) {
                    item(Style.YELLOW, "skipped", step.summary());
                }
            }
        }
    }

    private void model(Event.OfModel event) {
        switch (event) {
            case Event.Told _, Event.ContextLaid _ -> {}
            case Event.Compacted compacted ->
                    console.print(
                            dim(
                                    "    context shortened from about %,d tokens to %,d"
                                            .formatted(compacted.before(), compacted.after())));
            case Event.ModelAsked _ -> console.status("waiting for the model");
            case Event.ModelAnswered answered -> answered.blocks().forEach(this::words);
            case Event.ModelFailed failed -> {
                String wait =
                        failed.retryAfter()
                                .map(time -> "; next try in " + seconds(time))
                                .orElse("; no more tries");
                console.print(
                        console.styled(Style.YELLOW, "    model: " + failed.message() + wait));
            }
        }
    }

    private void words(Block block) {
        if (block instanceof Block.Text text && saysMore(text.text().strip())) {
            for (String paragraph : text.text().strip().split("\n")) {
                TextTable.wrap(paragraph, console.width() - 5)
                        .forEach(line -> console.print(dim("    " + line)));
            }
        }
    }

    private boolean saysMore(String text) {
        return !text.isEmpty() && !text.equals(action);
    }

    private void tool(Event.OfTool event) {
        switch (event) {
            case Event.ToolIntended intended -> console.print("    " + intended.summary());
            case Event.LeftUndone _ -> {}
            case Event.FilesChanged changed ->
                    console.print(
                            dim(
                                    "    changed "
                                            + changed.files().stream()
                                                    .map(file -> file.path().value())
                                                    .limit(FILES)
                                                    .collect(Collectors.joining(", "))
                                            + (changed.files().size() > FILES
                                                    ? " and %d more"
                                                            .formatted(
                                                                    changed.files().size() - FILES)
                                                    : "")));
            case Event.ToolFinished finished -> {
                if (finished.isError()) {
                    item(Style.YELLOW, "refused", firstLine(finished.text()));
                }
            }
        }
    }

    private void tests(Event.OfTests event) {
        switch (event) {
            case Event.TestsRan ran ->
                    item(
                            ran.failed() == 0 ? Style.GREEN : Style.RED,
                            "tests",
                            "%d passed, %d failed, %d skipped (%s)"
                                    .formatted(
                                            ran.passed(),
                                            ran.failed(),
                                            ran.skipped(),
                                            seconds(ran.took())));
            case Event.TestsStood _ -> {}
            case Event.TestsWeakened weakened ->
                    weakened.tests().forEach(test -> item(Style.RED, "weakened", test.line()));
            case Event.TestsNotMeasured not -> item(Style.YELLOW, "tests", not.reason());
        }
    }

    private void criteria(Event.OfCriteria event) {
        switch (event) {
            case Event.CriteriaJudged judged ->
                    item(Style.CYAN, "criteria", proven(judged.verdicts()));
            case Event.DoneRefused refused -> {
                console.print();
                console.print(
                        console.styled(Style.BOLD, "not done yet")
                                + ": "
                                + lacking(refused.missing().size())
                                + " (round "
                                + refused.round()
                                + ")");
            }
            case Event.CriteriaTicked _ -> {}
        }
    }

    private static String lacking(int criteria) {
        return switch (criteria) {
            case 0 -> "every criterion has evidence, and tests fail that passed before";
            case 1 -> "1 criterion lacks evidence";
            default -> criteria + " criteria lack evidence";
        };
    }

    private static String proven(List<Verdict> verdicts) {
        long proven = verdicts.stream().filter(Verdict::isProven).count();
        return proven + " of " + verdicts.size() + " proven";
    }

    private void item(Style style, String label, String text) {
        console.print("    " + console.styled(style, label + ":") + " " + text);
    }

    private String dim(String text) {
        return console.styled(Style.DIM, text);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
