package kiro.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on the loopback interface that plays Anthropic's, one script for each request, with
/// every fault that a network and a server can have. Written on the bare socket, because a proper
/// HTTP server does not break in the middle.
public final class AnthropicServer implements AutoCloseable {
    private final ServerSocket socket;
    private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Boolean> hangUps = new LinkedBlockingQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    private AnthropicServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// What happens after a request was read.
    @FunctionalInterface
    public interface Script {
        void play(Wire wire) throws IOException, InterruptedException;
    }

    /// One request as it arrived.
    ///
    /// @param headers by lower-case name
    public record Received(String line, Map<String, String> headers, String body) {}

    public static AnthropicServer start() {
        try {
            var server =
                    new AnthropicServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::acceptAll);
            return server;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// Adds what the next request without a script gets.
    public AnthropicServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /// A whole reply; the connection stays open for the next request.
    public AnthropicServer thenReply(List<String> events) {
        return then(wire -> {
            wire.head(200, Map.of("Content-Type", "text/event-stream; charset=utf-8"));
            for (String event : events) {
                wire.chunk(event);
            }
            wire.endChunks();
        });
    }

    public AnthropicServer thenStatus(int status, Map<String, String> headers, String body) {
        return then(wire -> {
            var all = new LinkedHashMap<String, String>();
            all.put("Content-Type", "application/json");
            all.putAll(headers);
            all.put("Content-Length", "" + body.getBytes(StandardCharsets.UTF_8).length);
            wire.rawHead(status, all);
            wire.raw(body.getBytes(StandardCharsets.UTF_8));
        });
    }

    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /// How many connections were made.
    public int connections() {
        return accepted.get();
    }

    /// Whether a client hangs up on a script within the time.
    public boolean sawHangUp(Duration time) throws InterruptedException {
        return hangUps.poll(time.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            var wire = new Wire(connection, in, hangUps);
            while (receive(in)) {
                Script script = scripts.poll();
                if (script == null) {
                    // Not 500, which is asked again for half a minute.
                    wire.rawHead(400, Map.of("Content-Length", "0"));
                } else {
                    script.play(wire);
                }
            }
        } catch (IOException gone) {
            connections.remove(connection);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean receive(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return false;
        }
        var headers = new LinkedHashMap<String, String>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                return false;
            }
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        requests.add(new Received(line, headers, body));
        return true;
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

    /// What a script writes to.
    public static final class Wire {
        private final Socket connection;
        private final InputStream in;
        private final OutputStream out;
        private final BlockingQueue<Boolean> hangUps;

        private Wire(Socket connection, InputStream in, BlockingQueue<Boolean> hangUps)
                throws IOException {
            this.connection = connection;
            this.in = in;
            this.out = connection.getOutputStream();
            this.hangUps = hangUps;
            connection.setTcpNoDelay(true);
        }

        /// The head of a response whose body comes in chunks.
        public void head(int status, Map<String, String> headers) throws IOException {
            var all = new LinkedHashMap<>(headers);
            all.put("Transfer-Encoding", "chunked");
            rawHead(status, all);
        }

        public void rawHead(int status, Map<String, String> headers) throws IOException {
            var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
            new java.util.TreeMap<>(headers)
                    .forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            raw(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        }

        public void chunk(String text) throws IOException {
            chunk(text.getBytes(StandardCharsets.UTF_8));
        }

        public void chunk(byte[] bytes) throws IOException {
            var framed = new ByteArrayOutputStream();
            framed.writeBytes(
                    (Integer.toHexString(bytes.length) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            framed.writeBytes(bytes);
            framed.writeBytes(new byte[] {'\r', '\n'});
            raw(framed.toByteArray());
        }

        public void endChunks() throws IOException {
            raw("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        public void raw(byte[] bytes) throws IOException {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException hungUp) {
                hangUps.add(true);
                throw hungUp;
            }
        }

        /// Says nothing until the client hangs up.
        public void silence() {
            try {
                while (in.read() >= 0) {
                    // What a client says now is of no interest.
                }
            } catch (IOException reset) {
                hangUps.add(true);
                return;
            }
            hangUps.add(true);
        }

        /// Ends the connection without a word.
        public void cut() throws IOException {
            connection.close();
        }

        /// Ends the connection with a reset instead of an orderly end.
        public void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }
    }
}
