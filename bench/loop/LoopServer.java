import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model on the loopback interface that answers at once, by a script: tool calls that read a file,
/// edit a line of it and append to another, round and round, then a closing text. The n-th request
/// gets the n-th turn. Each reply is the event stream of Anthropic's API, sent in one piece.
///
/// `java LoopServer.java TURNS FOLDER` writes its port to `FOLDER/port` when it is ready, and to
/// `FOLDER/asked` how many requests there were each time the closing text is asked for.
final class LoopServer {
    private final int turns;
    private final Path folder;
    private int next;

    private LoopServer(int turns, Path folder) {
        this.turns = turns;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        var server = new LoopServer(Integer.parseInt(args[0]), folder);
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
                out.write(reply());
                out.flush();
            }
        } catch (IOException gone) {
            System.err.println("a client is gone: " + gone.getMessage());
        }
    }

    private static void skipRequest(InputStream in) throws IOException {
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Long.parseLong(header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private synchronized byte[] reply() throws IOException {
        int turn = next++;
        int round = turn / 3;
        if (turn >= turns) {
            Files.writeString(folder.resolve("asked"), "" + next);
            return stream(
                    block(
                            "{\"type\":\"text\",\"text\":\"\"}",
                            "text_delta",
                            "text",
                            "All steps are done."),
                    "end_turn");
        }
        return switch (turn % 3) {
            case 0 -> call(turn, "read_file", "{\"path\": \"counter.txt\"}");
            case 1 ->
                    call(
                            turn,
                            "edit_file",
                            "{\"path\": \"counter.txt\", \"old_text\": \"counter = %d;\", \"new_text\": \"counter = %d;\"}"
                                    .formatted(round, round + 1));
            default ->
                    call(
                            turn,
                            "run_command",
                            "{\"command\": \"echo step-%d >> steps.log\"}".formatted(round));
        };
    }

    private static byte[] call(int turn, String tool, String arguments) {
        String start =
                "{\"type\":\"tool_use\",\"id\":\"toolu_%d\",\"name\":\"%s\",\"input\":{}}"
                        .formatted(turn, tool);
        return stream(block(start, "input_json_delta", "partial_json", arguments), "tool_use");
    }

    /// A block whose content comes in fragments, as a model writes it.
    private static String block(String start, String delta, String field, String content) {
        var events =
                new StringBuilder(
                        event("content_block_start", "\"index\":0,\"content_block\":" + start));
        for (int at = 0; at < content.length(); at += 24) {
            String part = content.substring(at, Math.min(content.length(), at + 24));
            events.append(
                    event(
                            "content_block_delta",
                            "\"index\":0,\"delta\":{\"type\":\"%s\",\"%s\":\"%s\"}"
                                    .formatted(delta, field, part.replace("\"", "\\\""))));
        }
        return events.append(event("content_block_stop", "\"index\":0")).toString();
    }

    private static byte[] stream(String block, String stop) {
        String body =
                event(
                                "message_start",
                                "\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}")
                        + block
                        + event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\""
                                        + stop
                                        + "\"},\"usage\":{\"output_tokens\":9}")
                        + event("message_stop", "\"x\":0");
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, fields);
    }
}
