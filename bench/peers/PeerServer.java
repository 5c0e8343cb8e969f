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
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model on the loopback interface for any of the programs that are measured: OpenAI's Chat Completions and Responses.
/// The n-th request that offers tools gets the n-th turn of a script: read a file, replace a line of it, append to another by
/// a shell command, round and round, then a closing text. Each action is a call of whichever tool the program offers for
/// it. A request without tools, such as one for a title, gets a few words and takes no turn.
///
/// `java PeerServer.java TURNS FOLDER REPOSITORY` writes its port to `FOLDER/port` when it is ready, the time of the first
/// request to `FOLDER/first` in milliseconds, and to `FOLDER/asked` how many turns were asked for when the script is over.
final class PeerServer {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([A-Za-z_.-]+)\"");
    private static final Pattern TOOLS = Pattern.compile("\"tools\"\\s*:\\s*\\[");
    private static final String FILE = "counter.txt";

    private final int turns;
    private final Path folder;
    private final String repository;
    private int next;

    private PeerServer(int turns, Path folder, String repository) {
        this.turns = turns;
        this.folder = folder;
        this.repository = repository;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        var server = new PeerServer(Integer.parseInt(args[0]), folder, args[2]);
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            put(folder.resolve("port"), "" + socket.getLocalPort());
            while (true) {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> server.serve(connection));
            }
        }
    }

    private static void put(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(half, text);
        Files.move(half, file);
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            OutputStream out = connection.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String body = body(in);
                out.write(reply(line, body));
                out.flush();
            }
        } catch (IOException gone) {
            System.err.println("a client is gone: " + gone.getMessage());
        }
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

    private static String body(InputStream in) throws IOException {
        int length = 0;
        boolean isChunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(small.substring("content-length:".length()).strip());
            }
            isChunked |= small.startsWith("transfer-encoding:") && small.contains("chunked");
        }
        if (!isChunked) {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16);
                size > 0;
                size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toString(StandardCharsets.UTF_8);
    }

    private synchronized byte[] reply(String request, String body) throws IOException {
        if (!request.startsWith("POST ")
                || !request.contains("/chat/completions") && !request.contains("/responses")) {
            return http(
                    "404 Not Found",
                    "application/json",
                    "{\"error\":{\"message\":\"nothing is here\"}}");
        }
        Wire wire = request.contains("/responses") ? new Responses() : new Completions();
        Set<String> tools = tools(body);
        if (tools.isEmpty()) {
            return stream(wire.text("Scripted steps"));
        }
        if (next == 0) {
            put(folder.resolve("first"), "" + System.currentTimeMillis());
        }
        int turn = next++;
        if (turn >= turns) {
            Files.writeString(folder.resolve("asked"), "" + next);
            return stream(wire.text("All steps are done."));
        }
        return stream(wire.call("call_" + turn, call(turn, tools, body.contains("\"edits\""))));
    }

    /// The names of tools stand behind the list's beginning; what stands in messages has its quotes escaped.
    private static Set<String> tools(String body) {
        var names = new LinkedHashSet<String>();
        Matcher list = TOOLS.matcher(body);
        Matcher name = NAME.matcher(body);
        for (boolean found = list.find() && name.find(list.end()); found; found = name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private record Call(String tool, String arguments) {}

    private Call call(int turn, Set<String> tools, boolean isOfEdits) {
        int round = turn / 3;
        String before = "counter = %d;".formatted(round);
        String after = "counter = %d;".formatted(round + 1);
        return switch (turn % 3) {
            case 0 -> read(tools);
            case 1 -> edit(tools, isOfEdits, before, after);
            default -> shell(tools, "echo step-%d >> steps.log".formatted(round));
        };
    }

    private Call read(Set<String> tools) {
        if (tools.contains("read_file")) {
            return new Call("read_file", json("path", FILE));
        }
        // opencode has no other name for its files than a whole path.
        return !tools.contains("read")
                ? shell(tools, "cat " + FILE)
                : new Call(
                        "read",
                        tools.contains("todowrite")
                                ? json("filePath", repository + "/" + FILE)
                                : json("path", FILE));
    }

    private Call edit(Set<String> tools, boolean isOfEdits, String before, String after) {
        if (tools.contains("edit_file")) {
            return new Call("edit_file", json("path", FILE, "old_text", before, "new_text", after));
        }
        if (!tools.contains("edit")) {
            return shell(tools, "sed -i 's/^%s/%s/' %s".formatted(before, after, FILE));
        }
        if (tools.contains("todowrite")) {
            return new Call(
                    "edit",
                    json(
                            "filePath",
                            repository + "/" + FILE,
                            "oldString",
                            before,
                            "newString",
                            after));
        }
        return new Call(
                "edit",
                isOfEdits
                        ? "{\"path\":\"%s\",\"edits\":[%s]}"
                                .formatted(FILE, json("oldText", before, "newText", after))
                        : json("path", FILE, "oldText", before, "newText", after));
    }

    private static Call shell(Set<String> tools, String line) {
        for (String tool : new String[] {"run_command", "shell_command"}) {
            if (tools.contains(tool)) {
                return new Call(tool, json("command", line));
            }
        }
        if (tools.contains("exec_command")) {
            return new Call("exec_command", json("cmd", line));
        }
        return tools.contains("shell")
                ? new Call("shell", "{\"command\":[\"bash\",\"-lc\",\"%s\"]}".formatted(line))
                : new Call("bash", json("command", line, "description", "a step"));
    }

    private static String json(String... fields) {
        var json = new StringBuilder("{");
        for (int i = 0; i < fields.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append("\"%s\":\"%s\"".formatted(fields[i], fields[i + 1]));
        }
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// How a reply is written.
    private interface Wire {
        String text(String text);

        String call(String id, Call call);
    }

    private static final class Completions implements Wire {
        @Override
        public String text(String text) {
            return chunk("{\"role\":\"assistant\",\"content\":" + quoted(text) + "}", "null")
                    + end("stop");
        }

        @Override
        public String call(String id, Call call) {
            return chunk(
                            "{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":%s}}]}"
                                    .formatted(id, call.tool(), quoted(call.arguments())),
                            "null")
                    + end("tool_calls");
        }

        private static String chunk(String delta, String finish) {
            return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"mock\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
                    .formatted(delta, finish);
        }

        private static String end(String reason) {
            return chunk("{}", quoted(reason))
                    + "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"mock\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":9,\"total_tokens\":18}}\n\n"
                    + "data: [DONE]\n\n";
        }
    }

    private static final class Responses implements Wire {
        @Override
        public String text(String text) {
            return whole(
                    "{\"type\":\"message\",\"id\":\"m\",\"role\":\"assistant\",\"status\":\"completed\",\"content\":[{\"type\":\"output_text\",\"text\":%s,\"annotations\":[]}]}"
                            .formatted(quoted(text)));
        }

        @Override
        public String call(String id, Call call) {
            return whole(
                    "{\"type\":\"function_call\",\"id\":\"f_%s\",\"call_id\":\"%s\",\"name\":\"%s\",\"arguments\":%s,\"status\":\"completed\"}"
                            .formatted(id, id, call.tool(), quoted(call.arguments())));
        }

        private static String whole(String item) {
            String usage =
                    "{\"input_tokens\":9,\"input_tokens_details\":{\"cached_tokens\":0},\"output_tokens\":9,\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":18}";
            return event(
                            "response.created",
                            "\"response\":{\"id\":\"r\",\"status\":\"in_progress\",\"output\":[]}")
                    + event("response.output_item.added", "\"output_index\":0,\"item\":" + item)
                    + event("response.output_item.done", "\"output_index\":0,\"item\":" + item)
                    + event(
                            "response.completed",
                            "\"response\":{\"id\":\"r\",\"status\":\"completed\",\"output\":[%s],\"usage\":%s}"
                                    .formatted(item, usage));
        }

        private static String event(String type, String fields) {
            return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, fields);
        }
    }

    private static byte[] stream(String events) {
        return http("200 OK", "text/event-stream", events);
    }

    private static byte[] http(String status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream();
        all.writeBytes(
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(status, type, bytes.length)
                        .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(bytes);
        return all.toByteArray();
    }
}
