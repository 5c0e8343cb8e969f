package kiro.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The bytes that a server sends, taken in lines and in pieces.
final class Incoming {
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int at;
    private int end;

    Incoming(InputStream in) {
        this.in = in;
    }

    /// Whether something can be taken without a wait.
    boolean isWaiting() {
        return at < end;
    }

    /// The next line, without its end.
    String line() throws IOException {
        var line = new GrowingBytes();
        while (true) {
            if (at == end && !fill()) {
                throw new EOFException("the connection ended in the head of the response");
            }
            byte next = buffer[at++];
            if (next == '\n') {
                return text(line);
            }
            if (line.length == LONGEST_LINE) {
                throw new ProtocolException("a header that is too long");
            }
            line.add(next);
        }
    }

    private static String text(GrowingBytes line) {
        boolean hasReturn = line.length > 0 && line.bytes[line.length - 1] == '\r';
        return new String(
                line.bytes,
                0,
                hasReturn ? line.length - 1 : line.length,
                StandardCharsets.ISO_8859_1);
    }

    /// What has come, at least a byte and at most so many; empty at the end.
    Optional<ByteBuffer> take(long most) throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        int until = at + (int) Math.min(end - at, most);
        var taken = ByteBuffer.wrap(Arrays.copyOfRange(buffer, at, until));
        at = until;
        return Optional.of(taken);
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
