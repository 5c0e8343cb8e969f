package kiro.model.openai;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kiro.model.Catalogue;
import kiro.model.ModelChoice;
import kiro.model.Offer;
import kiro.model.ReplyClient;
import kiro.model.ReplyClient.Post;
import kiro.model.WireFailures;

/// A server of OpenAI's, or one that speaks like it: where it is, what it is shown, and what its failures mean.
final class OpenAiService {
    /// By this name thinking is known as having come this way.
    static final String PROVIDER = "openai";

    private final ModelChoice.OpenAi settings;
    private final WireFailures failures;
    private final URI address;

    /// @param clock for a server that names the date when it may be asked again
    OpenAiService(ModelChoice.OpenAi settings, Clock clock) {
        this.settings = settings;
        this.address = URI.create(settings.baseUrl() + settings.way().api().path());
        String host = settings.isOfOpenAi() ? "OpenAI" : settings.baseUrl().getAuthority();
        this.failures =
                new WireFailures(
                        new WireFailures.Service(
                                host,
                                settings.model(),
                                settings.baseUrl(),
                                "openai.base-url",
                                "%s (OPENAI_API_KEY, or 'kiro auth login --openai')"
                                        .formatted(
                                                settings.key().isPresent()
                                                        ? "change it"
                                                        : "set a key"),
                                settings.key()),
                        ChatErrors::read,
                        clock);
    }

    String name() {
        return PROVIDER + "/" + settings.model();
    }

    WireFailures failures() {
        return failures;
    }

    Post post(List<byte[]> body) {
        return new Post(address, headers(), body);
    }

    void warmUp(ReplyClient client) {
        client.warmUp(address);
    }

    Offer offered(ReplyClient client) throws InterruptedException {
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
}
