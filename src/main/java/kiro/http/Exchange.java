package kiro.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// One request and its response as signals that the caller takes one at a time, each for no longer
/// than it wants to wait. A thread of the exchange's own reads them; it is the only one that blocks, so a connection
/// whose other end is gone without a word, and an interrupt, end the exchange at once.
public final class Exchange implements AutoCloseable {
    /// What is read ahead of the caller.
    private static final int AHEAD = 16;

    /// What a proxy says, and no server.
    private static final int WANTS_PASSWORD = 407;

    private static final Use NOT_YET = new Use.NotYet();

    private final Connections connections;
    private final Request request;
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<Use> use = new AtomicReference<>(NOT_YET);
    private final Thread thread;
    private boolean hasEnded;

    private Exchange(Connections connections, Request request) {
        this.connections = connections;
        this.request = request;
        this.thread = Thread.ofPlatform().daemon().name("http").unstarted(this::follow);
    }

    /// What happened on the connection.
    public sealed interface Signal {
        record Head(int status, HttpHeaders headers) implements Signal {}

        record Packet(List<ByteBuffer> bytes) implements Signal {}

        /// The body is whole, as far as HTTP can tell.
        record End() implements Signal {}

        record Broken(Throwable cause) implements Signal {}
    }

    /// What the exchange has of connections.
    private sealed interface Use {
        record NotYet() implements Use {}

        record Using(Connection connection) implements Use {}

        /// It has none any more, and takes none.
        record Over() implements Use {}
    }

    public static Exchange start(Connections connections, Request request) {
        var exchange = new Exchange(connections, request);
        exchange.thread.start();
        return exchange;
    }

    /// The next signal; empty when there is none within the time.
    public Optional<Signal> next(Duration time) throws InterruptedException {
        Signal signal = signals.poll(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        hasEnded |= signal instanceof Signal.End || signal instanceof Signal.Broken;
        return Optional.ofNullable(signal);
    }

    /// Ends the exchange; closes the connection unless the response was read to its end.
    @Override
    public void close() {
        if (hasEnded) {
            return;
        }
        release();
        thread.interrupt();
    }

    /// Closes what is in use, once.
    private void release() {
        if (use.getAndSet(new Use.Over()) instanceof Use.Using(Connection connection)) {
            connections.drop(connection);
        }
    }

    private void follow() {
        Signal last = new Signal.Broken(new IOException("the exchange failed"));
        try {
            last = followed();
        } catch (InterruptedException closed) {
            // Nobody takes signals any more.
        } finally {
            release();
            tell(last);
        }
    }

    private void tell(Signal last) {
        try {
            signals.put(last);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Follows the exchange to its last signal.
    private Signal followed() throws InterruptedException {
        try {
            Connection connection = connections.to(request.address());
            if (!use.compareAndSet(NOT_YET, new Use.Using(connection))) {
                connections.drop(connection);
                throw new InterruptedException();
            }
            if (answered(connection) && use.getAndSet(new Use.Over()) instanceof Use.Using) {
                connections.keep(connection);
            }
            return new Signal.End();
        } catch (IOException broken) {
            return new Signal.Broken(broken);
        }
    }

    /// Hands on the response; answers whether another request can be made on the connection.
    private boolean answered(Connection connection) throws IOException, InterruptedException {
        Optional<IOException> unsent = sent(connection);
        ResponseHead head = head(connection, unsent);
        if (head.status() == WANTS_PASSWORD && connection.hop().isPresent()) {
            throw ProxyFailure.refused(connection.hop().get().proxy(), head.status());
        }
        signals.put(new Signal.Head(head.status(), head.headers()));
        boolean isReusable =
                new ResponseBody(
                                connection.incoming(),
                                bytes -> signals.put(new Signal.Packet(bytes)))
                        .read(head);
        return isReusable && unsent.isEmpty();
    }

    /// What kept the request from being sent whole: a server may answer and close before it has read everything.
    private Optional<IOException> sent(Connection connection) {
        try {
            connection.send(request);
            return Optional.empty();
        } catch (IOException stopped) {
            return Optional.of(stopped);
        }
    }

    private static ResponseHead head(Connection connection, Optional<IOException> unsent)
            throws IOException {
        try {
            return ResponseHead.read(connection.incoming());
        } catch (IOException broken) {
            throw unsent.orElse(broken);
        }
    }
}
