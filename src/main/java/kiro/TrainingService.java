package kiro;

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
import java.util.zip.CRC32;

/// A model service on the loopback interface that says one word to every request, so that the run which is recorded has
/// gone the whole way from a request to a reply.
final class TrainingService implements AutoCloseable {
    private static final String MESSAGES =
            """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":1,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"done"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}

            event: message_stop
            data: {"type":"message_stop"}

            """;
    private static final String CHAT =
            """
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"done"},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}

            data: [DONE]

            """;

    /// What Bedrock frames, as names of events and their JSON.
    private static final String CONVERSE =
            """
            messageStart {"role":"assistant"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"done"}}
            contentBlockStop {"contentBlockIndex":0}
            messageStop {"stopReason":"end_turn"}
            metadata {"usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2}}
            """;

    private final ServerSocket socket;

    private TrainingService(ServerSocket socket) {
        this.socket = socket;
    }

    /// Starts it, and points the settings of the home folder to it.
    static TrainingService start(Path home) throws IOException {
        var service =
                new TrainingService(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        String address = "http://127.0.0.1:" + service.socket.getLocalPort();
        Files.createDirectories(home.resolve(".kiro"));
        Files.writeString(
                home.resolve(".kiro/config.yaml"),
                """
                anthropic:
                  api-key: training
                  base-url: %s
                openai:
                  api-key: training
                  base-url: %s/v1
                bedrock:
                  base-url: %s
                """
                        .formatted(address, address, address));
        Thread.ofVirtual().start(service::serve);
        return service;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException gone) {
                // The next request is served all the same.
            }
        }
    }

    private static void answer(Socket connection) throws IOException {
        var in = new BufferedInputStream(connection.getInputStream());
        String first = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.readNBytes(length);
        if (first.contains("/converse-stream")) {
            send(connection, "application/vnd.amazon.eventstream", frames());
        } else {
            String events = first.contains("/chat/") ? CHAT : MESSAGES;
            send(connection, "text/event-stream", events.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(Socket connection, String type, byte[] body) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(
                "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(type, body.length)
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static byte[] frames() {
        var frames = new ByteArrayOutputStream();
        CONVERSE.lines()
                .map(event -> event.split(" ", 2))
                .forEach(event -> frames.writeBytes(frame(event[0], event[1])));
        return frames.toByteArray();
    }

    /// Lengths and their checksum, headers, payload, and the checksum of all of that.
    private static byte[] frame(String name, String json) {
        byte[] headers =
                (header(":message-type", "event") + header(":event-type", name))
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(16 + headers.length + payload.length);
        frame.putInt(frame.capacity()).putInt(headers.length);
        frame.putInt(checksum(frame)).put(headers).put(payload);
        return frame.putInt(checksum(frame)).array();
    }

    private static String header(String name, String value) {
        return (char) name.length() + name + "\u0007\0" + (char) value.length() + value;
    }

    private static int checksum(ByteBuffer written) {
        var checksum = new CRC32();
        checksum.update(written.duplicate().flip());
        return (int) checksum.getValue();
    }

    /// Without its end; empty at the end of the stream too.
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
