package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads one file of a spec, of which nothing is known but its path. A link that leads out of the project
/// is not followed, and nothing but a file is opened.
final class SpecBytes {
    /// How often a file is read that changes meanwhile.
    private static final int TRIES = 3;

    private final Workspace workspace;

    SpecBytes(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What came of it.
    sealed interface Reading {
        record Bytes(SpecContent.Source source) implements Reading {}

        record Broken(Finding finding) implements Reading {}

        /// There is no such file.
        record None() implements Reading {}
    }

    Reading read(WorkspacePath path) {
        try {
            Path file = workspace.absolute(path);
            var attributes =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isSymbolicLink()) {
                return read(path, file, attributes);
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(path.value());
            }
            return workspace.resolve(path.value()).isPresent()
                    ? read(path, file, Files.readAttributes(file, BasicFileAttributes.class))
                    : new Reading.Broken(StoreFaults.outside(path.value(), workspace.root()));
        } catch (NoSuchFileException gone) {
            return Files.isSymbolicLink(workspace.absolute(path))
                    ? new Reading.Broken(StoreFaults.unreadable(path, gone))
                    : new Reading.None();
        } catch (IOException unreadable) {
            return new Reading.Broken(StoreFaults.unreadable(path, unreadable));
        }
    }

    private static Reading read(WorkspacePath path, Path file, BasicFileAttributes attributes)
            throws IOException {
        if (!attributes.isRegularFile()) {
            return new Reading.Broken(StoreFaults.notAFile(path));
        }
        if (attributes.size() > SpecReader.MAX_BYTES) {
            return new Reading.Broken(ReadingFaults.tooLarge(path, attributes.size()));
        }
        byte[] bytes = settled(file, attributes.size());
        return bytes.length > SpecReader.MAX_BYTES
                ? new Reading.Broken(ReadingFaults.tooLarge(path, bytes.length))
                : new Reading.Bytes(new SpecContent.Source(path, bytes));
    }

    /// A file that somebody is writing is read again, so that half of it is not taken for all.
    private static byte[] settled(Path file, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long expected = size;
        for (int i = 1; i < TRIES && bytes.length != expected; i++) {
            expected = Files.size(file);
            bytes = Files.readAllBytes(file);
        }
        return bytes;
    }
}
