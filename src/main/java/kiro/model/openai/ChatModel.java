package kiro.model.openai;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
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

/// A model behind OpenAI's Chat Completions, or behind a server that speaks them.
public final class ChatModel implements Model, AutoCloseable {
    /// By this name thinking is known as having come this way.
    static final String PROVIDER = "openai";

    private final ModelChoice.OpenAi settings;
    private final ChatEncoder encoder;
    private final WireFailures failures;
    private final ReplyClient client = new ReplyClient();
    private final URI address;

    /// @param clock for a server that names the date when it may be asked again
    public ChatModel(ModelChoice.OpenAi settings, Clock clock) {
        this.settings = settings;
        this.encoder = new ChatEncoder(settings);
        this.failures = failures(settings, clock);
        this.address = URI.create(settings.baseUrl() + "/chat/completions");
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
        return client.answer(
                new Post(address, headers(), encoder.encode(request)),
                request.deadlines(),
                new ChatAssembler(onReply, CallIds.of(request), failures));
    }

    @Override
    public Offer offered() throws InterruptedException {
        return new Catalogue(client, failures)
                .read(
                        URI.create(settings.baseUrl() + "/models"),
                        headers(),
                        json ->
                                json.path("data").values().stream()
                                        .map(model -> model.path("id").asString("")));
    }

    private Map<String, String> headers() {
        return settings.key()
                .map(key -> Map.of("Authorization", "Bearer " + key.reveal()))
                .orElseGet(Map::of);
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
