package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Whole runs of the agent with a model on Bedrock, as the settings and AWS's own files lead to it.
@Timeout(60)
class BedrockRunTest {
    private static final String MODEL = "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String PLAN =
            "{\"title\":\"Note\",\"steps\":[{\"action\":\"write it\",\"files\":[\"b.txt\"],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n");
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(
                folder.resolve("home/.aws/config"),
                "[profile dev]\nregion = eu-west-1\naws_access_key_id = AKIDEV\naws_secret_access_key = secret-of-dev\n");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url().toString());
    }

    private void reply(String stop, byte[]... blocks) {
        server.then(
                ConverseReplies.of(
                        stop,
                        "{\"inputTokens\":1000,\"outputTokens\":10,\"cacheReadInputTokens\":500}",
                        blocks));
    }

    /// A run of a model that looks around and is done.
    private void works() {
        reply("tool_use", ConverseReplies.call("c1", "list_directory", "{}"));
        reply("end_turn", ConverseReplies.says("no plan"));
    }

    @Test
    @Tag("bedrock-model#AC-7")
    void a_run_plans_and_writes_with_the_profiles_region_and_keys_and_names_its_session()
            throws Exception {
        reply("tool_use", ConverseReplies.call("t1", "propose_plan", PLAN));
        server.thenStatus(
                429,
                Map.of("x-amzn-ErrorType", "ThrottlingException", "Retry-After", "0.01"),
                "{\"message\":\"Too many tokens, please wait before trying again.\"}");
        reply(
                "tool_use",
                ConverseReplies.call(
                        "t2", "write_file", "{\"path\":\"b.txt\",\"content\":\"hello\\n\"}"));
        reply("end_turn", ConverseReplies.says("written"));

        Kiro.Result result =
                kiro().with("AWS_PROFILE", "dev")
                        .run(
                                "agent",
                                "write a long and winding note about it and then plan more, in two files",
                                "--mode",
                                "autonomous",
                                "--model",
                                MODEL);

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(workspace.read("b.txt")).isEqualTo("hello\n");
        assertThat(result.out()).contains("$");
        Path session = log().getParent().getFileName();
        for (AnthropicServer.Received request : server.requests()) {
            assertThat(request.headers().get("authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEV/20260301/eu-west-1/bedrock/");
            assertThat(
                            JsonMapper.shared()
                                    .readTree(request.body())
                                    .path("requestMetadata")
                                    .toString())
                    .isEqualTo("{\"kiro:session\":\"" + session + "\"}");
        }
    }

    @Test
    @Tag("bedrock-model#AC-8")
    void a_run_that_a_guardrail_stops_says_so_and_does_nothing_more() throws Exception {
        reply("guardrail_intervened", ConverseReplies.says("This is not discussed here."));

        Kiro.Result result =
                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .with("AWS_REGION", "eu-west-1")
                        .run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out() + result.err())
                .contains("the guardrail stopped this: This is not discussed here.")
                .contains(" out, $0.00")
                .doesNotContain("no tokens");
        assertThat(kiro().run("usage", "--by", "model", "--csv").out().lines().toList().get(1))
                .startsWith(MODEL + ",1,1,");
        assertThat(server.requests()).hasSize(1);
    }

    private String told(int request) {
        return JsonMapper.shared()
                .readTree(server.requests().get(request).body())
                .path("messages")
                .toString();
    }

    @Test
    @Tag("bedrock-model#AC-13")
    void what_a_guardrail_stopped_in_a_conversation_is_not_told_again() throws Exception {
        Kiro chat =
                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .with("AWS_REGION", "eu-west-1")
                        .with("KIRO_MODEL", MODEL);
        reply("guardrail_intervened", ConverseReplies.says("This is not discussed here."));
        reply("end_turn", ConverseReplies.says("hello"));
        reply("guardrail_intervened", ConverseReplies.says("Nor is this."));
        reply("end_turn", ConverseReplies.says("gladly"));

        Kiro.Result result =
                chat.reading("where to invest", "good day", "which shares", "thank you")
                        .run("chat");

        assertThat(result.out() + result.err())
                .contains(
                        "what was said last is left out of the conversation from here on",
                        "gladly");
        assertThat(told(0)).contains("<guide>", "where to invest");
        assertThat(told(1)).contains("<guide>", "good day").doesNotContain("where to invest");
        assertThat(told(2)).contains("which shares");
        assertThat(told(3))
                .contains("<guide>", "good day", "hello", "thank you")
                .doesNotContain("where to invest", "which shares", "not discussed", "Nor is");

        reply("end_turn", ConverseReplies.says("welcome"));
        chat.reading("once more").run("chat", "--resume");

        assertThat(told(4)).contains("thank you").doesNotContain("where to invest", "which shares");
    }

    @Test
    @Tag("bedrock-model#AC-13")
    void an_answer_of_a_call_that_a_guardrail_stopped_is_left_out_where_the_run_goes_on()
            throws Exception {
        workspace.with("shares.txt", "which shares to buy\n");
        Kiro agent =
                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .with("AWS_REGION", "eu-west-1")
                        .with("KIRO_MODEL", MODEL);
        reply("tool_use", ConverseReplies.call("c1", "read_file", "{\"path\":\"shares.txt\"}"));
        reply("guardrail_intervened", ConverseReplies.says("This is not discussed here."));
        assertThat(agent.run("agent", "go", "--mode", "autonomous").code()).isEqualTo(5);
        assertThat(told(1)).contains("which shares");

        reply("end_turn", ConverseReplies.says("then without"));
        Kiro.Result resumed = agent.run("agent", "--resume", "--mode", "autonomous");

        assertThat(resumed.out() + resumed.err()).contains("then without");
        assertThat(told(2))
                .contains("left out: what this call answered was stopped on its way")
                .doesNotContain("which shares");
    }

    @Test
    @Tag("bedrock-model#AC-11")
    void the_address_that_stands_for_all_of_aws_stands_for_bedrock_too() throws Exception {
        works();

        Kiro.Result result =
                kiro().with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "")
                        .with("AWS_ENDPOINT_URL", server.url() + "/")
                        .with("AWS_PROFILE", "dev")
                        .run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(result.out() + result.err()).contains("no plan");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @Tag("aws-access#AC-9")
    void without_a_region_anywhere_the_run_does_not_begin() {
        Kiro.Result result =
                kiro().with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "")
                        .run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("no region for the model " + MODEL)
                .contains("set AWS_REGION, aws.region, or region in the profile of ~/.aws/config");
    }

    @Test
    @Tag("bedrock-model#AC-10")
    void a_model_that_is_not_known_to_think_is_told_apart() throws Exception {
        works();
        workspace.with(".kiro/config.yaml", "bedrock:\n  effort: high\n");

        Kiro.Result result =
                kiro().with("AWS_BEARER_TOKEN_BEDROCK", "key-of-bedrock")
                        .run(
                                "agent",
                                "go",
                                "--mode",
                                "autonomous",
                                "--model",
                                "bedrock/meta.llama3-3-70b-instruct-v1:0");

        assertThat(result.out() + result.err())
                .contains(
                        "bedrock/meta.llama3-3-70b-instruct-v1:0 is not known to think when told so");
        assertThat(server.requests().getFirst().body())
                .doesNotContain("additionalModelRequestFields");
    }

    /// What a project says of the way to AWS is left out: it would choose whose credentials are used and where they go.
    @Test
    @Tag("bedrock-model#AC-11")
    void a_project_chooses_neither_profile_nor_key_nor_address() throws Exception {
        works();
        workspace.with(
                ".kiro/config.yaml",
                """
                aws: {profile: other}
                bedrock: {api-key: theirs, base-url: "http://127.0.0.1:9", guardrail-mode: async, request-fields: "{\\"a\\":1}"}
                """);

        Kiro.Result result =
                kiro().with("AWS_PROFILE", "dev")
                        .run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(server.requests().getFirst().headers().get("authorization"))
                .contains("Credential=AKIDEV/");
        assertThat(result.out() + result.err())
                .contains(
                        "aws.profile",
                        "bedrock.api-key",
                        "bedrock.base-url",
                        "bedrock.guardrail-mode",
                        "bedrock.request-fields")
                .doesNotContain("theirs");
        assertThat(Files.readString(log())).doesNotContain("secret-of-dev");
    }

    private Path log() throws Exception {
        try (var files = Files.walk(workspace.root().resolve(".kiro/sessions"))) {
            return files.filter(file -> file.endsWith("events.jsonl")).findFirst().orElseThrow();
        }
    }
}
