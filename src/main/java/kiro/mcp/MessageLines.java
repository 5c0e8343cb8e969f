package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads messages, a line each, from what a program prints. Lines that are none are passed over, as many programs
/// greet first; a program that prints nothing but such lines is given up.
final class MessageLines {
    private static final int LONGEST = 32 << 20;
    private static final int MOST_NOISE = 1 << 20;
    private static final int KEPT_NOISE = 400;

    private final InputStream input;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile String noise = "";
    private int from;
    private int to;
    private int noiseBytes;

    MessageLines(InputStream input) {
        this.input = input;
    }

    /// The next message; null at the end.
    ///
    /// @throws IOException when it is not worth reading on, with the reason
    @Nullable JSONRPCMessage next() throws IOException {
        while (true) {
            byte[] bytes = line();
            if (bytes == null) {
                return null;
            }
            JSONRPCMessage message = message(bytes);
            if (message != null) {
                return message;
            }
        }
    }

    /// The first of what was printed and is no message.
    String noise() {
        return noise.strip();
    }

    private @Nullable JSONRPCMessage message(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return null;
        }
        if (text.stripLeading().charAt(0) != '{') {
            return passOver(text);
        }
        try {
            return McpSchema.deserializeJsonRpcMessage(Json.MAPPER, text);
        } catch (IOException | RuntimeException noMessage) {
            return passOver(text);
        }
    }

    private @Nullable JSONRPCMessage passOver(String text) throws IOException {
        noiseBytes += text.length();
        if (noise.length() < KEPT_NOISE) {
            noise = noise + text.substring(0, Math.min(text.length(), KEPT_NOISE)) + "\n";
        }
        if (noiseBytes > MOST_NOISE) {
            throw new IOException("it prints what is no message without end");
        }
        return null;
    }

    private byte @Nullable [] line() throws IOException {
        line.reset();
        while (true) {
            for (int at = from; at < to; at++) {
                if (buffer[at] == '\n') {
                    line.write(buffer, from, at - from);
                    from = at + 1;
                    return line.toByteArray();
                }
            }
            line.write(buffer, from, to - from);
            if (line.size() > LONGEST) {
                throw new IOException(
                        "it sent a message of more than %d MB".formatted(LONGEST >> 20));
            }
            from = 0;
            to = Math.max(0, read());
            if (to == 0) {
                return null;
            }
        }
    }

    /// A stream that is closed while it is read ends like any other.
    private int read() {
        try {
            return input.read(buffer);
        } catch (IOException closed) {
            return -1;
        }
    }
}
