package kiro.mcp;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.customizer.McpHttpClientTransportAuthorizationErrorHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kiro.http.ProxyPassword;
import kiro.mcp.ServerSettings.Access;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Ways to servers on the network, by streamable HTTP.
final class HttpConnections {
    private static final int LARGEST_ANSWER = 32 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// Hosts that are this machine, to which nothing has to be encrypted.
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private HttpConnections() {}

    static Connection connect(Access.Address address, Tokens tokens) {
        URI uri = uri(address.url());
        boolean isOwn = address.headers().keySet().stream().anyMatch(HttpConnections::authorizes);
        var used = new AtomicReference<>("");
        HttpRequest.Builder requests = ProxyPassword.on(HttpRequest.newBuilder(), uri);
        address.headers().forEach(requests::setHeader);
        var transport =
                HttpClientStreamableHttpTransport.builder(ServerSettings.site(uri))
                        .endpoint(path(uri))
                        .clientBuilder(
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .followRedirects(HttpClient.Redirect.NEVER)
                                        .connectTimeout(CONNECT))
                        .requestBuilder(requests)
                        .jsonMapper(Json.MAPPER)
                        .maxResponseSize(LARGEST_ANSWER)
                        .addAsyncHttpRequestCustomizer((request, method, at, body, context) ->
                                isOwn
                                        ? Mono.just(request)
                                        : blocking(() -> authorized(request, uri, tokens, used)))
                        .authorizationErrorHandler(
                                (McpHttpClientTransportAuthorizationErrorHandler)
                                        (request, response, context) ->
                                                isOwn
                                                        ? Mono.just(false)
                                                        : blocking(() ->
                                                                hasAnother(uri, tokens, used)))
                        .build();
        return new Connection(new WatchedTransport(transport), new CompletableFuture<>(), () -> "");
    }

    private static URI uri(String url) {
        URI uri = URI.create(url);
        boolean isSafe =
                "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri));
        if (uri.getHost() == null || !isSafe) {
            throw new McpFailure(
                    McpFailure.Kind.GONE,
                    "its address has to begin with https://, as what is told it could be read by others");
        }
        return uri;
    }

    /// Whether an address is one of this machine.
    static boolean isHere(URI uri) {
        return HERE.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT));
    }

    private static String path(URI uri) {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static boolean authorizes(String header) {
        return header.equalsIgnoreCase("authorization");
    }

    private static HttpRequest.Builder authorized(
            HttpRequest.Builder request, URI uri, Tokens tokens, AtomicReference<String> used)
            throws InterruptedException {
        tokens.token(uri)
                .ifPresent(token -> {
                    used.set(token);
                    request.setHeader("Authorization", "Bearer " + token);
                });
        return request;
    }

    private static boolean hasAnother(URI uri, Tokens tokens, AtomicReference<String> used)
            throws InterruptedException {
        Optional<String> another = tokens.anew(uri, used.get());
        return another.isPresent() && !another.get().equals(used.get());
    }

    /// What may wait for a disk or the network.
    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    private static <T> Mono<T> blocking(Waiting<T> waiting) {
        return Mono.fromCallable(waiting::get).subscribeOn(Schedulers.boundedElastic());
    }
}
