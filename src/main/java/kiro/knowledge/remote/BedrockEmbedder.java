package kiro.knowledge.remote;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.aws.UriText;
import kiro.knowledge.Embedder;
import kiro.knowledge.remote.JsonClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An embedding model on Amazon Bedrock: Titan, which takes one text a request, or one of Cohere's, which take many.
public final class BedrockEmbedder implements Embedder {
    /// Titan takes 50,000; Cohere is told to leave out the end.
    private static final int LONGEST_TEXT = 30_000;

    private final String model;
    private final AwsDoor door;
    private final JsonClient client;
    private final Persistence persistence;
    private final Runnable ending;

    /// @param model its id, or that of an inference profile
    /// @param ending lets go of what the door holds
    public BedrockEmbedder(
            String model, AwsDoor door, Persistence persistence, Duration limit, Runnable ending) {
        this.model = model;
        this.door = door;
        this.client = new JsonClient(limit);
        this.persistence = persistence;
        this.ending = ending;
    }

    @Override
    public String name() {
        return "bedrock/" + model;
    }

    private boolean isCohere() {
        return model.contains("cohere.");
    }

    @Override
    public Embedding embed(Role role, List<String> texts) throws InterruptedException {
        if (isCohere()) {
            return ask(cohere(role, texts), texts.size());
        }
        var vectors = new ArrayList<float[]>();
        for (String text : texts) {
            switch (ask(titan(text), 1)) {
                case Embedding.Vectors one -> vectors.addAll(one.vectors());
                case Embedding.Failed failed -> {
                    return failed;
                }
            }
        }
        return new Embedding.Vectors(vectors);
    }

    private static ObjectNode titan(String text) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("inputText", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    private static ObjectNode cohere(Role role, List<String> texts) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        texts.forEach(body.putArray("texts")::add);
        body.put(
                "input_type",
                switch (role) {
                    case PASSAGE -> "search_document";
                    case QUESTION -> "search_query";
                });
        return body.put("truncate", "END");
    }

    private Embedding ask(ObjectNode body, int wanted) throws InterruptedException {
        String path = "/model/" + UriText.encoded(model) + "/invoke";
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return switch (door.post(client, persistence, path, bytes)) {
            case AwsDoor.Passage.Shut shut -> failed(shut.reason());
            case AwsDoor.Passage.Through(Reply reply, String bearer) ->
                    switch (reply) {
                        case Reply.Broken broken -> failed(broken.reason());
                        case Reply.Answered answer when answer.isGood() ->
                                vectors(answer.json())
                                        .filter(found -> found.size() == wanted)
                                        .<Embedding>map(Embedding.Vectors::new)
                                        .orElseGet(() ->
                                                failed("its answer holds no vector for each text"));
                        case Reply.Answered answer ->
                                failed(bearer + " is refused" + Refusal.of(answer).words());
                    };
        };
    }

    /// One vector, a list of them, or a list for each kind of number.
    private static Optional<List<float[]>> vectors(JsonNode json) {
        JsonNode many = json.path("embeddings");
        return json.path("embedding").isArray()
                ? Vectors.vector(json.path("embedding")).map(List::of)
                : Vectors.of(many.isObject() ? many.path("float") : many);
    }

    private Embedding failed(String reason) {
        return new Embedding.Failed("%s makes no vectors: %s".formatted(name(), reason));
    }

    @Override
    public void close() {
        client.close();
        ending.run();
    }
}
