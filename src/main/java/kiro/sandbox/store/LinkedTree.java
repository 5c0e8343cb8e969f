package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;

/// A new folder that looks like another: links to its files, which commands can read and not write. What they write in its place
/// replaces the link.
final class LinkedTree {
    /// More than these, and the rest is left out.
    private static final int MOST = 200_000;

    private LinkedTree() {}

    enum How {
        LINKED,
        /// For files that tools write into.
        COPIED,
        LEFT_OUT
    }

    /// @param how what becomes of a file, by its way from the folder
    static void make(Path from, Path to, Function<Path, How> how) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Path real = from.toRealPath();
        Files.walkFileTree(real, new Visitor(real, to, how));
    }

    /// Links to what lies in a folder, as it is.
    static void children(Path from, Path to, Function<Path, How> how) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (var inside = Files.newDirectoryStream(from.toRealPath())) {
            for (Path child : inside) {
                if (how.apply(child.getFileName()) == How.LINKED) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final Function<Path, How> how;
        private int count;

        Visitor(Path from, Path to, Function<Path, How> how) {
            this.from = from;
            this.to = to;
            this.how = how;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            Files.createDirectories(there(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            switch (how.apply(from.relativize(file))) {
                case LINKED -> {
                    Files.createSymbolicLink(there(file), file);
                    count++;
                }
                case COPIED -> Files.copy(file, there(file));
                case LEFT_OUT -> {}
            }
            return count < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private Path there(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
