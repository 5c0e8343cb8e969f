package kiro.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Runs a test of a project, or those of one file, in copies of it, again and again, whatever is done to the copy between.
public final class TestTrial {
    private final List<SourceTest> tests;
    private final List<SourceTest> all;
    private final ProjectLayout layout;
    private final CommandRunner commands;
    private final TestSettings settings;

    private TestTrial(
            List<SourceTest> tests,
            List<SourceTest> all,
            ProjectLayout layout,
            CommandRunner commands,
            TestSettings settings) {
        this.tests = List.copyOf(tests);
        this.all = List.copyOf(all);
        this.layout = layout;
        this.commands = commands;
        this.settings = settings;
    }

    /// How it ended.
    public sealed interface Answer {
        record Passed() implements Answer {}

        /// @param message its failure, with the first lines of its trace
        record Failed(String message) implements Answer {}

        /// It did not run: the copy does not compile, or it took too long.
        record Unknown(String reason) implements Answer {}
    }

    /// The test of a name as reports have it, or of the end of one; empty where no source has it.
    ///
    /// @param paths of the project's files
    public static Optional<TestTrial> of(
            Workspace workspace,
            List<WorkspacePath> paths,
            String name,
            CommandRunner commands,
            TestSettings settings) {
        List<SourceTest> all = new TestScan(workspace).tests(paths);
        return all.stream()
                .filter(each -> each.id().toString().equals(name))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(each ->
                                        name.endsWith(each.id().name())
                                                || each.id().toString().endsWith("." + name))
                                .findFirst())
                .map(test ->
                        new TestTrial(
                                List.of(test), all, ProjectLayout.of(paths), commands, settings));
    }

    /// All tests of a file; empty where it has none.
    public static Optional<TestTrial> ofFile(
            Workspace workspace,
            List<WorkspacePath> paths,
            WorkspacePath file,
            CommandRunner commands,
            TestSettings settings) {
        List<SourceTest> all = new TestScan(workspace).tests(paths);
        List<SourceTest> tests = all.stream().filter(each -> each.file().equals(file)).toList();
        return tests.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TestTrial(tests, all, ProjectLayout.of(paths), commands, settings));
    }

    /// The same, run within walls alone: something of it was written by a model.
    public TestTrial withinWalls() {
        return new TestTrial(tests, all, layout, commands, settings.withinWalls());
    }

    /// The names that the tests have in their source.
    public List<String> names() {
        return tests.stream().map(each -> each.id().name()).toList();
    }

    /// The tests that are passed over, or in which nothing asserts anything.
    public List<String> empty() {
        return tests.stream()
                .filter(each ->
                        each.body().demands().isSkipped()
                                || each.body().calls().stream()
                                        .noneMatch(AssertionCheck::isAssertion))
                .map(each -> each.id().name())
                .toList();
    }

    /// The file that it stands in.
    public WorkspacePath file() {
        return tests.getFirst().file();
    }

    /// @param copy the folder of a copy of the project
    public Answer run(Path copy, Duration limit) throws InterruptedException {
        var runs = new TrialRuns(copy, layout, commands, settings, tests, all);
        return switch (runs.outcome(limit)) {
            case PASSED -> new Answer.Passed();
            case FAILED -> new Answer.Failed(runs.failure());
            case LATE, UNKNOWN -> new Answer.Unknown(runs.said());
        };
    }
}
