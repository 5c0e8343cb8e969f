package kiro.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pipes where git expects files of its own: it waits for good for somebody to write into one.
final class GitPipes {
    private static final Set<String> NAMES = Set.of(".gitignore", ".gitattributes", ".gitmodules");
    private static final int MOST_LOOKED_AT = 100_000;

    private final Path root;
    private volatile Optional<Path> known = Optional.empty();

    GitPipes(Path root) {
        this.root = root;
    }

    /// One that was found, as long as it is there.
    Optional<Path> known() {
        return known.filter(GitPipes::isPipe).map(root::relativize);
    }

    private static boolean isPipe(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther();
        } catch (IOException gone) {
            return false;
        }
    }

    /// Looks for one, which takes its time.
    Optional<Path> found() {
        var pipes = new ArrayList<Path>();
        try {
            Files.walkFileTree(root, new Visitor(pipes));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        known = pipes.stream().findFirst();
        return known();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> pipes;
        private int lookedAt;

        Visitor(List<Path> pipes) {
            this.pipes = pipes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isOther() && NAMES.contains(String.valueOf(file.getFileName()))) {
                pipes.add(file);
            }
            return pipes.isEmpty() && ++lookedAt < MOST_LOOKED_AT
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
