package kiro.model;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import kiro.http.EventDecoder;
import kiro.http.EventSink;
import kiro.http.Exchange;

/// Follows one exchange from its first signal to the answer, and keeps the deadlines on the way.
public final class ReplyStream implements EventSink {
    private static final int LONGEST_EVENT = 32 * 1024 * 1024;

    /// Several times what the longest replies of all providers take on the wire.
    private static final long LONGEST_REPLY = 128 * 1024 * 1024;

    private static final int LONGEST_ERROR = 64 * 1024;
    private static final Duration ERROR_BODY = Duration.ofSeconds(5);
    private static final Duration AFTER_WHOLE = Duration.ofSeconds(3);
    private static final Duration AFTER_LAST_EVENT = Duration.ofMillis(250);

    private final Exchange exchange;
    private final ReplyWatch watch;
    private final ReplyProtocol protocol;
    private final WireFailures failures;
    private final EventDecoder decoder;
    private Optional<Answer> answer = Optional.empty();
    private long received;

    /// @param protocol what the events mean
    public ReplyStream(Exchange exchange, Deadlines deadlines, ReplyProtocol protocol) {
        this.exchange = exchange;
        this.watch = new ReplyWatch(deadlines, System::nanoTime);
        this.protocol = protocol;
        this.failures = protocol.failures();
        this.decoder = protocol.framing().decoder(this, LONGEST_EVENT);
    }

    public Answer answer() throws InterruptedException {
        while (answer.isEmpty()) {
            Duration time = patience();
            Optional<Exchange.Signal> signal =
                    time.isPositive() ? exchange.next(time) : Optional.empty();
            if (signal.isEmpty()) {
                stopped(silent(watch.expired()));
                break;
            }
            switch (signal.get()) {
                case Exchange.Signal.Head head -> head(head.status(), head.headers());
                case Exchange.Signal.Packet packet -> packet(packet);
                case Exchange.Signal.End _ -> ended();
                case Exchange.Signal.Broken broken -> stopped(failures.ofBroken(broken.cause()));
            }
        }
        Answer reached = answer.orElseThrow();
        if (reached instanceof Answer.Complete) {
            readToEnd();
        }
        return reached;
    }

    /// How long the next signal is waited for.
    private Duration patience() {
        Duration time = watch.remaining();
        return protocol.isWhole() && time.compareTo(AFTER_WHOLE) > 0 ? AFTER_WHOLE : time;
    }

    /// Nothing more comes: a failure, unless the reply is whole without it.
    private void stopped(ModelFailure failure) {
        if (answer.isEmpty() && protocol.isWhole()) {
            answer = protocol.ended();
        }
        end(failure);
    }

    private void head(int status, HttpHeaders headers) throws InterruptedException {
        if (status != 200) {
            end(protocol.refusal(status, headers, errorBody()));
            return;
        }
        String type = headers.firstValue("Content-Type").orElse("");
        if (!protocol.framing().mayBe(type)) {
            end(failures.notAStream(protocol.framing(), type, errorBody()));
        }
    }

    /// What can be had of an error's body: it only makes the message better.
    private byte[] errorBody() throws InterruptedException {
        var body = new ByteArrayOutputStream();
        long until = System.nanoTime() + ERROR_BODY.toNanos();
        while (body.size() < LONGEST_ERROR) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (!(exchange.next(left).orElse(null) instanceof Exchange.Signal.Packet packet)) {
                break;
            }
            for (ByteBuffer bytes : packet.bytes()) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                body.writeBytes(copy);
            }
        }
        return body.toByteArray();
    }

    private void packet(Exchange.Signal.Packet packet) {
        for (ByteBuffer bytes : packet.bytes()) {
            received += bytes.remaining();
            if (answer.isEmpty()) {
                decoder.feed(bytes);
            }
        }
        if (received > LONGEST_REPLY) {
            end(failures.malformed("a reply longer than " + LONGEST_REPLY + " bytes"));
        }
    }

    @Override
    public void event(String name, byte[] data, int length) {
        watch.event();
        if (answer.isEmpty()) {
            answer = protocol.event(name, data, length);
        }
    }

    @Override
    public void comment() {
        watch.comment();
    }

    @Override
    public void failure(String type, byte[] data, int length) {
        watch.event();
        if (answer.isEmpty()) {
            answer = protocol.failure(type, data, length);
        }
    }

    @Override
    public void broken(String reason) {
        end(failures.malformed(reason));
    }

    @Override
    public void tooLong() {
        end(failures.malformed("an event longer than " + LONGEST_EVENT + " bytes"));
    }

    /// The body is over: what the protocol makes of that, else a reply that was cut.
    private void ended() {
        decoder.end();
        if (answer.isEmpty()) {
            answer = protocol.ended();
        }
        end(failures.endedEarly());
    }

    private void end(ModelFailure failure) {
        if (answer.isEmpty()) {
            answer = Optional.of(new Answer.Failed(failure));
        }
    }

    /// The answer is whole; the end of the body only lets the connection be used again.
    private void readToEnd() throws InterruptedException {
        long until = System.nanoTime() + AFTER_LAST_EVENT.toNanos();
        while (exchange.next(Duration.ofNanos(until - System.nanoTime())).orElse(null)
                instanceof Exchange.Signal.Packet) {
            // Nothing that comes after the last event changes the answer.
        }
    }

    private ModelFailure silent(ReplyWatch.Expired expired) {
        return failures.silent(expired.what(), expired.waited());
    }
}
