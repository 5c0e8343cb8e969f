package kiro.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folders in which nothing is: git lists none of them.
final class EmptyFolders {
    private static final int MOST_LOOKED_AT = 5_000;

    private final Workspace workspace;
    private final Set<WorkspacePath> found = new HashSet<>();
    private int lookedAt;

    EmptyFolders(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Those that are one of these folders, or in one; empty where there is too much to look at. Repositories of their own,
    /// and folders in them that hold what tools make, are left out.
    Optional<Set<WorkspacePath>> in(Iterable<Path> folders) {
        try {
            for (Path folder : folders) {
                Files.walkFileTree(folder, new Visitor(folder));
            }
            return lookedAt > MOST_LOOKED_AT ? Optional.empty() : Optional.of(Set.copyOf(found));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Deque<Integer> entered = new ArrayDeque<>();

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isMade =
                    !folder.equals(start)
                            && MadeByTools.FOLDERS.contains(String.valueOf(folder.getFileName()));
            boolean isLeftOut =
                    isMade
                            || folder.equals(workspace.kiroFolder().resolve("sessions"))
                            || isAnotherRepository(folder);
            lookedAt++;
            if (isLeftOut) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            entered.push(lookedAt);
            return next();
        }

        private boolean isAnotherRepository(Path folder) {
            return !folder.equals(workspace.root())
                    && Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
        }

        private FileVisitResult next() {
            return lookedAt > MOST_LOOKED_AT ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            lookedAt++;
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            lookedAt++;
            return next();
        }

        /// Nothing was looked at since it was entered.
        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unreadable) {
            if (entered.pop() == lookedAt && unreadable == null) {
                RawPath.of(workspace, folder)
                        .or(() -> workspace.relativize(folder))
                        .ifPresent(found::add);
            }
            return next();
        }
    }
}
