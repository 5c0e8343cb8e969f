package kiro.http;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// One request and its response as signals that the caller takes one at a time, each for no longer
/// than it wants to wait. No thread blocks in a read, so a connection whose other end is gone
/// without a word, and an interrupt, end the exchange at once.
public final class Exchange implements AutoCloseable {
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final CompletableFuture<HttpResponse<Void>> response;
    private volatile boolean isClosed;
    private boolean hasEnded;

    private Exchange(HttpClient client, HttpRequest request) {
        response = client.sendAsync(request, this::accept);
        var _ =
                response.whenComplete((_, broken) -> {
                    if (broken != null) {
                        signals.add(new Signal.Broken(broken));
                    }
                });
    }

    /// What happened on the connection.
    public sealed interface Signal {
        record Head(int status, HttpHeaders headers) implements Signal {}

        record Packet(List<ByteBuffer> bytes) implements Signal {}

        /// The body is whole, as far as HTTP can tell.
        record End() implements Signal {}

        record Broken(Throwable cause) implements Signal {}
    }

    public static Exchange start(HttpClient client, HttpRequest request) {
        return new Exchange(client, request);
    }

    /// The next signal; empty when there is none within the time.
    public Optional<Signal> next(Duration time) throws InterruptedException {
        Signal signal = signals.poll(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        if (signal instanceof Signal.Packet) {
            Optional.ofNullable(subscription.get()).ifPresent(source -> source.request(1));
        }
        hasEnded |= signal instanceof Signal.End || signal instanceof Signal.Broken;
        return Optional.ofNullable(signal);
    }

    /// Ends the exchange; closes the connection unless the response was read to its end.
    @Override
    public void close() {
        if (hasEnded) {
            return;
        }
        isClosed = true;
        Optional.ofNullable(subscription.get())
                .ifPresentOrElse(Flow.Subscription::cancel, () -> response.cancel(true));
    }

    private HttpResponse.BodySubscriber<Void> accept(HttpResponse.ResponseInfo head) {
        signals.add(new Signal.Head(head.statusCode(), head.headers()));
        return new Body();
    }

    /// Puts each packet into the queue and asks for the next when that one was taken.
    private final class Body implements HttpResponse.BodySubscriber<Void> {
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Flow.Subscription source) {
            subscription.set(source);
            if (isClosed) {
                source.cancel();
            } else {
                source.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> packet) {
            signals.add(new Signal.Packet(packet));
        }

        @Override
        public void onError(Throwable broken) {
            signals.add(new Signal.Broken(broken));
            done.completeExceptionally(broken);
        }

        @Override
        public void onComplete() {
            signals.add(new Signal.End());
            done.complete(null);
        }
    }
}
