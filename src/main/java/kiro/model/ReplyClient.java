package kiro.model;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.Request;

/// Sends requests for replies, and follows each to its answer. One connection is kept for all of them.
public final class ReplyClient implements AutoCloseable {
    private final Connections connections = new Connections();

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
    public void warmUp(URI address) {
        connections.warmUp(address);
    }

    /// What a provider does not say of what the reply used is estimated.
    ///
    /// @param request that is posted
    /// @param protocol what the events of the reply mean
    public Answer answer(Post post, ModelRequest request, ReplyProtocol protocol)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (Exchange exchange =
                Exchange.start(connections, request(post, protocol.framing().accepted()))) {
            return counted(
                    request, new ReplyStream(exchange, request.deadlines(), protocol).answer());
        }
    }

    private static Answer counted(ModelRequest request, Answer answer) {
        return answer instanceof Answer.Complete whole && whole.usage().equals(Usage.UNTOLD)
                ? new Answer.Complete(
                        whole.message(), whole.stop(), Usage.about(request, whole.message()))
                : answer;
    }

    /// An exchange that is no reply, such as a question about a model.
    public Exchange exchange(Post post) {
        return Exchange.start(connections, request(post, "application/json"));
    }

    /// An exchange without anything sent.
    public Exchange question(URI address, Map<String, String> headers) {
        return Exchange.start(
                connections,
                new Request("GET", address, withOurs(headers, "application/json"), List.of()));
    }

    private static Request request(Post post, String accepted) {
        var headers = withOurs(post.headers(), accepted);
        headers.put("Content-Type", "application/json");
        return new Request("POST", post.address(), headers, post.body());
    }

    private static Map<String, String> withOurs(Map<String, String> headers, String accepted) {
        var all = new HashMap<>(headers);
        all.put("Accept", accepted);
        all.put("User-Agent", "openkiro");
        return all;
    }

    /// Closes the connection.
    @Override
    public void close() {
        connections.close();
    }
}
