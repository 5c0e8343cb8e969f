package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.steering.project.ToldSteering;
import kiro.workspace.GitState;
import kiro.workspace.ProjectLayout;
import kiro.workspace.WorkspacePath;

/// The project as it stands when a run begins.
///
/// @param steering what is told of it
/// @param testCommand what runs the tests; empty where nothing is known to
/// @param sources where files come from that somebody mentions; empty where none are looked for
/// @param memory what is known from before
public record ProjectView(
        String name,
        ProjectLayout layout,
        GitState git,
        ToldSteering steering,
        Optional<String> testCommand,
        Optional<ContextSources> sources,
        ProjectMemory memory) {
    /// A project without a memory.
    public ProjectView(
            String name,
            ProjectLayout layout,
            GitState git,
            ToldSteering steering,
            Optional<String> testCommand,
            Optional<ContextSources> sources) {
        this(name, layout, git, steering, testCommand, sources, ProjectMemory.NONE);
    }

    /// The project as `key: value` lines.
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("name: " + name);
        lines.add(
                "build tool: "
                        + layout.buildTool().map(tool -> lower(tool.name())).orElse("none found"));
        layout.buildFile().ifPresent(file -> lines.add("build file: " + file));
        lines.add("languages: " + orNone(layout.languages()));
        lines.add("source folders: " + paths(layout.sourceFolders()));
        lines.add("test folders: " + paths(layout.testFolders()));
        lines.add("test command: " + testCommand.orElse("none known"));
        lines.add("git: " + gitLine());
        return lines;
    }

    private String gitLine() {
        return switch (git) {
            case GitState.NoGit _ -> "not installed";
            case GitState.NotARepository _ -> "not a repository";
            case GitState.Unusable unusable -> "cannot be used: " + unusable.reason();
            case GitState.Repository repository ->
                    "branch "
                            + repository.branch().orElse("(none)")
                            + (repository.isClean()
                                    ? ", clean"
                                    : ", " + changed(repository.dirty().size()));
        };
    }

    private static String changed(int files) {
        return files == 1 ? "1 file changed" : files + " files changed";
    }

    private static String paths(List<WorkspacePath> paths) {
        return orNone(paths.stream().map(WorkspacePath::value).toList());
    }

    private static String orNone(List<String> words) {
        return words.isEmpty() ? "none" : words.stream().collect(Collectors.joining(", "));
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
