package kiro.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// Builds the binary frames that AWS streams events in, right and wrong ones.
public final class AwsFrames {
    private static final String JSON = "application/json";

    private AwsFrames() {}

    /// An event of this name, as Bedrock frames it.
    public static byte[] event(String name, String json) {
        return frame(
                text(":event-type", name)
                        .and(text(":content-type", JSON))
                        .and(text(":message-type", "event")),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /// An exception in the middle of a stream.
    public static byte[] exception(String type, String json) {
        return frame(
                text(":exception-type", type)
                        .and(text(":content-type", JSON))
                        .and(text(":message-type", "exception")),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /// An error that no exception of the service stands for.
    public static byte[] error(String code, String message) {
        return frame(
                text(":error-code", code)
                        .and(text(":error-message", message))
                        .and(text(":message-type", "error")),
                new byte[0]);
    }

    public static byte[] frame(Headers headers, byte[] payload) {
        byte[] head = headers.bytes();
        return built(out -> {
            byte[] lengths =
                    built(prelude -> {
                        prelude.writeInt(16 + head.length + payload.length);
                        prelude.writeInt(head.length);
                    });
            byte[] prelude =
                    built(whole -> {
                        whole.write(lengths);
                        whole.writeInt(checksum(lengths));
                    });
            byte[] body =
                    built(whole -> {
                        whole.write(prelude);
                        whole.write(head);
                        whole.write(payload);
                    });
            out.write(body);
            out.writeInt(checksum(body));
        });
    }

    /// One frame after another.
    public static byte[] joined(List<byte[]> frames) {
        var out = new ByteArrayOutputStream();
        frames.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /// The same frame with another byte in one place, counted from its end where it is negative.
    public static byte[] damaged(byte[] frame, int at) {
        byte[] copy = frame.clone();
        copy[at < 0 ? copy.length + at : at] ^= 0x10;
        return copy;
    }

    public static Headers text(String name, String value) {
        return header(
                name,
                7,
                out -> {
                    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                    out.writeShort(bytes.length);
                    out.write(bytes);
                });
    }

    /// One header of each type that the format has, but for texts.
    public static Headers ofAllTypes() {
        var all = new ArrayList<Headers>();
        all.add(header("true", 0, _ -> {}));
        all.add(header("false", 1, _ -> {}));
        all.add(header("byte", 2, out -> out.writeByte(-1)));
        all.add(header("short", 3, out -> out.writeShort(-2)));
        all.add(header("int", 4, out -> out.writeInt(-3)));
        all.add(header("long", 5, out -> out.writeLong(-4)));
        all.add(
                header(
                        "bytes",
                        6,
                        out -> {
                            out.writeShort(300);
                            out.write(new byte[300]);
                        }));
        all.add(header("time", 8, out -> out.writeLong(1_700_000_000_000L)));
        all.add(header("uuid", 9, out -> out.write(new byte[16])));
        return all.stream().reduce(Headers::and).orElseThrow();
    }

    public static Headers header(String name, int type, Writing value) {
        return new Headers(
                built(out -> {
                    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                    out.writeByte(bytes.length);
                    out.write(bytes);
                    out.writeByte(type);
                    value.to(out);
                }));
    }

    /// Headers as they stand in a frame.
    public record Headers(byte[] bytes) {
        public Headers and(Headers others) {
            return new Headers(
                    built(out -> {
                        out.write(bytes);
                        out.write(others.bytes);
                    }));
        }
    }

    @FunctionalInterface
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /// How Bedrock says that what follows are frames.
    public static Map<String, String> type() {
        return Map.of("Content-Type", "application/vnd.amazon.eventstream");
    }

    private static byte[] built(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
