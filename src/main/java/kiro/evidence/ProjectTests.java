package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.evidence.ReportFiles.Contents;
import kiro.evidence.ReportFiles.Stamp;
import kiro.evidence.coverage.ProjectPaths;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.Output;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// Runs the tests of a project and reads the reports they leave, or reads those that lie there.
public final class ProjectTests {
    private static final int TAIL = 4_000;

    private static final String NO_REPORT =
            "the test command left no report: is there a test, and does a reporter write one (into"
                    + " $KIRO_REPORTS, or where tests.reports says)?";

    private final Workspace workspace;
    private final CommandRunner commands;
    private final TestSettings settings;
    private final TestCommands known;
    private final ReportFiles reports;
    private final SourceTrees trees;

    public ProjectTests(Workspace workspace, CommandRunner commands, TestSettings settings) {
        this.workspace = workspace;
        this.commands = commands;
        this.settings = settings;
        this.known = new TestCommands(workspace, settings.java());
        this.reports = new ReportFiles(workspace.root(), settings.reports());
        this.trees = new SourceTrees(workspace, new Git(workspace, commands));
    }

    /// @param command what a person set as the test command; else it is told from the build tool
    /// @param limit how long the tests may run
    public ProjectTests(
            Workspace workspace, CommandRunner commands, Optional<String> command, Duration limit) {
        this(workspace, commands, command, limit, JavaHome.none());
    }

    /// @param command what a person set as the test command; else it is told from the build tool
    /// @param limit how long the tests may run
    /// @param java the Java that a build with Maven is given
    public ProjectTests(
            Workspace workspace,
            CommandRunner commands,
            Optional<String> command,
            Duration limit,
            JavaHome java) {
        this(
                workspace,
                commands,
                new TestSettings(
                        command,
                        List.of(),
                        limit,
                        java,
                        workspace.root().resolve(".kiro/sessions"),
                        TestLeave.GIVEN));
    }

    /// The same tests under another leave.
    public ProjectTests under(TestLeave leave) {
        return new ProjectTests(workspace, commands, settings.with(leave));
    }

    /// The command that runs the tests; empty where none is known.
    public Optional<String> command(ProjectLayout layout) {
        return switch (known.of(layout, settings.command(), settings.scratch())) {
            case TestCommand.Known tests -> Optional.of(tests.line());
            case TestCommand.Unknown unknown -> Optional.empty();
        };
    }

    /// Asks whether the tests may run, so that nobody has to be asked while they are waited for.
    public void ask(ProjectLayout layout) throws InterruptedException {
        Optional<String> line = command(layout);
        if (line.isPresent()) {
            settings.leave().of(line.get());
        }
    }

    /// @param onLine called for each line that the tests print
    public TestRun run(ProjectLayout layout, Consumer<String> onLine) throws InterruptedException {
        Path own;
        try {
            own = ownReports();
        } catch (IOException cause) {
            return noRoom(layout, cause);
        }
        try {
            return switch (known.of(layout, settings.command(), own)) {
                case TestCommand.Known tests -> run(tests, own, onLine);
                case TestCommand.Unknown unknown -> new TestRun.NoCommand(unknown.reason());
            };
        } finally {
            ScratchFolder.delete(own);
        }
    }

    /// What the reports tell that lie in the project. One that is older than any file of the code was written of other
    /// code, for all that is known, and does not count.
    public TestRun read() throws InterruptedException {
        return new ReportsOfNow(workspace, trees, reports).read();
    }

    /// What these reports tell, which a person named: whoever names them says that they are of this code.
    public TestRun read(List<Path> named) throws InterruptedException {
        return new ReportsOfNow(workspace, trees, reports).read(named);
    }

    private Path ownReports() throws IOException {
        Files.createDirectories(settings.scratch());
        return Files.createTempDirectory(settings.scratch(), "reports-");
    }

    /// The disk is full, or the folder is another user's.
    private TestRun noRoom(ProjectLayout layout, IOException cause) {
        return new TestRun.NotMeasured(
                command(layout).orElse(""),
                "no folder for their reports could be made in %s (%s): make it writable, or set TMPDIR"
                        .formatted(settings.scratch(), cause),
                "",
                Duration.ZERO);
    }

