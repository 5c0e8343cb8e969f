package kiro.knowledge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.auth.KeptAws;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.ServerTime;
import kiro.knowledge.Embedder;
import kiro.knowledge.Embedder.Embedding;
import kiro.process.CommandRunner;
import kiro.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("knowledge#AC-15")
class EmbedderTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir private Path folder;
    private final JsonServer server = new JsonServer();
    private final Persistence persistence =
            new Persistence(RandomGenerator.getDefault(), Clock.systemUTC(), time -> {});

    @AfterEach
    void close() {
        server.close();
    }

    private Embedder openAi() {
        return ServerEmbedder.openAi(
                "small",
                URI.create(server.url() + "/v1"),
                Optional.of(Secret.of("sk-test-key-1234")),
                persistence,
                LIMIT);
    }

    private Embedder bedrock(String model) {
        Map<String, String> environment =
                Map.of("AWS_ACCESS_KEY_ID", "AKIDTEST", "AWS_SECRET_ACCESS_KEY", "secret");
        var time = new ServerTime(Clock.systemUTC());
        var signIn =
                new AwsSignIn(
                        new AwsWorld(
                                environment,
                                folder,
                                Optional.empty(),
                                Optional.empty(),
                                new CommandRunner(environment, folder),
                                KeptAws.NONE),
                        time);
        return new BedrockEmbedder(
                model,
                new AwsDoor(server.url(), "us-east-1", signIn, time, Optional.empty()),
                persistence,
                LIMIT,
                signIn::close);
    }

    private static List<List<Float>> vectors(Embedding embedding) {
        return ((Embedding.Vectors) embedding)
                .vectors().stream()
                        .map(vector -> {
                            var list = new java.util.ArrayList<Float>();
                            for (float number : vector) {
                                list.add(number);
                            }
                            return List.copyOf(list);
                        })
                        .toList();
    }

    private static String reason(Embedding embedding) {
        return ((Embedding.Failed) embedding).reason();
    }

    @Test
    void openai_is_asked_for_many_texts_and_answers_in_any_order() throws Exception {
        server.then(
                "{\"object\":\"list\",\"data\":[{\"index\":1,\"embedding\":[0.5,1]},{\"index\":0,\"embedding\":[1,0]}],\"usage\":{\"total_tokens\":3}}");
        try (Embedder embedder = openAi()) {
            Embedding made = embedder.embed(Embedder.Role.PASSAGE, List.of("a", "b\n"));

            assertThat(vectors(made)).containsExactly(List.of(1f, 0f), List.of(0.5f, 1f));
            JsonServer.Received request = server.received().getFirst();
            assertThat(request.uri()).hasToString("/v1/embeddings");
            assertThat(request.body())
                    .isEqualTo(
                            "{\"model\":\"small\",\"input\":[\"a\",\"b\\n\"],\"encoding_format\":\"float\"}");
            assertThat(request.headers()).containsEntry("authorization", "Bearer sk-test-key-1234");
        }
    }

    @Test
    void ollama_is_asked_in_its_own_form() throws Exception {
        server.then("{\"model\":\"nomic\",\"embeddings\":[[1,2],[3,4]]}");
        try (Embedder embedder = ServerEmbedder.ollama("nomic", server.url(), persistence, LIMIT)) {
            assertThat(vectors(embedder.embed(Embedder.Role.QUESTION, List.of("a", "b"))))
                    .containsExactly(List.of(1f, 2f), List.of(3f, 4f));
            assertThat(server.received().getFirst().uri()).hasToString("/api/embed");
            assertThat(server.received().getFirst().body())
                    .isEqualTo("{\"model\":\"nomic\",\"input\":[\"a\",\"b\"],\"truncate\":true}");
        }
    }

    @Test
    void titan_is_asked_text_by_text_and_signed() throws Exception {
        server.then("{\"embedding\":[1,0],\"inputTextTokenCount\":1}")
                .then("{\"embedding\":[0,1],\"inputTextTokenCount\":1}");
        try (Embedder embedder = bedrock("amazon.titan-embed-text-v2:0")) {
            assertThat(vectors(embedder.embed(Embedder.Role.PASSAGE, List.of("a", "b"))))
                    .containsExactly(List.of(1f, 0f), List.of(0f, 1f));
            assertThat(server.received())
                    .extracting(JsonServer.Received::body)
                    .containsExactly("{\"inputText\":\"a\"}", "{\"inputText\":\"b\"}");
            JsonServer.Received request = server.received().getFirst();
            assertThat(request.uri()).hasToString("/model/amazon.titan-embed-text-v2%3A0/invoke");
            assertThat(request.headers().get("authorization"))
                    .contains("/us-east-1/bedrock/aws4_request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"embeddings\":[[1,0],[0,1]],\"response_type\":\"embeddings_floats\"}",
                "{\"embeddings\":{\"float\":[[1,0],[0,1]]},\"response_type\":\"embeddings_by_type\"}"
            })
    void cohere_is_told_what_a_text_is_and_both_forms_of_its_answer_are_read(String answer)
            throws Exception {
        server.then(answer);
        try (Embedder embedder = bedrock("cohere.embed-multilingual-v3")) {
            assertThat(vectors(embedder.embed(Embedder.Role.QUESTION, List.of("a", "b"))))
                    .containsExactly(List.of(1f, 0f), List.of(0f, 1f));
            assertThat(server.received().getFirst().body())
                    .isEqualTo(
                            "{\"texts\":[\"a\",\"b\"],\"input_type\":\"search_query\",\"truncate\":\"END\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[\"x\"]}]}",
                "{\"data\":7}"
            })
    void an_answer_without_a_vector_for_each_text_is_a_failure(String answer) throws Exception {
        server.then(answer);
        try (Embedder embedder = openAi()) {
            assertThat(reason(embedder.embed(Embedder.Role.PASSAGE, List.of("a", "b"))))
                    .isEqualTo(
                            "openai/small makes no vectors (127.0.0.1): its answer does not hold a vector for each text");
        }
    }

    @Test
    void a_refusal_is_told_in_the_servers_words_without_the_key() throws Exception {
        server.then(
                401,
                Map.of(),
                "{\"error\":{\"message\":\"Incorrect API key provided: sk-test-key-1234\"}}");
        try (Embedder embedder = openAi()) {
            assertThat(reason(embedder.embed(Embedder.Role.PASSAGE, List.of("a"))))
                    .contains("HTTP 401: Incorrect API key provided")
                    .doesNotContain("sk-test-key-1234");
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void ollama_without_the_model_says_so() throws Exception {
        server.then(
                404,
                Map.of(),
                "{\"error\":\"model \\\"nomic\\\" not found, try pulling it first\"}");
        try (Embedder embedder = ServerEmbedder.ollama("nomic", server.url(), persistence, LIMIT)) {
            assertThat(reason(embedder.embed(Embedder.Role.PASSAGE, List.of("a"))))
                    .contains("model \"nomic\" not found, try pulling it first");
        }
    }

    @Test
    void bedrock_without_the_right_says_whose_access_it_was() throws Exception {
        server.thenError(403, "AccessDenied", "not authorized to perform: bedrock:InvokeModel");
        try (Embedder embedder = bedrock("amazon.titan-embed-text-v2:0")) {
            assertThat(reason(embedder.embed(Embedder.Role.PASSAGE, List.of("a"))))
                    .isEqualTo(
                            "bedrock/amazon.titan-embed-text-v2:0 makes no vectors: the environment is refused (AccessDenied: not authorized to perform: bedrock:InvokeModel)");
        }
    }
}
