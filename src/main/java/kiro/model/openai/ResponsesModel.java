package kiro.model.openai;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.CallIds;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Offer;
import kiro.model.Reply;
import kiro.model.ReplyClient;

/// A model behind OpenAI's Responses. Nothing is stored there: what the model thought comes back sealed, and is sent
/// again as it came.
public final class ResponsesModel implements Model, AutoCloseable {
    private final ModelChoice.OpenAi settings;
    private final OpenAiService service;
    private final ResponsesEncoder encoder;
    private final ReplyClient client;
    private final AtomicReference<ResponsesForm> form;

    /// @param clock for a server that names the date when it may be asked again
    public ResponsesModel(ModelChoice.OpenAi settings, Clock clock) {
        this(
                settings,
                new OpenAiService(settings, clock),
                Optional.empty(),
                new ReplyClient(),
                new AtomicReference<>(ResponsesForm.of(settings)));
    }

    private ResponsesModel(
            ModelChoice.OpenAi settings,
            OpenAiService service,
            Optional<String> session,
            ReplyClient client,
            AtomicReference<ResponsesForm> form) {
        this.settings = settings;
        this.service = service;
        this.encoder = new ResponsesEncoder(settings, session);
        this.client = client;
        this.form = form;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public int window() {
        return settings.window();
    }

    /// All current models of OpenAI's own look at pictures; of others that is not known.
    @Override
    public boolean takesImages() {
        return settings.isOfOpenAi();
    }

    /// The same model with requests that name the session: those find each other's cache.
    @Override
    public Model forSession(String session) {
        return new ResponsesModel(settings, service, Optional.of(session), client, form);
    }

    /// Prepares for the first request on another thread.
    public void warmUp() {
        service.warmUp(client);
    }

    /// A request whose form the server objects to is sent again in a plainer one, as are those that follow it.
    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        while (true) {
            ResponsesForm sent = form.get();
            var assembler =
                    new ResponsesAssembler(onReply, CallIds.of(request), service.failures());
            Answer answer =
                    client.answer(service.post(encoder.encode(request, sent)), request, assembler);
            Optional<ResponsesForm> plainer = assembler.objection().flatMap(sent::plainer);
            if (plainer.isEmpty()) {
                return answer;
            }
            form.set(plainer.get());
        }
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
