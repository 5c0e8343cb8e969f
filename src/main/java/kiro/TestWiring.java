package kiro;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiro.cli.HookAccess;
import kiro.cli.TestCommand;
import kiro.cli.TestRuns;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.evidence.ProjectTests;
import kiro.evidence.ReportWatch;
import kiro.evidence.TestLeave;
import kiro.evidence.TestSettings;
import kiro.hook.run.Cause;
import kiro.hook.watch.TestedTimes;
import kiro.process.ChildEnvironment;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// The inventory of running a project's tests for its hooks.
final class TestWiring implements TestRuns {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Outside outside;
    private final HookEngines engines;

    TestWiring(Outside outside) {
        this.outside = outside;
        this.engines = new HookEngines(outside);
    }

    TestCommand command(Workspaces workspaces) {
        return new TestCommand(outside.console(), workspaces, this);
    }

    /// The tests that fail by reports which others leave.
    FailedReports reports(Workspace workspace) {
        Optional<String> places =
                Config.read(outside.environment(), outside.home(), workspace.root())
                                instanceof Config.Reading.Whole settings
                        ? settings.config().text("tests.reports")
                        : Optional.empty();
        return new FailedReports(
                new ReportWatch(workspace.root(), TestSettings.patterns(places), System::nanoTime),
                tested(workspace));
    }

    private TestedTimes tested(Workspace workspace) {
        return new TestedTimes(engines.folder(workspace), outside.clock());
    }

    @Override
    public Opening open(Workspace workspace, Optional<String> line) throws InterruptedException {
        return switch (Config.read(outside.environment(), outside.home(), workspace.root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole -> opened(workspace, line, whole.config());
        };
    }

    private Opening opened(Workspace workspace, Optional<String> line, Config config)
            throws InterruptedException {
        var environment = ChildEnvironment.of(outside.environment());
        var guard = new CommandGuard(environment);
        var commands = new CommandRunner(environment, outside.temporary(), guard);
        Duration limit = config.timeSpan("tests.limit").orElse(LIMIT);
        var tests =
                new ProjectTests(
                        workspace,
                        commands,
                        new TestSettings(
                                line.or(() -> config.text("tests.command")),
                                TestSettings.patterns(config.text("tests.reports")),
                                limit,
                                outside.javaForTests(),
                                outside.temporary(),
                                TestLeave.GIVEN));
        ProjectLayout layout = ProjectLayout.of(new Git(workspace, commands).files());
        HookAccess.Opened hooks = engines.open(workspace, "");
        TestedTimes tested = tested(workspace);
        Cause cause = Cause.of(outside.environment());
        return new Opening.Opened(
                onLine -> {
                    Instant begun = tested.begin(limit);
                    try {
                        return tests.run(layout, onLine);
                    } finally {
                        tested.end(begun);
                    }
                },
                failed -> hooks.hooks().fire(FailedReports.event(failed).with(cause)),
                () -> {
                    hooks.close();
                    guard.close();
                });
    }
}