    private TestRun run(TestCommand.Known tests, Path own, Consumer<String> onLine)
            throws InterruptedException {
        return switch (settings.leave().of(tests.line())) {
            case TestLeave.Answer.Denied(String reason) ->
                    new TestRun.NotMeasured(tests.line(), reason, "", Duration.ZERO);
            case TestLeave.Answer.Given given -> run(tests, own, given, onLine);
        };
    }

    private TestRun run(
            TestCommand.Known tests,
            Path own,
            TestLeave.Answer.Given given,
            Consumer<String> onLine)
            throws InterruptedException {
        SourceTree tree = trees.now();
        Map<Path, Stamp> before = reports.stamps();
        var output = new BuildOutput(workspace.root().toString(), given.offline(), onLine);
        var shell =
                new Command(
                        List.of("/bin/sh", "-c", tests.line()),
                        workspace.root(),
                        settings.limit(),
                        tests.environment());
        return switch (commands.run(given.confinement().confine(shell), output)) {
            case CommandResult.Exited exited -> {
                var written = new ArrayList<>(reports.writtenSince(before));
                written.addAll(ReportFiles.in(own));
                yield exited(tests, exited, output, reports.read(written, paths(tree)), tree);
            }
            case CommandResult.TimedOut late ->
                    new TestRun.NotMeasured(
                            tests.line(),
                            "the tests ran longer than %s and were ended: find the one that hangs, or raise tests.limit"
                                    .formatted(inWords(late.limit())),
                            tail(late.output()),
                            late.limit());
            case CommandResult.NotStarted failed ->
                    new TestRun.NotMeasured(tests.line(), failed.reason(), "", Duration.ZERO);
        };
    }

    private TestRun exited(
            TestCommand.Known tests,
            CommandResult.Exited exited,
            BuildOutput output,
            Contents contents,
            SourceTree tree)
            throws InterruptedException {
        Optional<String> broken = brokenBuild(tests, exited.code(), output, contents);
        if (broken.isPresent()) {
            return new TestRun.NotMeasured(
                    tests.line(), broken.get(), tail(exited.output()), exited.took());
        }
        return new TestRun.Finished(
                tests.line(),
                contents.results(),
                exited.took(),
                contents.damaged(),
                tree.differencesTo(trees.now()),
                contents.coverage(),
                true);
    }

    /// Why a command that ended measured nothing. One that failed is trusted only as far as a failed test
    /// explains it.
    private static Optional<String> brokenBuild(
            TestCommand.Known tests, int code, BuildOutput output, Contents contents) {
        boolean hasFailedTest = contents.results().stream().anyMatch(TestResult::isFailed);
        boolean isStopped = code != 0 && (output.isCompilationBroken() || contents.files() == 0);
        if (isStopped && output.compilerReason().isPresent()) {
            return output.compilerReason();
        }
        if (code == 126 || code == 127) {
            return Optional.of(
                    "the test command was not found: %s: install it, or set tests.command"
                            .formatted(output.fault()));
        }
        if (code != 0 && !hasFailedTest && output.unfetched().isPresent()) {
            return output.unfetched();
        }
        if (code != 0 && !hasFailedTest && contents.damaged().isEmpty()) {
            return Optional.of(
                    "the test command ended with code %d and no test failed: %s"
                            .formatted(code, output.fault()));
        }
        boolean isAnyTold = !contents.results().isEmpty() || contents.damaged().isEmpty();
        if (contents.files() > 0 && isAnyTold) {
            return Optional.empty();
        }
        if (!contents.damaged().isEmpty()) {
            return Optional.of("no report can be read: " + String.join("; ", contents.damaged()));
        }
        return switch (tests.silence()) {
            case NO_TESTS -> Optional.empty();
            case NOTHING -> Optional.of(NO_REPORT);
        };
    }

    static ProjectPaths paths(SourceTree tree) {
        return new ProjectPaths(List.copyOf(tree.files().keySet()));
    }

    private static String tail(Output output) {
        String text = BuildOutput.plain(output.text()).stripTrailing();
        if (text.length() <= TAIL) {
            return text;
        }
        String end = text.substring(text.length() - TAIL);
        return end.substring(end.indexOf('\n') + 1);
    }

    private static String inWords(Duration limit) {
        return limit.toSeconds() % 60 == 0 && limit.toMinutes() > 0
                ? limit.toMinutes() + " min"
                : limit.toSeconds() + " s";
    }
}
