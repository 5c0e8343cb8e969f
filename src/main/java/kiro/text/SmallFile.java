package kiro.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of settings, keys or tokens: small, whatever somebody has put in its place.
public final class SmallFile {
    /// Far more than any of them has.
    static final int MOST_BYTES = 1024 * 1024;

    private SmallFile() {}

    /// The text of the file, as `Files.readString` gives it.
    ///
    /// @throws FileSystemException when it is larger than 1 MB
    public static String read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new FileSystemException(file.toString(), null, "larger than 1 MB");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
