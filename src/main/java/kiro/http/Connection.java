package kiro.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// A connection to a server, over which one request after another is made.
final class Connection implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Origin origin;
    private final Optional<Hop> hop;
    private final Socket below;
    private final Socket socket;
    private final Incoming incoming;
    private final OutputStream out;

    /// @param hop the proxy at the other end, where one takes the requests
    /// @param below what the bytes go over; only one with a channel, which no tunnel has, is ever fresh
    /// @param socket what is read from and written to; another than the one below where the connection is secure
    Connection(Origin origin, Optional<Hop> hop, Socket below, Socket socket) throws IOException {
        this.origin = origin;
        this.hop = hop;
        this.below = below;
        this.socket = socket;
        this.incoming = new Incoming(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    Origin origin() {
        return origin;
    }

    /// The proxy at the other end, where one takes the requests.
    Optional<Hop> hop() {
        return hop;
    }

    Incoming incoming() {
        return incoming;
    }

    void send(Request request) throws IOException {
        out.write(request.head(hop));
        for (byte[] part : request.body()) {
            out.write(part);
        }
        out.flush();
    }

    /// Whether a server that had nothing to say since the last response is still there.
    boolean isFresh() {
        return Optional.ofNullable(below.getChannel())
                .filter(channel -> !incoming.isWaiting() && isSilent(channel))
                .isPresent();
    }

    private static boolean isSilent(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            boolean isSilent = channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return isSilent;
        } catch (IOException gone) {
            return false;
        }
    }

    /// Closed below first, so that nobody stays in the middle of a handshake.
    @Override
    public void close() {
        try {
            below.close();
            socket.close();
        } catch (IOException gone) {
            // What cannot be closed in good order is closed all the same.
        }
    }
}
