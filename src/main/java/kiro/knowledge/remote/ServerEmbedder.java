package kiro.knowledge.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.knowledge.Embedder;
import kiro.knowledge.remote.JsonClient.Reply;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An embedding model of a server that speaks OpenAI's `/v1/embeddings`, or of Ollama.
public final class ServerEmbedder implements Embedder {
    private final String name;
    private final Dialect dialect;
    private final String model;
    private final URI address;
    private final Optional<Secret> key;
    private final JsonClient client;
    private final Persistence persistence;

    private ServerEmbedder(
            Dialect dialect,
            String model,
            URI base,
            Optional<Secret> key,
            Persistence persistence,
            Duration limit) {
        this.name = dialect.provider + "/" + model;
        this.dialect = dialect;
        this.model = model;
        this.address = URI.create(base + dialect.path);
        this.key = key;
        this.client = new JsonClient(limit);
        this.persistence = persistence;
    }

    private enum Dialect {
        OPENAI("openai", "/embeddings"),
        OLLAMA("ollama", "/api/embed");

        private final String provider;
        private final String path;

        Dialect(String provider, String path) {
            this.provider = provider;
            this.path = path;
        }
    }

    /// @param base with the version in its path
    public static ServerEmbedder openAi(
            String model, URI base, Optional<Secret> key, Persistence persistence, Duration limit) {
        return new ServerEmbedder(Dialect.OPENAI, model, base, key, persistence, limit);
    }

    public static ServerEmbedder ollama(
            String model, URI base, Persistence persistence, Duration limit) {
        return new ServerEmbedder(
                Dialect.OLLAMA, model, base, Optional.empty(), persistence, limit);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Embedding embed(Role role, List<String> texts) throws InterruptedException {
        Map<String, String> headers =
                key.map(secret -> Map.of("Authorization", "Bearer " + secret.reveal()))
                        .orElse(Map.of());
        byte[] body = body(texts);
        return switch (persistence.ask(() -> client.post(address, headers, body))) {
            case Reply.Broken broken -> failed(broken.reason());
            case Reply.Answered answer when answer.isGood() ->
                    vectors(answer.json())
                            .filter(found -> found.size() == texts.size())
                            .<Embedding>map(Embedding.Vectors::new)
                            .orElseGet(() ->
                                    failed("its answer does not hold a vector for each text"));
            case Reply.Answered answer -> failed(masked("it refuses" + Refusal.of(answer).words()));
        };
    }

    private byte[] body(List<String> texts) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("model", model);
        texts.forEach(body.putArray("input")::add);
        switch (dialect) {
            case OPENAI -> body.put("encoding_format", "float");
            case OLLAMA -> body.put("truncate", true);
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<List<float[]>> vectors(JsonNode json) {
        return switch (dialect) {
            case OPENAI -> ofData(json.path("data"));
            case OLLAMA -> Vectors.of(json.path("embeddings"));
        };
    }

    /// Each names its place; servers need not keep the order.
    private static Optional<List<float[]>> ofData(JsonNode data) {
        var entries = new ArrayList<JsonNode>(data.values());
        entries.sort(Comparator.comparingInt(entry -> entry.path("index").asInt(0)));
        var vectors = new ArrayList<float[]>();
        for (JsonNode entry : entries) {
            Vectors.vector(entry.path("embedding")).ifPresent(vectors::add);
        }
        return Optional.of(vectors);
    }

    private Embedding failed(String reason) {
        return new Embedding.Failed(
                "%s makes no vectors (%s): %s".formatted(name, address.getHost(), reason));
    }

    private String masked(String text) {
        return key.map(secret -> secret.mask(text)).orElse(text);
    }

    @Override
    public void close() {
        client.close();
    }
}
