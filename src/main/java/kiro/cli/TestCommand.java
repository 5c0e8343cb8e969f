package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.hook.run.HookRuns;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/// `kiro test`: runs the project's tests, and the hooks that wait for one that fails.
public final class TestCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 50;

    private final Console console;
    private final Workspaces workspaces;
    private final TestRuns runs;
    private final Given<List<String>> command;
    private final Flag json;
    private final Flag noHooks;
    private final CommandSpec spec;

    public TestCommand(Console console, Workspaces workspaces, TestRuns runs) {
        this.console = console;
        this.workspaces = workspaces;
        this.runs = runs;
        var description = new CommandDescription("test", this);
        description.says(
                "Runs the tests of the project with the command that is set or that its build tool has, reads their reports, and starts the hooks on 'test-failed' where tests failed.",
                "");
        command = description.rest("COMMAND", "Run this instead, after '--'.");
        json = description.flag("--json", "Print what came of it as JSON.");
        noHooks = description.flag("--no-hooks", "Start no hooks.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro test",
                "  kiro test -- mvn -q -Dtest=CartTest test",
                "",
                "Exit codes: 0 all passed, 1 tests failed, 2 nothing was measured.");
        this.spec = description.spec();
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        TestRuns.Opening opening = runs.open(workspace, line());
        return switch (opening) {
            case TestRuns.Opening.Broken(var findings) -> {
                console.findings(findings);
                yield ExitCode.FINDINGS.number();
            }
            case TestRuns.Opening.Opened opened -> {
                try (opened) {
                    yield run(opened).number();
                }
            }
        };
    }

    /// The words as one line of the shell; a single word is a line already.
    private Optional<String> line() {
        List<String> words = command.value().orElse(List.of());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                words.size() == 1
                        ? words.getFirst()
                        : String.join(" ", words.stream().map(TestCommand::quoted).toList()));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private ExitCode run(TestRuns.Opening.Opened opened) throws IOException, InterruptedException {
        TestRun run =
                opened.tests()
                        .run(line -> {
                            if (!json.isSet()) {
                                console.print(line);
                            }
                        });
        return switch (run) {
            case TestRun.Finished finished -> finished(opened, finished);
            case TestRun.NotMeasured lacking -> {
                console.problem("test/not-measured", lacking.reason(), "");
                yield ExitCode.UNPROVEN;
            }
            case TestRun.NoCommand none -> {
                console.problem("test/no-command", none.reason(), "");
                yield ExitCode.UNPROVEN;
            }
        };
    }

    private ExitCode finished(TestRuns.Opening.Opened opened, TestRun.Finished run)
            throws InterruptedException {
        List<TestResult> failed = run.results().stream().filter(TestResult::isFailed).toList();
        if (json.isSet()) {
            console.print(json(run, failed));
        } else {
            print(run, failed);
        }
        if (!failed.isEmpty() && !noHooks.isSet()) {
            HookRuns started = opened.hooks().failed(failed);
            if (!json.isSet() && !(started.runs().isEmpty() && started.refusal().isEmpty())) {
                HookRunsView.print(console, started);
            }
        }
        return failed.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void print(TestRun.Finished run, List<TestResult> failed) {
        run.damaged().forEach(each -> console.note("warning: " + each));
        failed.stream()
                .limit(MOST_SHOWN)
                .forEach(each -> {
                    console.print(console.styled(Style.RED, "failed") + "  " + each.test());
                    each.message()
                            .lines()
                            .limit(3)
                            .forEach(line -> console.print("        " + line));
                });
        console.print(
                "%,d passed, %,d failed, %,d skipped in %.1f s"
                        .formatted(
                                run.count(TestOutcome.PASSED),
                                failed.size(),
                                run.count(TestOutcome.SKIPPED),
                                run.took().toMillis() / 1_000.0));
    }

    private static String json(TestRun.Finished run, List<TestResult> failed) {
        ObjectNode root =
                SpecJson.root()
                        .put("command", run.command())
                        .put("passed", run.count(TestOutcome.PASSED))
                        .put("failed", failed.size())
                        .put("skipped", run.count(TestOutcome.SKIPPED))
                        .put("millis", run.took().toMillis());
        var array = root.putArray("failures");
        failed.forEach(each ->
                array.addObject()
                        .put("test", each.test().toString())
                        .put("message", each.message())
                        .put("file", each.file()));
        return root.toPrettyString();
    }
}
