package kiro.model.anthropic;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.CallIds;
import kiro.model.Catalogue;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Offer;
import kiro.model.Reply;
import kiro.model.ReplyClient;
import kiro.model.ReplyClient.Post;
import kiro.model.WireFailures;

/// A model behind Anthropic's Messages API, or behind a server that speaks it.
public final class AnthropicModel implements Model, AutoCloseable {
    /// By this name thinking and opaque blocks are known as Anthropic's.
    static final String PROVIDER = "anthropic";

    private static final String VERSION = "2023-06-01";

    private final ModelChoice.Anthropic settings;
    private final RequestEncoder encoder;
    private final WireFailures failures;
    private final ReplyClient client = new ReplyClient();
    private final URI address;

    /// @param clock for a server that names the date when it may be asked again
    public AnthropicModel(ModelChoice.Anthropic settings, Clock clock) {
        this.settings = settings;
        this.encoder = new RequestEncoder(settings);
        this.failures = failures(settings, clock);
        this.address = URI.create(settings.baseUrl() + "/v1/messages");
    }

    static WireFailures failures(ModelChoice.Anthropic settings, Clock clock) {
        return new WireFailures(
                new WireFailures.Service(
                        "Anthropic",
                        settings.model(),
                        settings.baseUrl(),
                        "anthropic.base-url",
                        "change it (ANTHROPIC_API_KEY, or 'kiro auth login --anthropic')",
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
        client.warmUp(address);
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        return client.answer(
                new Post(address, headers(), encoder.encode(request)),
                request,
                new ReplyAssembler(onReply, CallIds.of(request), failures));
    }

    @Override
    public Offer offered() throws InterruptedException {
        return new Catalogue(client, failures)
                .read(
                        URI.create(settings.baseUrl() + "/v1/models?limit=1000"),
                        headers(),
                        json ->
                                json.path("data").values().stream()
                                        .map(model -> model.path("id").asString("")));
    }

    private Map<String, String> headers() {
        return Map.of("anthropic-version", VERSION, "x-api-key", settings.key().reveal());
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
