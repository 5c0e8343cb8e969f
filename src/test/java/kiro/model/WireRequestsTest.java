package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.config.Config;
import kiro.model.anthropic.AnthropicModel;
import kiro.model.bedrock.BedrockModel;
import kiro.model.ollama.OllamaModel;
import kiro.model.openai.ChatModel;
import kiro.model.openai.ResponsesModel;
import kiro.secret.Secret;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every provider is sent of a conversation in which a model, a tool or another provider wrote what its service refuses.
class WireRequestsTest {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final ToolSpec READ = new ToolSpec("read", "reads", "{\"type\":\"object\"}");
    private static final String HALF = "\uD83D";

    private AnthropicServer server;

    @BeforeEach
    void start() {
        server = AnthropicServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private enum Wire {
        BEDROCK,
        ANTHROPIC,
        CHAT,
        RESPONSES,
        OLLAMA;

        private Model model(URI server) {
            return switch (this) {
                case BEDROCK -> BedrockModel.withKey(bedrock(server), Clock.systemUTC());
                case ANTHROPIC ->
                        new AnthropicModel(
                                new ModelChoice.Anthropic(
                                        "m", Secret.of("k-1"), server, 32_000, 8_000),
                                Clock.systemUTC());
                case CHAT -> new ChatModel(openai(server, OpenAiWay.CHAT), Clock.systemUTC());
                case RESPONSES ->
                        new ResponsesModel(
                                openai(
                                        server,
                                        new OpenAiWay(
                                                OpenAiWay.Api.RESPONSES, true, Optional.empty())),
                                Clock.systemUTC());
                case OLLAMA ->
                        new OllamaModel(
                                new ModelChoice.Ollama("m", server, 32_000, 4_000),
                                Clock.systemUTC());
            };
        }

        /// By this name thinking is known as the provider's own.
        private String provider() {
            return switch (this) {
                case BEDROCK -> "bedrock/anthropic";
                case ANTHROPIC -> "anthropic";
                case CHAT, RESPONSES -> "openai";
                case OLLAMA -> "ollama";
            };
        }

        private static ModelChoice.OpenAi openai(URI server, OpenAiWay way) {
            return new ModelChoice.OpenAi(
                    "m", Optional.of(Secret.of("k-1")), server, 32_000, 8_000, way);
        }

        private static ModelChoice.Bedrock bedrock(URI server) {
            return (ModelChoice.Bedrock)
                    ModelChoice.of(
                            Config.empty()
                                    .with(
                                            "model",
                                            "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                                            "a test")
                                    .with("bedrock.base-url", server.toString(), "a test")
                                    .with("aws.region", "eu-central-1", "a test")
                                    .with("bedrock.api-key", "key-of-bedrock", "a test"));
        }
    }

    private JsonNode sent(Wire wire, ModelRequest request) throws Exception {
        Model model = wire.model(server.url());
        try (var _ = (AutoCloseable) model) {
            return JsonMapper.shared().readTree(sent(model, request));
        }
    }

    private String sent(Model model, ModelRequest request) throws InterruptedException {
        RequestRules.check(request);
        for (int i = 0; i < 3; i++) {
            server.thenStatus(400, Map.of(), "{\"error\":{\"message\":\"no\"}}");
        }
        model.answer(request, _ -> {});
        return server.requests().getLast().body();
    }

    private static ModelRequest request(List<ToolSpec> tools, Message... messages) {
        return new ModelRequest(
                Purpose.CODE,
                "be good" + HALF,
                tools,
                List.of(messages),
                1_000,
                Deadlines.STANDARD);
    }

    private static Message said(Block... blocks) {
        return new Message(Message.Role.MODEL, List.of(blocks));
    }

    private static Message told(Block... blocks) {
        return new Message(Message.Role.USER, List.of(blocks));
    }

    private static Message[] hostile() {
        return new Message[] {
            Message.user("go" + HALF),
            said(
                    new Block.Thinking("of another provider", "c2ln", "elsewhere"),
                    new Block.Opaque("elsewhere", "{\"sealed\":\"state\"}"),
                    new Block.Text("calling" + HALF),
                    new Block.ToolCall("a", "my tool! " + "x".repeat(80), "{\"path\":\"\\ud83d\"}"),
                    new Block.ToolCall("b", "", "{\"cut\": \"in the mi")),
            told(
                    new Block.ToolResult("a", "half" + HALF, false),
                    new Block.ToolResult("b", "", false))
        };
    }

    private static List<String> texts(JsonNode json) {
        var texts = new ArrayList<String>();
        if (json.isString()) {
            texts.add(json.asString());
        }
        json.values().forEach(value -> texts.addAll(texts(value)));
        return texts;
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    @Tag("openai-model#AC-9")
    @Tag("ollama-model#AC-8")
    @Tag("bedrock-model#AC-6")
    @Tag("anthropic-model#AC-11")
    void halves_of_characters_and_the_state_of_others_are_not_sent(Wire wire) throws Exception {
        JsonNode body = sent(wire, request(List.of(READ), hostile()));

        assertThat(texts(body))
                .noneMatch(text -> text.contains(HALF))
                .noneMatch(text -> text.contains("c2ln") || text.contains("sealed"))
                .anyMatch(text -> text.startsWith("half"));
        assertThat(body.toString()).doesNotContainIgnoringCase("\\ud83d");
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    @Tag("openai-model#AC-9")
    @Tag("ollama-model#AC-8")
    @Tag("bedrock-model#AC-6")
    @Tag("anthropic-model#AC-11")
    void names_that_a_model_made_up_are_ones_that_are_taken_back(Wire wire) throws Exception {
        JsonNode body = sent(wire, request(List.of(READ), hostile()));

        List<String> names =
                body.findValues("name").stream().map(JsonNode::asString).distinct().toList();
        assertThat(names)
                .contains("read")
                .hasSize(3)
                .allMatch(name -> NAME.matcher(name).matches());
    }

    /// What is left of a request without its marks for caches, which move on as the conversation grows.
    private static String unmarked(String body) {
        return body.replaceAll(",\"cache_control\":\\{[^}]*}", "")
                .replaceAll(",?\\{\"cachePoint\":\\{[^}]*}}", "");
    }

    /// One turn: thoughts of this provider and of another, words, two calls (one cut), and their results (one of them an error).
    private static List<Message> turn(Wire wire, int number) {
        String provider = wire.provider();
        return List.of(
                said(
                        new Block.Thinking("thought " + number, "c2lnbmVk", provider),
                        new Block.Thinking("of another", "c2lnbmVk", "elsewhere"),
                        new Block.Text("calling " + number),
                        new Block.ToolCall("a" + number, "read", "{\"n\": %d.0}".formatted(number)),
                        new Block.ToolCall("b-" + number, "my tool", "{\"cut\": \"in")),
                told(
                        new Block.ToolResult("a" + number, "text of " + number, false),
                        new Block.ToolResult("b-" + number, "no JSON", true),
                        new Block.Text("end of turn " + number)));
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    @Tag("openai-model#AC-10")
    @Tag("ollama-model#AC-10")
    @Tag("bedrock-model#AC-6")
    @Tag("anthropic-model#AC-12")
    void each_request_of_a_growing_conversation_begins_with_the_bytes_of_the_one_before(Wire wire)
            throws Exception {
        var messages = new ArrayList<Message>(List.of(Message.user("end of turn 0")));
        String before = "";
        Model model = wire.model(server.url());
        try (var _ = (AutoCloseable) model) {
            for (int number = 1; number < 6; number++) {
                var request = request(List.of(READ), messages.toArray(Message[]::new));
                String body = unmarked(sent(model, request));

                String last = "end of turn " + (number - 1);
                assertThat(body).startsWith(before).containsOnlyOnce(last);
                before = body.substring(0, body.indexOf(last) + last.length());
                messages.addAll(turn(wire, number));
            }
        }
    }
}
