package kiro.session;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// The end of a log that a crash may have cut off.
final class LogTail {
    private final Path file;

    LogTail(Path file) {
        this.file = file;
    }

    /// Makes the file end with a whole line; answers what was done, nothing where that was so.
    List<String> repair() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == bytes.length) {
            return List.of();
        }
        byte[] tail = Arrays.copyOfRange(bytes, end, bytes.length);
        if (new EventReader().decode(new String(tail, StandardCharsets.UTF_8)).isPresent()) {
            append("\n".getBytes(StandardCharsets.UTF_8));
            return List.of();
        }
        Path torn = file.resolveSibling("events.torn");
        Files.write(
                torn,
                Arrays.copyOf(tail, tail.length + 1),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        cut(end);
        return List.of(
                "the last record of the log was cut off, %d bytes; they are kept in %s"
                        .formatted(tail.length, torn.getFileName()));
    }

    private void append(byte[] bytes) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rwd")) {
            open.seek(open.length());
            open.write(bytes);
        }
    }

    private void cut(long length) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rwd")) {
            open.setLength(length);
            open.getFD().sync();
        }
    }
}
