package kiro.model.openai;

import java.time.Clock;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.CallIds;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Offer;
import kiro.model.Reply;
import kiro.model.ReplyClient;

/// A model behind OpenAI's Chat Completions, or behind a server that speaks them.
public final class ChatModel implements Model, AutoCloseable {
    private final ModelChoice.OpenAi settings;
    private final ChatEncoder encoder;
    private final OpenAiService service;
    private final ReplyClient client = new ReplyClient();

    /// @param clock for a server that names the date when it may be asked again
    public ChatModel(ModelChoice.OpenAi settings, Clock clock) {
        this.settings = settings;
        this.encoder = new ChatEncoder(settings);
        this.service = new OpenAiService(settings, clock);
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public int window() {
        return settings.window();
    }

    /// Prepares for the first request on another thread.
    public void warmUp() {
        service.warmUp(client);
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        return client.answer(
                service.post(encoder.encode(request)),
                request,
                new ChatAssembler(onReply, CallIds.of(request), service.failures()));
    }

    @Override
    public Offer offered() throws InterruptedException {
        return service.offered(client);
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
