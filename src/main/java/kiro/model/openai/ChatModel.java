package kiro.model.openai;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
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

/// A model behind OpenAI's Chat Completions, or behind a server that speaks them.
public final class ChatModel implements Model, AutoCloseable {
    /// By this name thinking is known as having come this way.
    static final String PROVIDER = "openai";

    private final ModelChoice.OpenAi settings;
    private final ChatEncoder encoder;
    private final WireFailures failures;
    private final LazyClient client = new LazyClient();
    private final URI uri;

    /// @param clock for a server that names the date when it may be asked again
    public ChatModel(ModelChoice.OpenAi settings, Clock clock) {
        this.settings = settings;
        this.encoder = new ChatEncoder(settings);
        this.failures = failures(settings, clock);
        this.uri = URI.create(settings.baseUrl() + "/chat/completions");
    }

    static WireFailures failures(ModelChoice.OpenAi settings, Clock clock) {
        String host = settings.isOfOpenAi() ? "OpenAI" : settings.baseUrl().getAuthority();
        return new WireFailures(
                new WireFailures.Service(
                        host,
                        settings.model(),
                        settings.baseUrl(),
                        "openai.base-url",
                        "set OPENAI_API_KEY",
                        settings.key()),
                ChatErrors::read,
                clock);
    }

    @Override
    public String name() {
        return PROVIDER + "/" + settings.model();
    }

    @Override
    public int window() {
        return settings.window();
    }

    /// Prepares for the first request on another thread.
    public void warmUp() {
        client.warmUp();
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var assembler = new ChatAssembler(onReply, CallIds.of(request), failures);
        try (Exchange exchange = Exchange.start(client.get(), httpRequest(request))) {
            return new ReplyStream(exchange, request.deadlines(), assembler).answer();
        }
    }

    private HttpRequest httpRequest(ModelRequest request) {
        List<byte[]> body = encoder.encode(request);
        long length = body.stream().mapToLong(part -> part.length).sum();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .header("User-Agent", "openkiro")
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofByteArrays(body), length));
        settings.key().ifPresent(key -> builder.header("Authorization", "Bearer " + key.reveal()));
        return builder.build();
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
