package kiro.model.anthropic;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.http.Exchange;
import kiro.http.LazyClient;
import kiro.model.Answer;
import kiro.model.CallIds;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.ReplyStream;
import kiro.model.WireFailures;

/// A model behind Anthropic's Messages API, or behind a server that speaks it.
public final class AnthropicModel implements Model, AutoCloseable {
    /// By this name thinking and opaque blocks are known as Anthropic's.
    static final String PROVIDER = "anthropic";

    private static final String VERSION = "2023-06-01";

    private final ModelChoice.Anthropic settings;
    private final RequestEncoder encoder;
    private final WireFailures failures;
    private final LazyClient client = new LazyClient();
    private final URI uri;

    /// @param clock for a server that names the date when it may be asked again
    public AnthropicModel(ModelChoice.Anthropic settings, Clock clock) {
        this.settings = settings;
        this.encoder = new RequestEncoder(settings);
        this.failures = failures(settings, clock);
        this.uri = URI.create(settings.baseUrl() + "/v1/messages");
    }

    static WireFailures failures(ModelChoice.Anthropic settings, Clock clock) {
        return new WireFailures(
                new WireFailures.Service(
                        "Anthropic",
                        settings.model(),
                        settings.baseUrl(),
                        "anthropic.base-url",
                        "set ANTHROPIC_API_KEY",
                        Optional.of(settings.key())),
                EventReader::error,
                clock);
    }

    @Override
    public String name() {
        return PROVIDER + "/" + settings.model();
    }

    @Override
    public boolean takesImages() {
        return true;
    }

    @Override
    public int window() {
        return settings.window();
    }

    /// Prepares for the first request on another thread: call it as soon as it is clear that one
    /// will follow.
    public void warmUp() {
        client.warmUp();
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var assembler = new ReplyAssembler(onReply, CallIds.of(request), failures);
        try (Exchange exchange = Exchange.start(client.get(), httpRequest(request))) {
            return new ReplyStream(exchange, request.deadlines(), assembler).answer();
        }
    }

    private HttpRequest httpRequest(ModelRequest request) {
        List<byte[]> body = encoder.encode(request);
        long length = body.stream().mapToLong(part -> part.length).sum();
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("anthropic-version", VERSION)
                .header("x-api-key", settings.key().reveal())
                .header("User-Agent", "openkiro")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(body), length))
                .build();
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
