package kiro.spec;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads one file of a spec, of which nothing is known but its path. A link that leads out of the project
/// is not followed, and nothing but a file is opened.
final class SpecBytes {
    /// How often a file is read that changes meanwhile.
    private static final int TRIES = 3;

    /// What Java shows of a name that is no text; the older streams know names by their texts alone.
    private static final char NO_TEXT = '\uFFFD';

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
            BasicFileAttributes attributes =
                    file.getFileSystem()
                            .provider()
                            .readAttributesIfExists(
                                    file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes == null) {
                return new Reading.None();
            }
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
            return new Reading.Broken(
                    attributes.isDirectory()
                            ? StoreFaults.folderForFile(path)
                            : StoreFaults.notAFile(path));
        }
        if (attributes.size() > SpecReader.MAX_BYTES) {
            return new Reading.Broken(ReadingFaults.tooLarge(path, attributes.size()));
        }
        byte[] bytes = settled(file, attributes.size());
        return bytes.length > SpecReader.MAX_BYTES
                ? new Reading.Broken(ReadingFaults.tooLarge(path, bytes.length))
                : new Reading.Bytes(new SpecContent.Source(path, bytes));
    }

    /// All that is in a file. It is read by a stream of the older kind, which takes fewer steps: there are thousands of these
    /// files, and they are small.
    private static byte[] bytes(Path file, int size) throws IOException {
        if (file.toString().indexOf(NO_TEXT) >= 0) {
            return Files.readAllBytes(file);
        }
        try (var in = new FileInputStream(file.toFile())) {
            // one more than there should be: then there is no more
            byte[] bytes = new byte[size + 1];
            if (in.read(bytes) == size) {
                return Arrays.copyOf(bytes, size);
            }
        } catch (FileNotFoundException unclear) {
            // why it cannot be opened is said below
        }
        return Files.readAllBytes(file);
    }

    /// A file that somebody is writing is read again, so that half of it is not taken for all.
    private static byte[] settled(Path file, long size) throws IOException {
        byte[] bytes = bytes(file, (int) size);
        long expected = size;
        for (int i = 1; i < TRIES && bytes.length != expected; i++) {
            expected = Files.size(file);
            bytes = Files.readAllBytes(file);
        }
        return bytes;
    }
}
