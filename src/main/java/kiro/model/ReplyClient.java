package kiro.model;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import kiro.http.Exchange;
import kiro.http.LazyClient;

/// Sends requests for replies, and follows each to its answer. One connection is kept for all of them.
public final class ReplyClient implements AutoCloseable {
    private final LazyClient client = new LazyClient();

    /// A request as it is sent.
    ///
    /// @param headers besides those that every request has
    /// @param body in parts, one after another
    public record Post(URI address, Map<String, String> headers, List<byte[]> body) {
        public Post {
            headers = Map.copyOf(headers);
            body = List.copyOf(body);
        }
    }

    /// Prepares for the first request on another thread: call it as soon as it is clear that one will follow.
    public void warmUp() {
        client.warmUp();
    }

    /// @param protocol what the events of the reply mean
    public Answer answer(Post post, Deadlines deadlines, ReplyProtocol protocol)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (Exchange exchange =
                Exchange.start(client.get(), request(post, protocol.framing().accepted()))) {
            return new ReplyStream(exchange, deadlines, protocol).answer();
        }
    }

    /// An exchange that is no reply, such as a question about a model.
    public Exchange exchange(Post post) throws InterruptedException {
        return Exchange.start(client.get(), request(post, "application/json"));
    }

    /// An exchange without anything sent.
    public Exchange question(URI address, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .header("User-Agent", "openkiro")
                        .GET();
        headers.forEach(request::header);
        return Exchange.start(client.get(), request.build());
    }

    private static HttpRequest request(Post post, String accepted) {
        long length = post.body().stream().mapToLong(part -> part.length).sum();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(post.address())
                        .header("Content-Type", "application/json")
                        .header("Accept", accepted)
                        .header("User-Agent", "openkiro")
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofByteArrays(post.body()), length));
        post.headers().forEach(request::header);
        return request.build();
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
