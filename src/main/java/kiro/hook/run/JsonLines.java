package kiro.hook.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.Json;
import kiro.text.OwnFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A file to which several processes add lines of JSON. It is bounded: when it is full it becomes the old file, of which
/// there is one.
///
/// A line is written at once, so that lines of two processes do not mix. One that a crash has cut is passed over, and the
/// next one begins anew.
final class JsonLines {
    private final Path file;
    private final long most;

    /// @param most how many bytes it has at most, about
    JsonLines(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    void append(JsonNode line) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            OwnFolder.make(folder);
        }
        turn();
        boolean isNew = !Files.exists(file);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (isNew && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            String text = (isCut() ? "\n" : "") + Json.write(line) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /// Whether the last line has no end.
    private boolean isCut() throws IOException {
        try (var read = new RandomAccessFile(file.toFile(), "r")) {
            long length = read.length();
            if (length == 0) {
                return false;
            }
            read.seek(length - 1);
            return read.read() != '\n';
        }
    }

    /// Makes room: of several processes one does it.
    private void turn() throws IOException {
        if (size(file) < most) {
            return;
        }
        Path guard = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel =
                        FileChannel.open(
                                guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && size(file) >= most) {
                Files.move(
                        file,
                        old(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (OverlappingFileLockException another) {
            // It makes the room.
            return;
        }
    }

    private Path old() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /// Changes whenever something was added.
    long stamp() {
        return size(file) ^ (file.toFile().lastModified() << 20);
    }

    /// The lines of the old file and this one, in their order; what is no JSON is left out.
    List<JsonNode> read() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (Path each : List.of(old(), file)) {
            if (Files.exists(each)) {
                String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
                text.lines().forEach(line -> parse(line, lines));
            }
        }
        return lines;
    }

    private static void parse(String line, List<JsonNode> lines) {
        try {
            if (!line.isBlank()) {
                lines.add(Json.read(line));
            }
        } catch (JacksonException cut) {
            // A crash came in between; what was to be said is not known.
            return;
        }
    }

    /// When a line was written.
    static Optional<Instant> time(JsonNode line) {
        try {
            return Optional.of(Instant.parse(line.path("time").asString("")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
