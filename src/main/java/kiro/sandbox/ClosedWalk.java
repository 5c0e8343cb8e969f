package kiro.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the files and folders of a workspace that are closed to a command.
final class ClosedWalk extends SimpleFileVisitor<Path> {
    /// Each is a mount of its own; what is beyond is looked at after the command.
    private static final int MOST = 1_000;

    /// Names that a pattern fits only where it fits every one.
    private static final List<String> ANY_NAME = List.of("/\u0001.\u0001", "/\u0001/\u0002");

    final List<Path> kept = new ArrayList<>();
    final Set<Path> pinned = new LinkedHashSet<>();
    final List<Path> hiddenFiles = new ArrayList<>();
    final List<Path> hiddenFolders = new ArrayList<>();
    private final Path workspace;
    private final ClosedPlaces closed;

    private ClosedWalk(Path workspace, ClosedPlaces closed) {
        this.workspace = workspace;
        this.closed = closed;
    }

    static ClosedWalk of(Path workspace, ClosedPlaces closed) throws IOException {
        var walk = new ClosedWalk(workspace, closed);
        if (closed.isAny()) {
            Files.walkFileTree(workspace, walk);
        }
        return walk;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(workspace)) {
            return FileVisitResult.CONTINUE;
        }
        if (folder.endsWith(".git")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        String path = path(folder);
        boolean isHidden = isWhole(path, closed::isClosedToReading);
        boolean isKept = isWhole(path, closed::isClosedToWriting) && !closed.mayHoldOpen(path);
        if (isHidden) {
            add(hiddenFolders, folder);
        } else if (isKept) {
            add(kept, folder);
        }
        return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = path(file);
        if (attributes.isRegularFile() && closed.isClosedToReading(path)) {
            add(hiddenFiles, file);
        } else if (attributes.isRegularFile()
                && closed.isClosedToWriting(path)
                && kept.stream().noneMatch(file::startsWith)) {
            add(kept, file);
        }
        return kept.size() + hiddenFiles.size() > MOST
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }

    /// What is closed keeps its place only when the folders around it do.
    private void add(List<Path> places, Path place) {
        places.add(place);
        for (Path at = place.getParent();
                at != null && !at.equals(workspace);
                at = at.getParent()) {
            pinned.add(at);
        }
    }

    private static boolean isWhole(String folder, Predicate<String> isClosed) {
        return ANY_NAME.stream().allMatch(name -> isClosed.test(folder + name));
    }

    private String path(Path file) {
        return workspace.relativize(file).toString().replace('\\', '/');
    }
}
