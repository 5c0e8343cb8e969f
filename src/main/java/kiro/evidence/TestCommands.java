package kiro.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.TestCommand.Silence;
import kiro.workspace.BuildTool;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Tells from a project's layout how its tests are run: all of them, though some fail, and leaving a
/// report.
final class TestCommands {
    /// The variable that names the folder for reports.
    static final String REPORTS = "KIRO_REPORTS";

    private static final String SETTING = "set tests.command";
    private static final String GO = "go test -json ./... > \"$KIRO_REPORTS/go-test.json\"";
    private static final String CARGO =
            "cargo test --no-fail-fast > \"$KIRO_REPORTS/cargo-test.txt\" 2>&1";

    private final Workspace workspace;
    private final JavaHome java;

    TestCommands(Workspace workspace, JavaHome java) {
        this.workspace = workspace;
        this.java = java;
    }

    /// @param reports a folder that is there while the tests run, for their reports; the line knows it as
    ///     `$KIRO_REPORTS`
    TestCommand of(ProjectLayout layout, Optional<String> personal, Path reports) {
        Map<String, String> environment = environment(layout, reports);
        if (personal.isPresent()) {
            return new TestCommand.Known(personal.get(), environment, Silence.NOTHING);
        }
        if (layout.buildTool().isEmpty()) {
            return new TestCommand.Unknown(
                    "nothing here says how the tests are run (a pom.xml, build.gradle, package.json,"
                            + " pyproject.toml or pytest.ini would): "
                            + SETTING);
        }
        return switch (layout.buildTool().get()) {
            case MAVEN -> new TestCommand.Known(maven(layout), environment, silence(layout));
            case GRADLE -> new TestCommand.Known(gradle(layout), environment, silence(layout));
            case NPM ->
                    new TestCommand.Known(
                            in(layout, new ScriptCommand(folderOf(layout)).line()),
                            environment,
                            Silence.NOTHING);
            case PYTHON -> new TestCommand.Known(pytest(), environment, Silence.NOTHING);
            case CARGO -> new TestCommand.Known(in(layout, CARGO), environment, Silence.NOTHING);
            case GO -> new TestCommand.Known(in(layout, GO), environment, Silence.NOTHING);
        };
    }

    /// Builds that report every test they run are silent only where there is none.
    private static Silence silence(ProjectLayout layout) {
        return layout.testFolders().isEmpty() ? Silence.NO_TESTS : Silence.NOTHING;
    }

    /// A failing test does not end Maven: what ends it is then the build itself.
    private String maven(ProjectLayout layout) {
        return in(
                layout,
                wrapperOr(layout, "mvnw", "mvn")
                        + " --batch-mode --no-transfer-progress -Dstyle.color=never"
                        + " -Dmaven.test.failure.ignore=true test");
    }

    /// Gradle keeps results of earlier runs: they are cleaned away and not taken from its cache, so that
    /// every report is of this run.
    private String gradle(ProjectLayout layout) {
        return in(
                layout,
                wrapperOr(layout, "gradlew", "gradle")
                        + " cleanTest test --continue --console=plain --no-build-cache");
    }

    private String pytest() {
        boolean hasOwn = Files.isExecutable(workspace.root().resolve(".venv/bin/python"));
        return (hasOwn ? ".venv/bin/python -m pytest" : "pytest")
                + " -q --color=no --continue-on-collection-errors"
                + " --junitxml=\"$KIRO_REPORTS/pytest.xml\"";
    }

    private Map<String, String> environment(ProjectLayout layout, Path reports) {
        var environment = new HashMap<String, String>();
        environment.put(REPORTS, reports.toString());
        if (layout.buildTool().filter(BuildTool.NPM::equals).isPresent()) {
            environment.putAll(new ScriptCommand(folderOf(layout)).environment(reports));
        }
        if (layout.buildTool().filter(BuildTool.MAVEN::equals).isPresent()) {
            java.forRelease(release(layout))
                    .ifPresent(home -> environment.put("JAVA_HOME", home.toString()));
        }
        return environment;
    }

    private int release(ProjectLayout layout) {
        Optional<Path> pom =
                layout.buildFile().map(workspace::absolute).filter(Files::isRegularFile);
        try {
            return pom.isPresent() ? PomRelease.of(Files.readAllBytes(pom.get())) : 0;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String wrapperOr(ProjectLayout layout, String wrapper, String command) {
        return Files.isExecutable(folderOf(layout).resolve(wrapper)) ? "./" + wrapper : command;
    }

    private Path folderOf(ProjectLayout layout) {
        return folder(layout).map(workspace.root()::resolve).orElseGet(workspace::root);
    }

    private static String in(ProjectLayout layout, String command) {
        return folder(layout)
                .map(folder -> "cd '" + folder.replace("'", "'\\''") + "' && " + command)
                .orElse(command);
    }

    /// The folder of the build file; empty when that is the root.
    private static Optional<String> folder(ProjectLayout layout) {
        return layout.buildFile()
                .map(WorkspacePath::value)
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.lastIndexOf('/')));
    }
}
