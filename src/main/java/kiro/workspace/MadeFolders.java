package kiro.workspace;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Makes the folders on the way to a file. Java makes none in a folder that is held: a new one is made in the root, and moved.
final class MadeFolders {
    private final Path root;

    MadeFolders(Path root) {
        this.root = root;
    }

    /// @param file from the root on
    void make(Path file) throws IOException {
        HeldFolder at = HeldFolder.of(root);
        try {
            for (int i = 0; i < file.getNameCount() - 1; i++) {
                String name = RawPath.name(file.getName(i));
                Optional<BasicFileAttributes> found = at.attributes(name);
                if (found.isEmpty()) {
                    make(at, name, root.resolve(file.subpath(0, i + 1)));
                } else if (!found.get().isDirectory() && !found.get().isSymbolicLink()) {
                    throw new FileAlreadyExistsException(
                            root.resolve(file.subpath(0, i + 1)).toString());
                }
                try (HeldFolder before = at) {
                    at = before.enter(name);
                }
            }
        } finally {
            at.close();
        }
    }

    private void make(HeldFolder parent, String name, Path place) throws IOException {
        Path made = Files.createDirectory(root.resolve(AtomicFile.temporary()));
        try (HeldFolder top = HeldFolder.of(root)) {
            top.move(made.getFileName().toString(), parent, name);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.deleteIfExists(made);
            Files.createDirectory(place);
        } catch (IOException somebodyMadeIt) {
            Files.deleteIfExists(made);
            if (parent.attributes(name).isEmpty()) {
                throw somebodyMadeIt;
            }
        }
    }
}
