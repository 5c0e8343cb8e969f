package kiro;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import kiro.permission.HeldByFolders;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What the folders of a project hold now, by git where it has a repository.
final class ProjectFolders implements HeldByFolders {
    private static final int MOST_FILES = 20_000;

    private final Workspace workspace;
    private final Git git;

    ProjectFolders(Workspace workspace, Git git) {
        this.workspace = workspace;
        this.git = git;
    }

    @Override
    public List<String> in(String folder) {
        if (!isFolder(folder)) {
            return List.of();
        }
        try {
            List<String> files =
                    git.files().stream()
                            .map(WorkspacePath::value)
                            .filter(file -> file.startsWith(folder + "/"))
                            .limit(MOST_FILES + 1L)
                            .toList();
            return files.size() > MOST_FILES ? List.of(folder + "/*") : files;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of(folder + "/*");
        }
    }

    /// The whole project is what every rule is about.
    private boolean isFolder(String folder) {
        if (folder.startsWith("/") || folder.startsWith("..") || folder.equals(".")) {
            return false;
        }
        try {
            Path place = workspace.root().resolve(folder).normalize();
            return !place.equals(workspace.root())
                    && place.startsWith(workspace.root())
                    && Files.isDirectory(place);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
