package kiro.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server whose every byte is said by a test.
final class Served implements AutoCloseable {
    private final ServerSocket socket;
    private final Talk talk;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    private Served(ServerSocket socket, Talk talk) {
        this.socket = socket;
        this.talk = talk;
    }

    /// What the server does with one connection.
    @FunctionalInterface
    interface Talk {
        void over(Socket connection) throws IOException;
    }

    static Served on(ServerSocket socket, Talk talk) {
        var served = new Served(socket, talk);
        Thread.ofVirtual().start(served::accept);
        return served;
    }

    static Served plain(Talk talk) throws IOException {
        return on(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), talk);
    }

    /// Answers each request with these bytes, on connections that stay open.
    static Served answering(String response) throws IOException {
        return plain(connection -> {
            while (!request(connection).isEmpty()) {
                say(connection, response);
            }
        });
    }

    static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /// The head of the next request, its body read; empty when none comes.
    static String request(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        for (String line : text.split("\r\n")) {
            if (line.startsWith("Content-Length: ")) {
                in.readNBytes(Integer.parseInt(line.substring(16)));
            }
        }
        return text;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /// Waits until a connection was over for the server.
    boolean hasEndedOne() throws InterruptedException {
        return ended.poll(10, TimeUnit.SECONDS) != null;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            talk.over(connection);
        } catch (IOException gone) {
            // The other side may go whenever it wants.
        }
        ended.add("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
