package kiro.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a workspace that no repository lists, as far as people made them.
final class FolderWalk {
    private static final int MOST_FILES = 100_000;
    private static final WorkspacePath SESSIONS = WorkspacePath.of(".kiro/sessions");

    private final Workspace workspace;
    private final List<WorkspacePath> raw = new ArrayList<>();

    FolderWalk(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Sorted. Links are listed, not followed; a folder that cannot be read is left out; of a folder that
    /// is no project, such as a whole disk, the first hundred thousand files are enough.
    List<WorkspacePath> files() {
        var files = new ArrayList<WorkspacePath>();
        try {
            Files.walkFileTree(workspace.root(), new Visitor(files));
        } catch (IOException cause) {
            throw new UncheckedIOException("the workspace could not be listed", cause);
        }
        files.sort(null);
        return List.copyOf(files);
    }

    /// Those whose names are no text, once the files were listed.
    List<WorkspacePath> raw() {
        return List.copyOf(raw);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<WorkspacePath> files;

        Visitor(List<WorkspacePath> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isMade =
                    !folder.equals(workspace.root())
                            && MadeByTools.FOLDERS.contains(String.valueOf(folder.getFileName()));
            return isMade || folder.equals(workspace.absolute(SESSIONS))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            workspace.relativize(file).ifPresent(files::add);
            RawPath.of(workspace, file).ifPresent(raw::add);
            return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
