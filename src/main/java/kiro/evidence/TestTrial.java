package kiro.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Runs one test of a project in copies of it, again and again, whatever is done to the copy between.
public final class TestTrial {
    private final SourceTest test;
    private final List<SourceTest> all;
    private final ProjectLayout layout;
    private final CommandRunner commands;
    private final TestSettings settings;

    private TestTrial(
            SourceTest test,
            List<SourceTest> all,
            ProjectLayout layout,
            CommandRunner commands,
            TestSettings settings) {
        this.test = test;
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
                .map(test -> new TestTrial(test, all, ProjectLayout.of(paths), commands, settings));
    }

    /// The file that it stands in.
    public WorkspacePath file() {
        return test.file();
    }

    /// @param copy the folder of a copy of the project
    public Answer run(Path copy, Duration limit) throws InterruptedException {
        var runs = new TrialRuns(copy, layout, commands, settings, List.of(test), all);
        return switch (runs.outcome(limit)) {
            case PASSED -> new Answer.Passed();
            case FAILED -> new Answer.Failed(runs.failure());
            case LATE, UNKNOWN -> new Answer.Unknown(runs.said());
        };
    }
}
