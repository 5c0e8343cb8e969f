import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Models on the loopback interface that write one long reply in small pieces, each in the form of its own service: the event
/// streams of Anthropic and of OpenAI's Chat Completions, and the frames of Amazon Bedrock with their checksums. What is asked for
/// is told by the path.
///
/// `java WireServer.java KILOBYTES FOLDER` answers each request with so many kilobytes of body, writes its port to `FOLDER/port`
/// when it is ready and the bytes of each body that it sent to `FOLDER/sent`.
final class WireServer {
    private static final String PIECE = "several words a piece  \\n";

    private final int bytes;
    private final Path folder;

    private WireServer(int bytes, Path folder) {
        this.bytes = bytes;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        var server = new WireServer(Integer.parseInt(args[0]) * 1024, folder);
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path port = folder.resolve("port.new");
            Files.writeString(port, "" + socket.getLocalPort());
            Files.move(port, folder.resolve("port"));
            while (true) {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> server.serve(connection));
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            OutputStream out = connection.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                skipRequest(in);
                Reply reply = Reply.to(line.split(" ")[1]);
                byte[] body = reply.body(bytes);
                out.write(reply.head(body.length));
                out.write(body);
                out.flush();
                Files.writeString(folder.resolve("sent"), "" + body.length);
            }
        } catch (IOException gone) {
            System.err.println("a client is gone: " + gone.getMessage());
        }
    }

    static void skipRequest(InputStream in) throws IOException {
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Long.parseLong(header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// The form of a service's replies.
    enum Reply {
        ANTHROPIC("text/event-stream"),
        CHAT("text/event-stream"),
        BEDROCK("application/vnd.amazon.eventstream");

        private final String type;

        Reply(String type) {
            this.type = type;
        }

        static Reply to(String path) {
            if (path.endsWith("/converse-stream")) {
                return BEDROCK;
            }
            return path.endsWith("/chat/completions") ? CHAT : ANTHROPIC;
        }

        byte[] head(int length) {
            return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(type, length)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        byte[] body(int bytes) {
            var body = new ByteArrayOutputStream(bytes + 1024);
            beginning().forEach(body::writeBytes);
            byte[] piece = piece(PIECE);
            while (body.size() < bytes) {
                body.writeBytes(piece);
            }
            end().forEach(body::writeBytes);
            return body.toByteArray();
        }

        List<byte[]> beginning() {
            return switch (this) {
                case ANTHROPIC ->
                        List.of(
                                event(
                                        "message_start",
                                        "\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"),
                                event(
                                        "content_block_start",
                                        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
                case CHAT -> List.of(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
                case BEDROCK -> List.of(frame("messageStart", "{\"role\":\"assistant\"}"));
            };
        }

        byte[] piece(String text) {
            return switch (this) {
                case ANTHROPIC ->
                        event(
                                "content_block_delta",
                                "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}"
                                        .formatted(text));
                case CHAT -> chunk("{\"content\":\"%s\"}".formatted(text), "null");
                case BEDROCK ->
                        frame(
                                "contentBlockDelta",
                                "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"%s\"}}"
                                        .formatted(text));
            };
        }

        List<byte[]> end() {
            return switch (this) {
                case ANTHROPIC ->
                        List.of(
                                event("content_block_stop", "\"index\":0"),
                                event(
                                        "message_delta",
                                        "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":9}"),
                                event("message_stop", "\"x\":0"));
                case CHAT ->
                        List.of(
                                chunk("{}", "\"stop\""),
                                "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII));
                case BEDROCK ->
                        List.of(
                                frame("contentBlockStop", "{\"contentBlockIndex\":0}"),
                                frame("messageStop", "{\"stopReason\":\"end_turn\"}"),
                                frame(
                                        "metadata",
                                        "{\"usage\":{\"inputTokens\":9,\"outputTokens\":9,\"totalTokens\":18}}"));
            };
        }

        private static byte[] event(String type, String fields) {
            return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n"
                    .formatted(type, type, fields)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private static byte[] chunk(String delta, String reason) {
            return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"bench\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
                    .formatted(delta, reason)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        /// A frame: its length, that of its headers, a checksum, headers, payload, a checksum of all.
        private static byte[] frame(String type, String payload) {
            var headers = new ByteArrayOutputStream();
            var all =
                    new ArrayList<>(
                            List.of(
                                    ":event-type", type,
                                    ":content-type", "application/json",
                                    ":message-type", "event"));
            while (!all.isEmpty()) {
                String name = all.removeFirst();
                String value = all.removeFirst();
                headers.write(name.length());
                headers.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
                headers.write(7);
                headers.write(value.length() >> 8);
                headers.write(value.length());
                headers.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
            }
            byte[] content = payload.getBytes(StandardCharsets.US_ASCII);
            var frame = ByteBuffer.allocate(16 + headers.size() + content.length);
            frame.putInt(frame.capacity()).putInt(headers.size());
            frame.putInt(checksum(frame)).put(headers.toByteArray()).put(content);
            return frame.putInt(checksum(frame)).array();
        }

        private static int checksum(ByteBuffer frame) {
            var checksum = new CRC32();
            checksum.update(frame.array(), 0, frame.position());
            return (int) checksum.getValue();
        }
    }
}
