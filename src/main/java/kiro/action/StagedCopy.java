package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.action.dependency.ProjectTexts;
import kiro.evidence.ScratchProject;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Copies a project as git is about to commit it, so that tools see that and not what lies in the folder.
final class StagedCopy {
    private static final long LARGEST = 100 << 20;

    private final Git git;
    private final Workspace workspace;

    StagedCopy(ActionMeans means, Path root) {
        this.git = means.git(root);
        this.workspace = new Workspace(root);
    }

    /// @param files of the copy, from its root
    record Staged(ScratchProject copy, List<String> files) {}

    /// Empty where the folder has what is staged, and nothing else.
    Optional<Staged> in(Path scratch) throws InterruptedException, IOException {
        ProjectTexts staged = ProjectTexts.staged(workspace.root(), git);
        if (staged.files().isEmpty() || (staged.unlike().isEmpty() && !hasUntracked())) {
            return Optional.empty();
        }
        List<WorkspacePath> lying =
                staged.files().stream()
                        .filter(path -> !staged.unlike().contains(path))
                        .map(WorkspacePath::of)
                        .toList();
        ScratchProject copy = ScratchProject.of(workspace, lying, scratch);
        try {
            for (String path : staged.unlike()) {
                Optional<byte[]> bytes = staged.read(path, LARGEST);
                if (bytes.isPresent()) {
                    Path file = copy.folder().resolve(path);
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.write(file, bytes.get());
                    file.toFile().setExecutable(isExecutable(path));
                }
            }
        } catch (IOException cause) {
            copy.close();
            throw cause;
        }
        return Optional.of(new Staged(copy, staged.files()));
    }

    private boolean hasUntracked() throws InterruptedException {
        return !answer("ls-files", "--others", "--exclude-standard", "-z").isEmpty();
    }

    private boolean isExecutable(String path) throws InterruptedException {
        return Stream.of(answer("ls-files", "--stage", "--", path))
                .anyMatch(line -> line.startsWith("100755"));
    }

    private String answer(String... arguments) throws InterruptedException {
        return git.run(List.of(arguments)) instanceof Capture.Ended ended && ended.code() == 0
                ? new String(ended.output(), StandardCharsets.UTF_8)
                : "";
    }
}
