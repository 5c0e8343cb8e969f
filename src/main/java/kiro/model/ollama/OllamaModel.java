package kiro.model.ollama;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.CallIds;
import kiro.model.Catalogue;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Offer;
import kiro.model.Reply;
import kiro.model.ReplyClient;
import kiro.model.ReplyClient.Post;
import kiro.model.WireFailures;

/// A model that runs in Ollama.
///
/// Ollama cuts what does not fit into a model's context from its front, where the task and the tools stand, and answers as if
/// nothing had happened. So the size of the context is set with each request, what cannot fit is not sent, and a reply to a
/// request that was cut is a failure.
public final class OllamaModel implements Model, AutoCloseable {
    /// By this name thinking is known as Ollama's.
    static final String PROVIDER = "ollama";

    private final ModelChoice.Ollama settings;
    private final WireFailures failures;
    private final ReplyClient client = new ReplyClient();
    private final URI address;
    private final ModelCard card;

    /// @param clock for a server that names the date when it may be asked again
    public OllamaModel(ModelChoice.Ollama settings, Clock clock) {
        this.settings = settings;
        this.failures = failures(settings, clock);
        this.address = URI.create(settings.baseUrl() + "/api/chat");
        this.card = new ModelCard(settings, client);
    }

    static WireFailures failures(ModelChoice.Ollama settings, Clock clock) {
        return new WireFailures(
                new WireFailures.Service(
                        "Ollama",
                        settings.model(),
                        settings.baseUrl(),
                        "ollama.base-url",
                        "sign in with 'ollama signin'",
                        Optional.empty()),
                OllamaErrors::read,
                clock);
    }

    @Override
    public String name() {
        return PROVIDER + "/" + settings.model();
    }

    /// What is set; the model's own where that is known to be smaller.
    @Override
    public int window() {
        return Math.min(settings.window(), card.known().orElse(Integer.MAX_VALUE));
    }

    /// Prepares for the first request on another thread.
    public void warmUp() {
        client.warmUp(address);
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        Optional<String> unable =
                card.lacks(!request.tools().isEmpty(), settings.effort().isPresent());
        if (unable.isPresent()) {
            return new Answer.Failed(new ModelFailure.Rejected(unable.get()));
        }
        byte[] body = OllamaEncoder.encode(request, settings, window());
        var fit = new ContextFit(body.length, window());
        if (!fit.isPossible()) {
            return new Answer.Failed(
                    new ModelFailure.ContextTooLong(
                            "the conversation is too long for %s: %s"
                                    .formatted(settings.model(), fit.tooMuch())));
        }
        return client.answer(
                new Post(address, Map.of(), List.of(body)),
                request,
                new OllamaAssembler(onReply, CallIds.of(request), failures, fit));
    }

    @Override
    public Offer offered() throws InterruptedException {
        return new Catalogue(client, failures)
                .read(
                        URI.create(settings.baseUrl() + "/api/tags"),
                        Map.of(),
                        json ->
                                json.path("models").values().stream()
                                        .map(model -> model.path("name").asString("")));
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
