package kiro.tool.builtin;

import java.util.List;
import java.util.Optional;
import kiro.process.CommandStopped;
import kiro.tool.CallStopped;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Runs the project's own tests, and tells what they say of each criterion.
final class RunTestsTool implements BuiltinTool {
    private final ProjectChecks checks;

    RunTestsTool(ProjectChecks checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "run_tests";
    }

    @Override
    public Preparation prepare(Arguments arguments) throws InterruptedException {
        Optional<String> command = checks.testCommand();
        return command.<Preparation>map(line ->
                        new Preparation.Ready(
                                new Effect.Execute(line), "run the tests: " + line, this::run))
                .orElseGet(() ->
                        Preparation.Refused.changing(
                                "no test command is known for this project: run_command runs one, and a person sets it in tests.command",
                                List.of()));
    }

    private ToolResult run() throws InterruptedException {
        ProjectChecks.Tested tested = tested();
        String text = Bounded.of(tested.text());
        return tested.isGreen() ? new ToolResult.Done(text) : new ToolResult.Unsuccessful(text);
    }

    private ProjectChecks.Tested tested() throws InterruptedException {
        try {
            return checks.test();
        } catch (CommandStopped stopped) {
            var told = new CallStopped(Bounded.of(stopped.output().text()));
            told.addSuppressed(stopped);
            throw told;
        }
    }
}
