package kiro.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.text.OwnFolder;

/// The output of a command, to the byte, as far as the largest file goes: in memory while it is short, else in a file.
///
/// A file that cannot be written is given up: what a command does matters more than keeping all of what
/// it prints.
final class Spill implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;

    private final Path folder;
    private final long largest;
    private final Optional<Consumer<Path>> onFile;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private OutputStream output = memory;
    private long length;
    private boolean isCut;
    private boolean isOver;

    private Spill(Path folder, long largest, Optional<Consumer<Path>> onFile, boolean isOver) {
        this.folder = folder;
        this.largest = largest;
        this.onFile = onFile;
        this.isOver = isOver;
    }

    /// One that is in a file from the first byte, and stays there however the command ends.
    ///
    /// @param onFile is told the file once there is one
    static Spill recorded(Path folder, Consumer<Path> onFile) {
        return new Spill(folder, Output.LARGEST_FILE, Optional.of(onFile), false);
    }

    static Spill in(Path folder) {
        return in(folder, Output.LARGEST_FILE);
    }

    /// @param largest how many bytes a file has at most
    static Spill in(Path folder, long largest) {
        return new Spill(folder, largest, Optional.empty(), false);
    }

    /// Keeps nothing.
    static Spill none() {
        return new Spill(Path.of(""), 0, Optional.empty(), true);
    }

    void write(byte[] bytes, int count) {
        if (isOver) {
            return;
        }
        long room = largest - length;
        isCut |= count > room;
        int taken = (int) Math.min(count, room);
        if (taken == 0) {
            return;
        }
        length += taken;
        try {
            if (file.isEmpty() && (onFile.isPresent() || memory.size() + taken > IN_MEMORY)) {
                toFile();
            }
            output.write(bytes, 0, taken);
        } catch (IOException full) {
            close();
        }
    }

    /// Ends the writing, and answers the file with the output.
    Optional<Output.Kept> keep() {
        if (isOver) {
            return Optional.empty();
        }
        try {
            if (file.isEmpty()) {
                toFile();
            }
            output.close();
            isOver = true;
            return file.map(path -> new Output.Kept(path, length, !isCut));
        } catch (IOException full) {
            close();
            return Optional.empty();
        }
    }

    /// Ends the writing, and leaves no file behind, unless it was kept before or is one that stays.
    @Override
    public void close() {
        if (isOver) {
            return;
        }
        isOver = true;
        try (OutputStream closed = output) {
            closed.flush();
        } catch (IOException full) {
            memory.reset();
        }
        if (onFile.isEmpty()) {
            file.ifPresent(Spill::delete);
            file = Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("an unfinished output file could not be deleted", cause);
        }
    }

    private void toFile() throws IOException {
        OwnFolder.make(folder);
        for (int number = 1; file.isEmpty(); number++) {
            file = create(folder.resolve("output-" + number + ".txt"));
        }
        memory.writeTo(output);
        memory.reset();
        onFile.ifPresent(listener -> file.ifPresent(listener));
    }

    /// Empty when there is such a file already.
    private Optional<Path> create(Path candidate) throws IOException {
        try {
            output =
                    Files.newOutputStream(
                            candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Optional.of(candidate);
        } catch (FileAlreadyExistsException taken) {
            return Optional.empty();
        }
    }
}
