package kiro.knowledge.lucene;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.knowledge.KnowledgeSource;
import kiro.secret.SecretFiles;
import kiro.workspace.KiroIgnore;

/// The files of a folder outside of the project. What begins with a dot is left out, as there people and programs keep their
/// keys; so is what tools have made, and what the folder's own `.kiroignore` and `.gitignore` name. Links are not followed.
final class FolderFiles {
    static final int MOST_FILES = 20_000;
    private static final Set<String> MADE =
            Set.of("node_modules", "target", "build", "dist", "out", "venv", "__pycache__");

    private final Path home;

    FolderFiles(Path home) {
        this.home = home;
    }

    /// What came of looking through a folder.
    sealed interface Listing {
        record Listed(List<Candidate> files) implements Listing {}

        /// @param reason in words, with what to do about it
        record Refused(String reason) implements Listing {}
    }

    Listing of(KnowledgeSource.Folder source) {
        try {
            Path folder = source.folder().toRealPath();
            if (!Files.isDirectory(folder)) {
                return refused(source, "it is no folder");
            }
            if (isTooMuch(folder)) {
                return refused(
                        source, "it is the home folder or lies above it: name what is meant");
            }
            if (keepsKeys(folder)) {
                return refused(
                        source,
                        "programs keep their keys below such a folder, whose name begins with a dot");
            }
            var walk = new Walk(folder, source.name());
            Files.walkFileTree(folder, walk);
            walk.files.sort((a, b) -> a.shown().compareTo(b.shown()));
            return new Listing.Listed(walk.files);
        } catch (IOException unreadable) {
            return refused(source, "it cannot be read");
        }
    }

    private static Listing refused(KnowledgeSource.Folder source, String reason) {
        return new Listing.Refused(
                "nothing of '%s' is indexed (%s): %s is left out, for %s"
                        .formatted(source.name(), source.origin(), source.folder(), reason));
    }

    private boolean isTooMuch(Path folder) throws IOException {
        return (Files.exists(home) ? home.toRealPath() : home).startsWith(folder);
    }

    private boolean keepsKeys(Path folder) throws IOException {
        Path real = Files.exists(home) ? home.toRealPath() : home;
        if (!folder.startsWith(real)) {
            return SecretFiles.include(folder.toString());
        }
        for (Path name : real.relativize(folder)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<String> source;
        private final List<KiroIgnore> ignored;
        private final List<Candidate> files = new ArrayList<>();

        private Walk(Path folder, String source) throws IOException {
            this.folder = folder;
            this.source = List.of(source);
            this.ignored =
                    List.of(KiroIgnore.in(folder), KiroIgnore.read(folder.resolve(".gitignore")));
        }

        private boolean isLeftOut(Path file) {
            String name = String.valueOf(file.getFileName());
            String path = folder.relativize(file).toString().replace('\\', '/');
            return name.startsWith(".")
                    || SecretFiles.include(path)
                    || ignored.stream().anyMatch(each -> each.includes(path));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            boolean isOut =
                    !at.equals(folder)
                            && (isLeftOut(at) || MADE.contains(String.valueOf(at.getFileName())));
            return isOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isLeftOut(file)) {
                files.add(new Candidate(shown(file), folder, file, source));
            }
            return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }

    private String shown(Path file) {
        String path = file.startsWith(home) ? "~/" + home.relativize(file) : file.toString();
        return path.replace('\\', '/');
    }
}
