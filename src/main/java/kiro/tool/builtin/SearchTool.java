package kiro.tool.builtin;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import kiro.secret.SecretFiles;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Looks for a pattern in the lines of the project's files.
final class SearchTool implements BuiltinTool {
    private final Workspace workspace;
    private final PathReader paths;
    private final WorkspaceFiles files;
    private final Git git;

    SearchTool(Workspace workspace, PathReader paths, WorkspaceFiles files, Git git) {
        this.workspace = workspace;
        this.paths = paths;
        this.files = files;
        this.git = git;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        Optional<PathGlob> glob =
                arguments
                        .optionalText("glob")
                        .map(PathGlob::parse)
                        .orElse(Optional.of(PathGlob.ALL));
        if (glob.isEmpty()) {
            return Preparation.Refused.looking(
                    "the glob %s is not well formed: a bracket or a brace is not closed"
                            .formatted(arguments.text("glob")));
        }
        return switch (Wanted.of(arguments)) {
            case Wanted.Reading.Refused refused -> Preparation.Refused.looking(refused.text());
            case Wanted.Reading.Read read ->
                    prepare(read.wanted(), glob.get(), arguments.optionalText("path"));
        };
    }

    private Preparation prepare(Wanted wanted, PathGlob glob, Optional<String> path) {
        return switch (paths.read(path.orElse("."))) {
            case PathReading.Refused refused -> Preparation.Refused.looking(refused.text());
            case PathReading.Root _ -> ready(wanted, glob, Optional.empty());
            case PathReading.Inside inside when SecretFiles.include(inside.path().value()) ->
                    Preparation.Refused.looking(Secrecy.refusal(inside.path()));
            case PathReading.Inside inside ->
                    Files.exists(workspace.absolute(inside.path()))
                            ? ready(wanted, glob, Optional.of(inside.path()))
                            : Preparation.Refused.looking(
                                    "there is no file or folder " + inside.path());
        };
    }

    private Preparation ready(Wanted wanted, PathGlob glob, Optional<WorkspacePath> place) {
        String shown = wanted.pattern().pattern().replaceFirst("(?s)^\\\\Q(.*)\\\\E$", "$1");
        String where = place.map(path -> " in " + path).orElse("");
        return new Preparation.Ready(
                new Effect.Read(place.map(List::of).orElse(List.of())),
                "search " + Summaries.oneLine(shown) + where,
                () -> new Search(workspace, files, wanted).run(candidates(glob, place)));
    }

    /// A folder that is left out is searched by whoever names it.
    private List<WorkspacePath> listed(String prefix, Optional<WorkspacePath> place)
            throws InterruptedException {
        List<WorkspacePath> files =
                git.files().stream().filter(file -> file.value().startsWith(prefix)).toList();
        return files.isEmpty() && place.isPresent() ? git.ignored(place.get()) : files;
    }

    private List<WorkspacePath> candidates(PathGlob glob, Optional<WorkspacePath> place)
            throws InterruptedException {
        boolean isFile = place.map(workspace::absolute).filter(Files::isRegularFile).isPresent();
        if (isFile) {
            return List.of(place.get());
        }
        String prefix = place.map(path -> path + "/").orElse("");
        var ignored = new SearchIgnores(workspace);
        return listed(prefix, place).stream()
                .filter(glob::matches)
                .filter(file -> !SecretFiles.include(file.value()) && !paths.isKept(file))
                .filter(file -> !ignored.includes(file))
                .sorted()
                .toList();
    }
}
