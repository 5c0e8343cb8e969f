package kiro.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// Runs some tests in a copy of a project, again and again.
final class TrialRuns {
    private final Path folder;
    private final ProjectLayout layout;
    private final CommandRunner commands;
    private final TestSettings settings;
    private final List<SourceTest> tests;
    private final List<SourceTest> all;
    private String said = "";
    private String failure = "";

    /// @param folder the copy
    /// @param tests those that are to run
    /// @param all the tests of the project, to tell their results apart
    TrialRuns(
            Path folder,
            ProjectLayout layout,
            CommandRunner commands,
            TestSettings settings,
            List<SourceTest> tests,
            List<SourceTest> all) {
        this.folder = folder;
        this.layout = layout;
        this.commands = commands;
        this.settings = settings;
        this.tests = List.copyOf(tests);
        this.all = List.copyOf(all);
    }

    /// How the tests ended.
    enum Outcome {
        /// All passed.
        PASSED,
        /// One of them failed.
        FAILED,
        /// They did not end in time.
        LATE,
        /// They did not run, or not all of them.
        UNKNOWN
    }

    /// Why the last run ended as it did, when it did not pass.
    String said() {
        return said;
    }

    /// What the report says of the last test that failed, with the first lines of its trace.
    String failure() {
        return failure;
    }

    Outcome outcome(Duration limit) throws InterruptedException {
        return switch (run(limit)) {
            case TestRun.Finished finished -> outcome(finished);
            case TestRun.NotMeasured failed -> {
                said = failed.reason();
                yield said.startsWith("the tests ran longer") ? Outcome.LATE : Outcome.UNKNOWN;
            }
            case TestRun.NoCommand none -> {
                said = none.reason();
                yield Outcome.UNKNOWN;
            }
        };
    }

    private TestRun run(Duration limit) throws InterruptedException {
        var copied = new Workspace(folder);
        TestSettings whole = with(settings.command(), limit);
        Optional<String> line = new ProjectTests(copied, commands, whole).command(layout);
        Optional<String> narrowed =
                settings.command().isPresent()
                        ? settings.command()
                        : line.map(each -> new TestSelection(each, layout, folder).of(tests));
        return new ProjectTests(copied, commands, with(narrowed, limit)).run(layout, printed -> {});
    }

    private TestSettings with(Optional<String> command, Duration limit) {
        return new TestSettings(
                command,
                settings.reports(),
                limit,
                settings.java(),
                settings.scratch(),
                settings.leave());
    }

    private Outcome outcome(TestRun.Finished run) {
        var index = new ResultIndex(run.results(), all);
        boolean isAnyMissing = false;
        for (SourceTest test : tests) {
            List<TestResult> results = index.of(test).results();
            Optional<TestResult> failed = results.stream().filter(TestResult::isFailed).findFirst();
            if (failed.isPresent()) {
                failure = failed.get().message();
                said = OneLine.of(failed.get().test() + " fails: " + failed.get().message(), 200);
                return Outcome.FAILED;
            }
            isAnyMissing |=
                    results.stream().noneMatch(result -> result.outcome() == TestOutcome.PASSED);
        }
        if (isAnyMissing) {
            said =
                    run.damaged().isEmpty()
                            ? "some of its tests are in no report"
                            : OneLine.of(String.join("; ", run.damaged()), 200);
        }
        return isAnyMissing ? Outcome.UNKNOWN : Outcome.PASSED;
    }
}
