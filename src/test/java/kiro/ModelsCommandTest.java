package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ModelsCommandTest {
    private static final String CLAUDE = "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;
    private String nobody = "";

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/.keep", "");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + free.getLocalPort();
        }
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("OLLAMA_HOST", nobody)
                .with("AWS_EC2_METADATA_DISABLED", "true");
    }

    private static JsonNode json(Kiro.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }

    private void call(String arguments) {
        server.thenReply(AnthropicEvents.reply().call("c1", "say", arguments).end("tool_use"));
    }

    @Test
    @Tag("models-command#AC-1")
    void nothing_set_up_is_the_built_in_engine_and_what_is_missing() {
        Kiro.Result result = kiro().run("models", "list");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(
                        "built-in  no model configured: the built-in engine reads the structured parts of a spec\n\n"
                                + "PROVIDER   READY  HOW\n"
                                + "anthropic  no     sign in with 'kiro auth login --anthropic', or set ANTHROPIC_API_KEY\n"
                                + "bedrock    no     sign in with 'kiro auth login --sso-start-url URL'")
                .contains("built-in   yes    no language model")
                .contains("ollama     no     nobody is at http://" + nobody)
                .contains(
                        "openai     no     sign in with 'kiro auth login --openai', or set OPENAI_API_KEY");
    }

    @Test
    @Tag("models-command#AC-1")
    void the_model_in_use_is_told_with_its_sizes_its_price_and_why_it_is_the_one() {
        Kiro.Result result =
                kiro().with("KIRO_MODEL", CLAUDE)
                        .with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .with("AWS_REGION", "eu-west-1")
                        .run("models", "list");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith(
                        CLAUDE
                                + "  model (environment KIRO_MODEL)\n"
                                + "  200,000 tokens for a request and its reply, 32,000 of them for the reply; looks at pictures\n"
                                + "  a million tokens cost $3.30 sent, $0.33 from the cache, $4.125 into it, $16.50 of replies\n\n"
                                + "WORK ")
                .contains("\nPROVIDER ")
                .doesNotContain("key-of-bedrock");
    }

    @Test
    @Tag("models-command#AC-1")
    void who_is_ready_is_told_by_where_the_key_is() throws Exception {
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(
                folder.resolve("home/.aws/config"),
                "[profile dev]\nregion = eu-north-1\nsso_session = x\n[profile poor]\nregion = eu-north-1\n");
        Kiro ready =
                kiro().with("ANTHROPIC_API_KEY", "key-of-anthropic")
                        .with("OPENAI_BASE_URL", "http://localhost:8000/v1")
                        .with("AWS_PROFILE", "dev")
                        .with("OLLAMA_HOST", server.url().toString());

        assertThat(json(ready.run("models", "list", "--json")).path("providers"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        [{"name": "anthropic", "ready": true, "how": "key of environment ANTHROPIC_API_KEY"},
                                         {"name": "bedrock", "ready": true, "how": "credentials of the profile 'dev' in eu-north-1"},
                                         {"name": "built-in", "ready": true, "how": "no language model: it reads the structured parts of specs"},
                                         {"name": "ollama", "ready": true, "how": "at %s"},
                                         {"name": "openai", "ready": true, "how": "no key, at http://localhost:8000/v1"}]\
                                        """
                                                .formatted(server.url())));
        assertThat(server.requests()).as("nobody is asked").isEmpty();

        assertThat(bedrock(kiro().with("AWS_PROFILE", "poor"))).startsWith("sign in with");
        assertThat(
                        bedrock(
                                kiro().with("AWS_ACCESS_KEY_ID", "A")
                                        .with("AWS_SECRET_ACCESS_KEY", "s")))
                .isEqualTo("credentials of the environment; set AWS_REGION as well");
        assertThat(
                        bedrock(
                                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "k")
                                        .with("AWS_REGION", "eu-west-1")))
                .isEqualTo("key of environment AWS_BEARER_TOKEN_BEDROCK in eu-west-1");
    }

    private static String bedrock(Kiro kiro) {
        return json(kiro.run("models", "list", "--json")).at("/providers/1/how").asString();
    }

    @Test
    @Tag("models-command#AC-2")
    void a_model_that_cannot_be_used_is_an_error_with_what_there_is_instead() {
        Kiro.Result result = kiro().with("KIRO_MODEL", "anthropic/m").run("models", "list");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("no key for the model anthropic/m (environment KIRO_MODEL)");
        assertThat(result.out()).startsWith("PROVIDER ");
        Kiro.Result asJson =
                kiro().with("KIRO_MODEL", "anthropic/m").run("models", "list", "--json");
        assertThat(asJson.code()).isEqualTo(1);
        assertThat(json(asJson).at("/problem/code").asString()).isEqualTo("model/unusable");
    }

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    @Tag("models-command#AC-5")
    void bedrock_lists_profiles_and_models_by_signed_questions() throws Exception {
        server.thenStatus(
                        200,
                        JSON,
                        """
                        {"inferenceProfileSummaries": [
                          {"inferenceProfileId": "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "status": "ACTIVE"},
                          {"inferenceProfileId": "eu.amazon.nova-lite-v1:0", "status": "ACTIVE"}]}\
                        """)
                .thenStatus(
                        200,
                        JSON,
                        """
                        {"inferenceProfileSummaries": [{"inferenceProfileArn":
                          "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1", "status": "ACTIVE"}]}\
                        """)
                .thenStatus(
                        200,
                        JSON,
                        """
                        {"modelSummaries": [
                          {"modelId": "meta.llama3-8b-instruct-v1:0", "modelLifecycle": {"status": "ACTIVE"}},
                          {"modelId": "anthropic.claude-v2:1", "modelLifecycle": {"status": "LEGACY"}}]}\
                        """);

        Kiro.Result result = signed().run("models", "list", "bedrock");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        MODEL                                                                            WINDOW   SENT   REPLIES
                        bedrock/eu.amazon.nova-lite-v1:0                                                 300,000  ?      ?
                        bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0                             200,000  $3.30  $16.50
                        bedrock/arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1  128,000  ?      ?
                        bedrock/meta.llama3-8b-instruct-v1:0                                             8,000    ?      ?
                        """);
        assertThat(server.requests())
                .extracting(AnthropicServer.Received::line)
                .containsExactly(
                        "GET /inference-profiles?maxResults=1000&type=SYSTEM_DEFINED HTTP/1.1",
                        "GET /inference-profiles?maxResults=1000&type=APPLICATION HTTP/1.1",
                        "GET /foundation-models?byInferenceType=ON_DEMAND&byOutputModality=TEXT HTTP/1.1");
        assertThat(server.requests().getFirst().headers().get("authorization"))
                .contains(
                        "/eu-west-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=");
    }

    private Kiro signed() {
        return kiro().with("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
                .with("AWS_SECRET_ACCESS_KEY", "secret-of-the-environment")
                .with("AWS_REGION", "eu-west-1")
                .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url().toString());
    }

    @Test
    @Tag("models-command#AC-5")
    void the_other_providers_list_theirs() throws Exception {
        server.thenStatus(
                        200,
                        JSON,
                        "{\"data\":[{\"type\":\"model\",\"id\":\"claude-opus-4-1-20250805\"}],\"has_more\":false}")
                .thenStatus(
                        200,
                        JSON,
                        "{\"object\":\"list\",\"data\":[{\"id\":\"qwen3-coder\"},{\"id\":\"not a name\"}]}")
                .thenStatus(
                        200,
                        JSON,
                        "{\"models\":[{\"name\":\"qwen3:8b\"},{\"name\":\"llama3:latest\"}]}")
                .thenStatus(200, JSON, "{\"models\":[]}");

        assertThat(json(anthropic().run("models", "list", "anthropic", "--json")).path("models"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        [{"name": "anthropic/claude-opus-4-1-20250805", "window": 200000, "maxOutput": 32000,
                                          "takesImages": true, "mayThink": true, "price": {"input": "15.0000", "cacheRead": "1.5000",
                                          "cacheWrite": "18.7500", "output": "75.0000"}}]\
                                        """));
        assertThat(
                        kiro().with("OPENAI_BASE_URL", server.url() + "/v1")
                                .run("models", "list", "openai")
                                .out())
                .contains("openai/qwen3-coder  128,000  ?")
                .doesNotContain("not a name");
        Kiro ollama = kiro().with("OLLAMA_HOST", server.url().toString());
        assertThat(ollama.run("models", "list", "ollama").out())
                .containsSubsequence("ollama/llama3:latest", "ollama/qwen3:8b");
        assertThat(ollama.run("models", "list", "ollama").out()).isEqualTo("no models\n");

        assertThat(server.requests())
                .extracting(AnthropicServer.Received::line)
                .containsExactly(
                        "GET /v1/models?limit=1000 HTTP/1.1",
                        "GET /v1/models HTTP/1.1",
                        "GET /api/tags HTTP/1.1",
                        "GET /api/tags HTTP/1.1");
    }

    @Test
    @Tag("models-command#AC-5")
    void a_provider_that_gives_no_list_is_said() throws Exception {
        server.thenStatus(
                        403,
                        Map.of("x-amzn-ErrorType", "AccessDeniedException"),
                        "{\"message\":\"not authorized\"}")
                .thenStatus(200, Map.of("Content-Type", "text/html"), "<html>")
                .then(AnthropicServer.Wire::cut);

        Kiro.Result denied = signed().run("models", "list", "bedrock");
        assertThat(denied.code()).isEqualTo(5);
        assertThat(denied.err())
                .contains(
                        "the environment may not list models: allow bedrock:ListInferenceProfiles and"
                                + " bedrock:ListFoundationModels (HTTP 403, AccessDenied: not authorized)");
        Kiro.Result page = anthropic().run("models", "list", "anthropic");
        assertThat(page.code()).isEqualTo(5);
        assertThat(page.err()).contains("answers with text/html instead of JSON");
        assertThat(anthropic().run("models", "list", "anthropic").code()).isEqualTo(5);

        assertThat(kiro().run("models", "list", "anthropic").err())
                .contains("'anthropic' is not set up here")
                .contains("sign in with 'kiro auth login --anthropic', or set ANTHROPIC_API_KEY");
        for (String nobody : List.of("built-in", "scripted", "elsewhere")) {
            Kiro.Result none = kiro().run("models", "list", nobody);
            assertThat(none.code()).as(nobody).isEqualTo(1);
        }
    }

    @Test
    @Tag("models-command#AC-3")
    void a_model_that_answers_and_calls_tools_passes() throws Exception {
        call("{\"word\":\"marmalade\"}");

        Kiro.Result result = anthropic().run("models", "test");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .matches(
                        "(?s)anthropic/claude-sonnet-5-5 answers: the first piece after [\\d,]+ ms, all of it after [\\d,]+ ms\n"
                                + "  [\\d,]+ tokens in, [\\d,]+ out, \\$0\\.\\d{4}\n  it calls tools\n");
        JsonNode request = JsonMapper.shared().readTree(server.requests().getFirst().body());
        assertThat(request.path("tools").size()).isEqualTo(1);
        assertThat(request.path("max_tokens").asInt()).isEqualTo(2_000);
    }

    private Kiro anthropic() {
        return kiro().with("ANTHROPIC_API_KEY", "key-of-anthropic")
                .with("ANTHROPIC_BASE_URL", server.url().toString());
    }

    @Test
    @Tag("models-command#AC-3")
    void one_of_bedrock_is_tried_by_its_name() throws Exception {
        server.then(wire -> {
            wire.head(200, AwsFrames.type());
            wire.chunk(
                    AwsFrames.joined(
                            List.of(
                                    AwsFrames.event("messageStart", "{\"role\":\"assistant\"}"),
                                    AwsFrames.event(
                                            "contentBlockStart",
                                            "{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"say\"}}}"),
                                    AwsFrames.event(
                                            "contentBlockDelta",
                                            "{\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\\\"word\\\":\\\"marmalade\\\"}\"}}}"),
                                    AwsFrames.event(
                                            "contentBlockStop", "{\"contentBlockIndex\":0}"),
                                    AwsFrames.event("messageStop", "{\"stopReason\":\"tool_use\"}"),
                                    AwsFrames.event(
                                            "metadata",
                                            "{\"usage\":{\"inputTokens\":900,\"outputTokens\":30}}"))));
            wire.endChunks();
        });

        Kiro.Result result =
                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url().toString())
                        .run("models", "test", CLAUDE, "--json");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode told = json(result);
        assertThat(told.path("answers").asBoolean()).isTrue();
        assertThat(told.path("callsTools").asBoolean()).isTrue();
        assertThat(told.path("cost").asString()).isEqualTo("0.0035");
        assertThat(told.at("/model/why").asString()).isEqualTo("named here");
        assertThat(told.at("/usage/input").asInt()).isEqualTo(900);
        assertThat(told.path("wholeMillis").asLong())
                .isGreaterThanOrEqualTo(told.path("firstPieceMillis").asLong());
    }

    @Test
    @Tag("models-command#AC-4")
    void a_model_that_calls_no_tool_or_the_wrong_one_fails() throws Exception {
        server.thenReply(AnthropicEvents.saying("marmalade"));
        call("{\"word\":\"jam\"}");
        call("{\"word\":\"marma");
        for (int i = 0; i < 3; i++) {
            Kiro.Result result = anthropic().run("models", "test");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).contains(" answers: ").doesNotContain("it calls tools");
            assertThat(result.err()).contains("[model/no-tools]");
        }
    }

    @Test
    @Tag("models-command#AC-4")
    void a_model_that_does_not_answer_fails_with_what_it_says() throws Exception {
        server.thenStatus(
                401,
                Map.of(),
                "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"no\"}}");
        Kiro.Result refused = anthropic().run("models", "test");
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err())
                .contains("Anthropic refuses the key")
                .contains("mend what it says, then try again")
                .doesNotContain("key-of-anthropic");

        server.thenStatus(529, Map.of(), "{}");
        Kiro.Result busy = anthropic().run("models", "test", "--json");
        assertThat(busy.code()).isEqualTo(5);
        assertThat(json(busy).path("answers").asBoolean(true)).isFalse();
        assertThat(json(busy).at("/problem/fix").asString()).isEqualTo("try again in a while");
        assertThat(server.requests()).as("a test is one request").hasSize(2);
    }

    @Test
    @Tag("models-command#AC-4")
    void what_cannot_be_asked_is_said() throws IOException {
        Kiro.Result builtIn = kiro().run("models", "test");
        assertThat(builtIn.code()).isEqualTo(1);
        assertThat(builtIn.err()).contains("[model/built-in]");

        Kiro.Result unusable = kiro().run("models", "test", "openai/x");
        assertThat(unusable.code()).isEqualTo(1);
        assertThat(unusable.err()).contains("no key for the model openai/x");

        workspace.with(".kiro/config.yaml", "model: [");
        assertThat(kiro().run("models", "test").code()).isEqualTo(1);
        assertThat(kiro().run("models", "list").code()).isEqualTo(1);
    }
}
