package kiro.model.bedrock;

import static kiro.model.bedrock.Bedrock.GO;
import static kiro.model.bedrock.Bedrock.request;
import static kiro.model.bedrock.Bedrock.said;
import static kiro.model.bedrock.Bedrock.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests as Bedrock takes them, for the models that it serves.
class BedrockRequestTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String NOVA = "us.amazon.nova-pro-v1:0";
    private static final String LLAMA = "us.meta.llama3-3-70b-instruct-v1:0";
    private static final List<Message> WORK =
            List.of(
                    GO,
                    said(
                            new Block.Thinking("Hm…", "c2ln", Bedrock.THINKER),
                            new Block.Opaque(
                                    Bedrock.THINKER,
                                    "{\"reasoningContent\":{\"redactedContent\":\"aGk=\"}}"),
                            new Block.Text("Looking"),
                            new Block.ToolCall("t1", "read", "{\"path\":\"a\"}"),
                            new Block.ToolCall("t2", "rea d!", "{\"path\":\"b")),
                    told(
                            new Block.ToolResult("t1", "", false),
                            new Block.ToolResult("t2", "no such tool", true)));

    private static RequestEncoder encoder(String id, Map<String, String> settings) {
        return new RequestEncoder(Bedrock.settings(id, NOWHERE, settings), Optional.empty());
    }

    private static String text(List<byte[]> parts) {
        var body = new ByteArrayOutputStream();
        parts.forEach(body::writeBytes);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String encoded(String id, Map<String, String> settings, Message... messages) {
        return text(encoder(id, settings).encode(request(messages), true));
    }

    private static JsonNode json(String id, Map<String, String> settings, Message... messages) {
        return JsonMapper.shared().readTree(encoded(id, settings, messages));
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void a_conversation_with_everything_is_sent_as_bedrock_takes_it() {
        assertThat(json(Bedrock.CLAUDE, Map.of(), WORK.toArray(Message[]::new)))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"system": [{"text": "be good"}, {"cachePoint": {"type": "default"}}],
                                         "toolConfig": {"tools": [
                                           {"toolSpec": {"name": "read", "description": "reads a file",
                                             "inputSchema": {"json": {"type": "object", "properties": {}}}}},
                                           {"cachePoint": {"type": "default"}}]},
                                         "inferenceConfig": {"maxTokens": 3000},
                                         "messages": [
                                           {"role": "user", "content": [{"text": "go"}, {"cachePoint": {"type": "default"}}]},
                                           {"role": "assistant", "content": [
                                             {"reasoningContent": {"reasoningText": {"text": "Hm…", "signature": "c2ln"}}},
                                             {"reasoningContent": {"redactedContent": "aGk="}},
                                             {"text": "Looking"},
                                             {"toolUse": {"toolUseId": "t1", "name": "read", "input": {"path": "a"}}},
                                             {"toolUse": {"toolUseId": "t2", "name": "rea_d_", "input": {}}}]},
                                           {"role": "user", "content": [
                                             {"toolResult": {"toolUseId": "t1", "content": [{"text": "(no output)"}]}},
                                             {"toolResult": {"toolUseId": "t2", "content": [{"text": "no such tool"}],
                                               "status": "error"}},
                                             {"cachePoint": {"type": "default"}}]}]}\
                                        """));
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void what_a_model_does_not_take_is_said_otherwise_or_left_out() {
        JsonNode llama = json(LLAMA, Map.of(), WORK.toArray(Message[]::new));

        assertThat(llama.toString()).doesNotContain("cachePoint", "status", "reasoningContent");
        assertThat(llama.at("/messages/2/content/1/toolResult/content/0/text").asString())
                .isEqualTo("error: no such tool");
        JsonNode nova = json(NOVA, Map.of(), WORK.toArray(Message[]::new));
        assertThat(nova.at("/toolConfig/tools").size()).isEqualTo(1);
        assertThat(nova.at("/system/1/cachePoint/type").asString()).isEqualTo("default");
        assertThat(nova.at("/messages/2/content/1/toolResult/status").asString())
                .isEqualTo("error");
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void thinking_goes_back_to_its_own_vendor_alone_and_never_without_its_proof() {
        Message foreign =
                said(
                        new Block.Thinking("a", "sig", "anthropic"),
                        new Block.Opaque("anthropic", "{\"type\":\"redacted_thinking\"}"),
                        new Block.Thinking("b", "", Bedrock.THINKER),
                        new Block.Opaque("bedrock/amazon", "{}"));

        assertThat(
                        json(Bedrock.CLAUDE, Map.of(), GO, foreign, Message.user("on"))
                                .at("/messages/1/content")
                                .toString())
                .isEqualTo("[{\"text\":\"(no words)\"}]");
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void pictures_are_sent_by_their_form_and_bytes() {
        JsonNode content =
                json(
                                Bedrock.CLAUDE,
                                Map.of(),
                                told(
                                        new Block.Image("image/png", "aGk="),
                                        new Block.Text("what is it \ud800?")))
                        .at("/messages/0/content");

        assertThat(content.get(0).toString())
                .isEqualTo("{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"aGk=\"}}}");
        assertThat(content.get(1).path("text").asString()).doesNotContain("\ud800");
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void the_beginning_of_consecutive_requests_is_the_same_to_the_byte() {
        RequestEncoder encoder = encoder(Bedrock.CLAUDE, Map.of("bedrock.effort", "high"));
        String first =
                text(encoder.encode(request(WORK.subList(0, 1).toArray(Message[]::new)), true));
        String second = text(encoder.encode(request(WORK.toArray(Message[]::new)), true));
        String again = text(encoder.encode(request(WORK.toArray(Message[]::new)), true));

        String marked = "{\"text\":\"go\"},{\"cachePoint\":{\"type\":\"default\"}}]}";
        assertThat(first).endsWith(marked + "]}");
        assertThat(second).startsWith(first.substring(0, first.length() - 2)).isEqualTo(again);
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void no_more_than_four_cache_points_are_set_and_none_where_they_are_off() {
        Message[] longer = {
            GO, Message.model("a"), Message.user("b"), Message.model("c"), Message.user("d")
        };

        assertThat(encoded(Bedrock.CLAUDE, Map.of(), longer).split("cachePoint")).hasSize(5);
        assertThat(encoded(Bedrock.CLAUDE, Map.of("bedrock.cache", "off"), longer))
                .doesNotContain("cachePoint");
        assertThat(encoded(Bedrock.CLAUDE, Map.of("bedrock.cache", "1h"), longer))
                .contains("{\"cachePoint\":{\"type\":\"default\",\"ttl\":\"1h\"}}");
    }

    @Test
    @Tag("bedrock-model#AC-6")
    void without_system_text_tools_and_descriptions_nothing_stands_in_their_place() {
        var bare =
                new ModelRequest(
                        Purpose.SUMMARY, " ", List.of(), List.of(GO), 90_000, Deadlines.STANDARD);
        var undescribed =
                new ModelRequest(
                        Purpose.CODE,
                        "",
                        List.of(new ToolSpec("a", " ", "{}")),
                        List.of(GO),
                        10,
                        Deadlines.STANDARD);
        RequestEncoder encoder =
                encoder(Bedrock.CLAUDE, Map.of("bedrock.max-output-tokens", "5000"));

        assertThat(text(encoder.encode(bare, true)))
                .isEqualTo(
                        "{\"inferenceConfig\":{\"maxTokens\":5000},\"messages\":[{\"role\":\"user\",\"content\":"
                                + "[{\"text\":\"go\"},{\"cachePoint\":{\"type\":\"default\"}}]}]}");
        assertThat(text(encoder.encode(undescribed, true))).doesNotContain("description", "system");
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-10")
    @CsvSource(
            delimiter = '|',
            value = {
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0 | medium | | {\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":8192}}",
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0 | | 2000 | {\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2000}}",
                "anthropic.claude-3-7-sonnet-20250219-v1:0 | max | | {\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":15000}}",
                "global.anthropic.claude-opus-4-6-v1 | xhigh | | {\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"xhigh\"}}",
                "anthropic.claude-opus-4-7 | | 2000 | {\"thinking\":{\"type\":\"adaptive\"}}",
                "us.amazon.nova-2-lite-v1:0 | low | | {\"reasoningConfig\":{\"type\":\"enabled\",\"maxReasoningEffort\":\"low\"}}",
                "openai.gpt-oss-120b-1:0 | high | | {\"reasoning_effort\":\"high\"}",
                "meta.llama3-3-70b-instruct-v1:0 | high | | ''",
                "anthropic.claude-3-5-haiku-20241022-v1:0 | high | | ''",
                "anthropic.claude-opus-4-7 | | | ''",
            })
    void how_much_to_think_is_said_in_the_words_of_each_vendor(
            String id, String effort, Integer tokens, String fields) {
        var settings = new java.util.HashMap<String, String>();
        settings.put("bedrock.max-output-tokens", "20000");
        Optional.ofNullable(effort).ifPresent(each -> settings.put("bedrock.effort", each));
        Optional.ofNullable(tokens)
                .ifPresent(each -> settings.put("bedrock.thinking-tokens", "" + each));
        var request =
                new ModelRequest(
                        Purpose.CODE, "", List.of(), List.of(GO), 90_000, Deadlines.STANDARD);

        JsonNode body =
                JsonMapper.shared().readTree(text(encoder(id, settings).encode(request, true)));

        assertThat(body.path("additionalModelRequestFields").toString()).isEqualTo(fields);
        assertThat(body.at("/inferenceConfig/maxTokens").asInt()).isEqualTo(20_000);
    }

    @Test
    @Tag("bedrock-model#AC-10")
    void nova_at_its_highest_effort_takes_no_limit_beside_it() {
        JsonNode body = json("us.amazon.nova-2-lite-v1:0", Map.of("bedrock.effort", "max"), GO);

        assertThat(
                        body.at("/additionalModelRequestFields/reasoningConfig/maxReasoningEffort")
                                .asString())
                .isEqualTo("high");
        assertThat(body.has("inferenceConfig")).isFalse();
    }

    @Test
    @Tag("bedrock-model#AC-10")
    void a_turn_that_another_model_began_goes_on_without_thinking() {
        var think = Map.of("bedrock.thinking-tokens", "1024");
        Message foreign =
                said(
                        new Block.Thinking("a", "s", "anthropic"),
                        new Block.ToolCall("t1", "read", "{}"));
        Message own =
                said(
                        new Block.Thinking("a", "s", Bedrock.THINKER),
                        new Block.ToolCall("t1", "read", "{}"));
        Message answered = told(new Block.ToolResult("t1", "x", false));
        Message more = said(new Block.ToolCall("t2", "read", "{}"));
        Message answeredToo = told(new Block.ToolResult("t2", "x", false));

        assertThat(encoded(Bedrock.CLAUDE, think, GO, foreign, answered)).doesNotContain("budget");
        assertThat(encoded(Bedrock.CLAUDE, think, GO, foreign, answered, more, answeredToo))
                .doesNotContain("budget");
        assertThat(encoded(Bedrock.CLAUDE, think, GO, own, answered, more, answeredToo))
                .contains("\"budget_tokens\":1024");
        assertThat(
                        encoded(
                                Bedrock.CLAUDE,
                                think,
                                GO,
                                foreign,
                                answered,
                                Message.model("done"),
                                Message.user("next")))
                .contains("\"budget_tokens\":1024");
    }

    @Test
    @Tag("bedrock-model#AC-10")
    void fields_of_the_settings_are_passed_on_and_win() {
        JsonNode fields =
                json(
                                Bedrock.CLAUDE,
                                Map.of(
                                        "bedrock.thinking-tokens",
                                        "1024",
                                        "bedrock.request-fields",
                                        "{\"top_k\": 40, \"thinking\": {\"type\": \"disabled\"}}"),
                                GO)
                        .path("additionalModelRequestFields");

        assertThat(fields.toString())
                .isEqualTo("{\"thinking\":{\"type\":\"disabled\"},\"top_k\":40}");
    }

    @Test
    @Tag("bedrock-model#AC-8")
    void a_guardrail_is_named_with_its_version_its_trace_and_how_it_goes_along() {
        Map<String, String> settings =
                Map.of(
                        "bedrock.guardrail", "gr1abc:3",
                        "bedrock.guardrail-trace", "full",
                        "bedrock.guardrail-mode", "async");

        assertThat(json(Bedrock.CLAUDE, settings, GO).path("guardrailConfig").toString())
                .isEqualTo(
                        "{\"guardrailIdentifier\":\"gr1abc\",\"guardrailVersion\":\"3\",\"trace\":\"enabled_full\",\"streamProcessingMode\":\"async\"}");
        assertThat(
                        JsonMapper.shared()
                                .readTree(
                                        text(
                                                encoder(
                                                                Bedrock.CLAUDE,
                                                                Map.of(
                                                                        "bedrock.guardrail",
                                                                        "g:DRAFT"))
                                                        .encode(request(GO), false)))
                                .path("guardrailConfig")
                                .toString())
                .isEqualTo(
                        "{\"guardrailIdentifier\":\"g\",\"guardrailVersion\":\"DRAFT\",\"trace\":\"enabled\"}");
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @CsvSource({
        "eu.anthropic.claude-sonnet-4-5-20250929-v1:0, eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0",
        "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/a1b2c3, arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Aapplication-inference-profile%2Fa1b2c3",
        "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdef123456, arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aimported-model%2Fabcdef123456",
        "abcdef123456, abcdef123456",
    })
    void ids_and_arns_stand_in_the_path_as_one_segment_and_sessions_in_the_metadata(
            String id, String segment) throws Exception {
        try (AnthropicServer server = AnthropicServer.start();
                BedrockModel model =
                        BedrockModel.withKey(
                                Bedrock.settings(id, server.url(), Map.of()),
                                java.time.Clock.systemUTC())) {
            server.then(Bedrock.stream(Bedrock.saying("hi")))
                    .then(Bedrock.stream(Bedrock.saying("hi")));

            var _ = Bedrock.complete(model);
            var _ = model.forSession("20261126-0a1b2c").answer(request(GO), _ -> {});

            assertThat(server.requests())
                    .extracting(AnthropicServer.Received::line)
                    .containsOnly("POST /model/" + segment + "/converse-stream HTTP/1.1");
            assertThat(server.requests().getFirst().body()).doesNotContain("requestMetadata");
            assertThat(
                            JsonMapper.shared()
                                    .readTree(server.requests().getLast().body())
                                    .path("requestMetadata")
                                    .toString())
                    .isEqualTo("{\"kiro:session\":\"20261126-0a1b2c\"}");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(model.name()).isEqualTo("bedrock/" + id);
        }
    }
}
