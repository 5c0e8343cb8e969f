package kiro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.action.ProjectProofs;
import kiro.cli.ExitCode;
import kiro.cli.Problem;
import kiro.cli.SpecAges;
import kiro.cli.SpecProofs;
import kiro.config.Config;
import kiro.evidence.EvidenceStore;
import kiro.evidence.ProjectTests;
import kiro.evidence.Prover;
import kiro.evidence.TestLeave;
import kiro.evidence.TestSettings;
import kiro.evidence.TestTrial;
import kiro.evidence.Verifier;
import kiro.process.Capture;
import kiro.process.ChildEnvironment;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.spec.SpecStore;
import kiro.sync.AsBuiltNote;
import kiro.sync.CommittedIds;
import kiro.sync.SpecSync;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspaceLock;
import kiro.workspace.WorkspacePath;

/// The inventory of proving a project's specs.
final class ProofWiring implements SpecProofs, ProjectProofs {
    private static final Duration TEST_LIMIT = Duration.ofMinutes(15);

    private final Outside outside;
    private final TestLeave leave;

    /// @param leave asked before tests run
    ProofWiring(Outside outside, TestLeave leave) {
        this.outside = outside;
        this.leave = leave;
    }

    @Override
    public Verifier verifier(Workspace workspace) {
        return new Verifier(
                workspace,
                new Git(workspace, commands()),
                new EvidenceStore(new WorkspaceFiles(workspace)),
                outside.clock());
    }

    @Override
    public SpecSync sync(Workspace workspace) throws InterruptedException {
        return writers(workspace, new Git(workspace, commands())).sync();
    }

    @Override
    public Optional<ProjectTests> tests(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root())
                        instanceof Config.Reading.Whole settings
                ? Optional.of(new ProjectTests(workspace, commands(), tests(settings)))
                : Optional.empty();
    }

    @Override
    public Optional<TestTrial> trial(Workspace workspace, List<WorkspacePath> paths, String test) {
        return Config.read(outside.environment(), outside.home(), workspace.root())
                        instanceof Config.Reading.Whole settings
                ? TestTrial.of(workspace, paths, test, commands(), tests(settings))
                : Optional.empty();
    }

    @Override
    public Optional<TestTrial> trial(
            Workspace workspace, Workspace copy, List<WorkspacePath> paths, WorkspacePath file) {
        return Config.read(outside.environment(), outside.home(), workspace.root())
                        instanceof Config.Reading.Whole settings
                ? TestTrial.ofFile(copy, paths, file, commands(), tests(settings))
                : Optional.empty();
    }

    @Override
    public SpecAges ages(Workspace workspace) throws InterruptedException {
        return new SpecAges(
                new Git(workspace, commands()).lastChanges(SpecStore.FOLDER),
                outside.clock().instant());
    }

    @Override
    public Git git(Workspace workspace) {
        return new Git(workspace, commands());
    }

    @Override
    public Opening open(Workspace workspace, Purpose purpose) throws InterruptedException {
        return switch (Config.read(outside.environment(), outside.home(), workspace.root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole ->
                    switch (purpose) {
                        case READ -> opened(workspace, whole, () -> {});
                        case WRITE -> lock(workspace, whole);
                    };
        };
    }

    private Opening lock(Workspace workspace, Config.Reading.Whole settings)
            throws InterruptedException {
        try {
            return switch (WorkspaceLock.lock(workspace, "kiro spec sync")) {
                case WorkspaceLock.Attempt.Busy busy ->
                        refused(
                                ExitCode.BUSY,
                                "spec/busy",
                                "another run works on this workspace: " + busy.holder(),
                                busy.next());
                case WorkspaceLock.Attempt.Locked locked ->
                        opened(workspace, settings, locked.lock()::close);
            };
        } catch (IOException cause) {
            return refused(
                    ExitCode.ENVIRONMENT,
                    "spec/no-lock",
                    String.valueOf(cause.getMessage()),
                    "make .kiro/sessions writable, or free some disk space");
        }
    }

    private static Opening refused(ExitCode code, String rule, String message, String fix) {
        return new Opening.Refused(code, new Problem(rule, message, fix));
    }

    private Opening opened(Workspace workspace, Config.Reading.Whole settings, Closing lock)
            throws InterruptedException {
        var guard = new CommandGuard(childEnvironment());
        var commands = new CommandRunner(childEnvironment(), outside.temporary(), guard);
        ProjectLayout layout = ProjectLayout.of(new Git(workspace, commands).files());
        var git = new Git(workspace, commands);
        TestSettings tests = tests(settings);
        Verifier verifier = verifier(workspace);
        var runner = new ProjectTests(workspace, commands, tests);
        return new Opening.Opened(
                new TestMeans(runner, layout, runner.command(layout)),
                verifier,
                new Prover(workspace, git, commands, tests, verifier, outside.clock()),
                writers(workspace, git),
                () -> {
                    guard.close();
                    lock.close();
                },
                settings.warnings());
    }

    private TestSettings tests(Config.Reading.Whole settings) {
        return new TestSettings(
                settings.config().text("tests.command"),
                TestSettings.patterns(settings.config().text("tests.reports")),
                settings.config().timeSpan("tests.limit").orElse(TEST_LIMIT),
                outside.javaForTests(),
                outside.temporary(),
                leave);
    }

    private Writers writers(Workspace workspace, Git git) throws InterruptedException {
        var specs = new SpecStore(workspace);
        return new Writers(
                new SpecSync(
                        specs,
                        new EvidenceStore(new WorkspaceFiles(workspace)),
                        outside.clock(),
                        new CommittedIds(git)),
                new AsBuiltNote(workspace, git, specs, outside.clock()),
                person(git));
    }

    private static Optional<String> person(Git git) throws InterruptedException {
        return git.run(List.of("config", "user.name")) instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    private CommandRunner commands() {
        return new CommandRunner(childEnvironment(), outside.temporary());
    }

    private Map<String, String> childEnvironment() {
        Map<String, String> environment = new HashMap<>(ChildEnvironment.of(outside.environment()));
        environment.putIfAbsent("JAVA_HOME", outside.javaHome().toString());
        return environment;
    }
}
