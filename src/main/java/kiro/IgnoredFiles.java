package kiro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import kiro.permission.KeptFiles;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;

/// What `.kiroignore` keeps in a workspace, as its files stand. It is read when the first command is decided about.
final class IgnoredFiles implements KeptFiles {
    private static final int MOST_FILES = 50_000;
    private static final int MOST_OF_A_PATTERN = 2_000;

    private final Workspace workspace;
    private final Git git;
    private Optional<KiroIgnore> known = Optional.empty();
    private Optional<Boolean> inHistory = Optional.empty();

    IgnoredFiles(Workspace workspace, Git git) {
        this.workspace = workspace;
        this.git = git;
    }

    private synchronized KiroIgnore ignored() {
        if (known.isEmpty()) {
            try {
                known = Optional.of(KiroIgnore.in(workspace.root()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(
                        KiroIgnore.FILE + " cannot be read, so no command is run", unreadable);
            }
        }
        return known.get();
    }

    @Override
    public boolean isAny() {
        return !ignored().isEmpty();
    }

    @Override
    public Optional<String> named(String path) {
        return path.startsWith("/") || path.startsWith("..")
                ? Optional.empty()
                : Stream.concat(Stream.of(path), expanded(path)).filter(this::isKept).findFirst();
    }

    /// By its name, or by where it leads.
    private boolean isKept(String path) {
        if (ignored().includes(path)) {
            return true;
        }
        try {
            Path real = workspace.root().resolve(path).toRealPath();
            return real.startsWith(workspace.root()) && ignored().includes(name(real));
        } catch (IOException | InvalidPathException nothingThere) {
            return false;
        }
    }

    private String name(Path file) {
        return workspace.root().relativize(file).toString().replace('\\', '/');
    }

    private Stream<String> expanded(String path) {
        if (!path.matches(".*[*?\\[].*")) {
            return Stream.empty();
        }
        List<Path> found = List.of(workspace.root());
        for (String name : path.split("/")) {
            var next = new ArrayList<Path>();
            for (Path folder : found) {
                below(folder, name).limit(MOST_OF_A_PATTERN - next.size()).forEach(next::add);
            }
            found = next;
        }
        return found.stream().map(this::name);
    }

    private static Stream<Path> below(Path folder, String name) {
        if (!name.matches(".*[*?\\[].*")) {
            return Stream.of(folder.resolve(name)).filter(Files::exists);
        }
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(folder, file -> matcher.matches(file.getFileName()))) {
                var all = new ArrayList<Path>();
                files.forEach(all::add);
                return all.stream();
            }
        } catch (IOException | PatternSyntaxException none) {
            return Stream.empty();
        }
    }

    @Override
    public boolean isIn(String folder) {
        Path start = workspace.root().resolve(folder);
        var walk = new Walk();
        try {
            Files.walkFileTree(start, walk);
            return walk.isFound;
        } catch (IOException | InvalidPathException unreadable) {
            return false;
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private int seen;
        private boolean isFound;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : look(folder);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        /// What is too much to look through may hold some.
        private FileVisitResult look(Path file) {
            isFound = ++seen > MOST_FILES || ignored().includes(name(file));
            return isFound ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }

    @Override
    public synchronized boolean isInHistory() {
        if (inHistory.isEmpty()) {
            inHistory =
                    Optional.of(
                            isTracked("ls-files")
                                    || isTracked("log", "--all", "-1", "--format=%H"));
        }
        return inHistory.get();
    }

    private boolean isTracked(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--");
        ignored().pathspecs().forEach(pattern -> all.add(":(glob)" + pattern));
        try {
            return switch (git.run(all)) {
                case Capture.Ended ended -> ended.code() == 0 && ended.output().length > 0;
                case Capture.Failed _ -> false;
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
