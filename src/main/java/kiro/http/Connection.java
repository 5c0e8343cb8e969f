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
    private final Optional<SocketChannel> channel;
    private final Socket socket;
    private final Incoming incoming;
    private final OutputStream out;

    /// @param channel below the socket; empty where there is a proxy, and the connection is not kept
    /// @param socket what is read from and written to
    Connection(Origin origin, Optional<SocketChannel> channel, Socket socket) throws IOException {
        this.origin = origin;
        this.channel = channel;
        this.socket = socket;
        this.incoming = new Incoming(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    Origin origin() {
        return origin;
    }

    Incoming incoming() {
        return incoming;
    }

    void send(Request request) throws IOException {
        out.write(request.head());
        for (byte[] part : request.body()) {
            out.write(part);
        }
        out.flush();
    }

    /// Whether a server that had nothing to say since the last response is still there.
    boolean isFresh() {
        return channel.filter(below -> !incoming.isWaiting() && isSilent(below)).isPresent();
    }

    private static boolean isSilent(SocketChannel below) {
        try {
            below.configureBlocking(false);
            boolean isSilent = below.read(ByteBuffer.allocate(1)) == 0;
            below.configureBlocking(true);
            return isSilent;
        } catch (IOException gone) {
            return false;
        }
    }

    /// Closed below first, so that nobody stays in the middle of a handshake.
    @Override
    public void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
            socket.close();
        } catch (IOException gone) {
            // What cannot be closed in good order is closed all the same.
        }
    }
}
