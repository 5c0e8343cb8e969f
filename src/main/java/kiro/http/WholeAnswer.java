package kiro.http;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// What comes of a short question, of whose answer nothing is told before the whole is there.
public sealed interface WholeAnswer {
    record Whole(int status, HttpHeaders headers, ByteBuffer content) implements WholeAnswer {
        public byte[] body() {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    /// It did not come within the time.
    record Late() implements WholeAnswer {}

    record TooLong() implements WholeAnswer {}

    record Broken(Throwable cause) implements WholeAnswer {
        /// Why, and what a person does about it where that is known.
        public String words() {
            return fix().map(fix -> reason() + ": " + fix).orElseGet(this::reason);
        }

        /// Why, in the words of the first cause; of a proxy that refuses, in its own.
        public String reason() {
            return Distrust.of(cause).map(Distrust::reason).orElseGet(this::first);
        }

        /// What a person does about it, where asking again changes nothing.
        public Optional<String> fix() {
            return Distrust.of(cause)
                    .map(Distrust::fix)
                    .or(() -> ProxyFailure.within(cause).flatMap(ProxyFailure::fix));
        }

        private String first() {
            String said = "the connection broke";
            for (Throwable at = cause; at != null; at = at.getCause()) {
                if (at instanceof ConnectException && at.getMessage() == null) {
                    return "connection refused";
                }
                said = at.getMessage() == null ? said : at.getMessage();
                if (at instanceof ProxyFailure) {
                    break;
                }
            }
            return said;
        }
    }

    /// Waits for the end of an exchange.
    ///
    /// @param longest how many bytes the body may have
    static WholeAnswer of(Exchange exchange, Duration limit, int longest)
            throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        var body = new ByteArrayOutputStream();
        Optional<Exchange.Signal.Head> head = Optional.empty();
        while (body.size() < longest) {
            Optional<Exchange.Signal> signal =
                    exchange.next(Duration.ofNanos(until - System.nanoTime()));
            if (signal.isEmpty()) {
                return new Late();
            }
            switch (signal.get()) {
                case Exchange.Signal.Head first -> head = Optional.of(first);
                case Exchange.Signal.Packet packet ->
                        packet.bytes().forEach(part -> add(body, part));
                case Exchange.Signal.End _ -> {
                    Exchange.Signal.Head first = head.orElseThrow();
                    return new Whole(
                            first.status(),
                            first.headers(),
                            ByteBuffer.wrap(body.toByteArray()).asReadOnlyBuffer());
                }
                case Exchange.Signal.Broken broken -> {
                    return new Broken(broken.cause());
                }
            }
        }
        return new TooLong();
    }

    private static void add(ByteArrayOutputStream body, ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        body.writeBytes(copy);
    }
}
