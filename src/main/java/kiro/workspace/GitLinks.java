package kiro.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Symbolic links among a repository's own files that lead out of it. Git writes through them: a message, a line of a record, its
/// index, into any file of the person's.
public final class GitLinks {
    /// Where the tool of that name keeps what its repositories share.
    private static final Path SHARED = Path.of(".repo");

    private GitLinks() {}

    /// Those of the repository around a workspace; none where there is none.
    public static List<Path> leadingOut(Path workspace) throws IOException {
        for (Path at = workspace; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return in(at.resolve(".git"));
            }
        }
        return List.of();
    }

    private static List<Path> in(Path entry) throws IOException {
        List<Path> folders =
                Stream.of(GitSettings.folder(entry), GitSettings.common(entry))
                        .filter(Files::isDirectory)
                        .distinct()
                        .toList();
        var reals = new ArrayList<Path>();
        for (Path folder : folders) {
            reals.add(folder.toRealPath());
        }
        var found = new ArrayList<Path>();
        for (Path folder : folders) {
            Files.walkFileTree(folder, new Visitor(reals, found));
        }
        return found.stream().distinct().toList();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> reals;
        private final List<Path> found;

        Visitor(List<Path> reals, List<Path> found) {
            this.reals = reals;
            this.found = found;
        }

        /// What objects there are, git knows by what is in them.
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isOfObjects =
                    folder.getParent() != null
                            && folder.getParent().endsWith("objects")
                            && String.valueOf(folder.getFileName()).length() == 2;
            return isOfObjects ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink() && leadsOut(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsOut(Path link) {
            try {
                Path real = link.toRealPath();
                boolean isShared =
                        Stream.iterate(real, Path::getParent)
                                .takeWhile(at -> at != null)
                                .anyMatch(at -> at.endsWith(SHARED));
                return !isShared && reals.stream().noneMatch(real::startsWith);
            } catch (IOException leadsNowhereYet) {
                return !isNamedWithin(link);
            }
        }

        /// A link to a file that is not there yet, as the name of one beside it may be.
        private boolean isNamedWithin(Path link) {
            try {
                Path named = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
                return reals.stream().anyMatch(named::startsWith);
            } catch (IOException gone) {
                return true;
            }
        }
    }
}
