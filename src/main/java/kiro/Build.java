package kiro;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import kiro.text.Hash;

/// Tells builds of this program apart, also those of one version.
final class Build {
    private static final int END_LENGTH = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int SIZE_AT = 12;
    private static final int OFFSET_AT = 16;

    private Build() {}

    /// The digest of the table of contents of the jar that this program runs from, which has a checksum of each file
    /// in it; empty where it runs from something else.
    static Optional<Hash> identity() {
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? identity(jar) : Optional.empty();
        } catch (IOException | URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /// Of a jar; empty where that has no table in the plain form, without a comment behind it.
    static Optional<Hash> identity(Path jar) throws IOException {
        try (var file = new RandomAccessFile(jar.toFile(), "r")) {
            if (file.length() < END_LENGTH) {
                return Optional.empty();
            }
            byte[] end = new byte[END_LENGTH];
            file.seek(file.length() - END_LENGTH);
            file.readFully(end);
            long offset = number(end, OFFSET_AT) & 0xFFFFFFFFL;
            int size = number(end, SIZE_AT);
            if (number(end, 0) != END_MARK || size < 0 || offset + size > file.length()) {
                return Optional.empty();
            }
            byte[] table = new byte[size];
            file.seek(offset);
            file.readFully(table);
            return Optional.of(Hash.of(table));
        }
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
