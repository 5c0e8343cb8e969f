package kiro.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// Finds events in binary frames with checksums, the form that AWS streams in (`application/vnd.amazon.eventstream`): the
/// length of the frame, the length of its headers, the checksum of these two, the headers, the payload, the checksum of all.
final class FrameDecoder implements EventDecoder {
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;

    private final EventSink sink;
    private final int longest;
    private byte[] frame = new byte[1024];
    private int length;
    private int needed = PRELUDE;
    private boolean isBroken;

    /// @param longest how many bytes a frame may have
    FrameDecoder(EventSink sink, int longest) {
        this.sink = sink;
        this.longest = longest;
    }

    @Override
    public void feed(ByteBuffer packet) {
        while (packet.hasRemaining() && !isBroken) {
            int taken = Math.min(packet.remaining(), needed - length);
            packet.get(frame, length, taken);
            length += taken;
            if (length == needed) {
                advance();
            }
        }
    }

    /// A frame that is not whole is no event.
    @Override
    public void end() {}

    private void advance() {
        Optional<String> wrong = needed == PRELUDE ? prelude() : frame();
        if (wrong.isPresent()) {
            isBroken = true;
            sink.broken(wrong.get());
        }
    }

    /// Reads how long the frame is; answers what is wrong with it.
    private Optional<String> prelude() {
        var prelude = ByteBuffer.wrap(frame, 0, PRELUDE);
        int total = prelude.getInt();
        int headers = prelude.getInt();
        if (checksum(PRELUDE - CHECKSUM) != prelude.getInt()) {
            return Optional.of("a frame whose beginning has the wrong checksum");
        }
        if (total > longest || total < 0) {
            isBroken = true;
            sink.tooLong();
            return Optional.empty();
        }
        if (headers < 0 || headers > total - PRELUDE - CHECKSUM) {
            return Optional.of("a frame shorter than its headers");
        }
        if (total > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(total, 2 * frame.length));
        }
        needed = total;
        return Optional.empty();
    }

    /// Hands on the event of a whole frame; answers what is wrong with it.
    private Optional<String> frame() {
        int end = needed - CHECKSUM;
        if (checksum(end) != ByteBuffer.wrap(frame, end, CHECKSUM).getInt()) {
            return Optional.of("a frame with the wrong checksum");
        }
        int headersEnd = PRELUDE + ByteBuffer.wrap(frame, CHECKSUM, CHECKSUM).getInt();
        var headers = new Headers(ByteBuffer.wrap(frame, PRELUDE, headersEnd - PRELUDE));
        length = 0;
        needed = PRELUDE;
        return headers.read()
                ? event(headers.values, Arrays.copyOfRange(frame, headersEnd, end))
                : Optional.of("a frame whose headers cannot be read");
    }

    private Optional<String> event(Map<String, String> headers, byte[] payload) {
        switch (headers.getOrDefault(":message-type", "")) {
            case "event" ->
                    sink.event(headers.getOrDefault(":event-type", ""), payload, payload.length);
            case "exception" ->
                    sink.failure(
                            headers.getOrDefault(":exception-type", ""), payload, payload.length);
            case "error" -> {
                byte[] words =
                        headers.getOrDefault(":error-message", "").getBytes(StandardCharsets.UTF_8);
                sink.failure(headers.getOrDefault(":error-code", ""), words, words.length);
            }
            case "" -> {
                return Optional.of("a frame that does not say what it is");
            }
            default -> sink.comment();
        }
        return Optional.empty();
    }

    private int checksum(int end) {
        var checksum = new CRC32();
        checksum.update(frame, 0, end);
        return (int) checksum.getValue();
    }

    /// The headers of a frame. Those that are texts count; of all others only the length matters.
    private static final class Headers {
        private final ByteBuffer bytes;
        private final Map<String, String> values = new HashMap<>();

        private Headers(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        /// Whether they are whole, and of types that there are.
        private boolean read() {
            while (bytes.hasRemaining()) {
                Optional<String> name = text(Byte.toUnsignedInt(bytes.get()));
                if (name.isEmpty() || !bytes.hasRemaining() || !value(name.get(), bytes.get())) {
                    return false;
                }
            }
            return true;
        }

        private boolean value(String name, byte type) {
            return switch (type) {
                case 0, 1 -> true;
                case 2 -> skip(1);
                case 3 -> skip(2);
                case 4 -> skip(4);
                case 5, 8 -> skip(8);
                case 6 -> bytes.remaining() >= 2 && skip(Short.toUnsignedInt(bytes.getShort()));
                case 7 -> {
                    Optional<String> text =
                            bytes.remaining() < 2
                                    ? Optional.empty()
                                    : text(Short.toUnsignedInt(bytes.getShort()));
                    text.ifPresent(value -> values.put(name, value));
                    yield text.isPresent();
                }
                case 9 -> skip(16);
                default -> false;
            };
        }

        private boolean skip(int count) {
            if (bytes.remaining() < count) {
                return false;
            }
            bytes.position(bytes.position() + count);
            return true;
        }

        private Optional<String> text(int count) {
            if (bytes.remaining() < count) {
                return Optional.empty();
            }
            byte[] text = new byte[count];
            bytes.get(text);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        }
    }
}
