package kiro.model.bedrock;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;

/// Requests to Bedrock and replies of it, as the tests of the adapter need them.
final class Bedrock {
    static final String CLAUDE = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    static final String THINKER = "bedrock/anthropic";
    static final Message GO = Message.user("go");
    static final ToolSpec READ =
            new ToolSpec("read", "reads a file", "{\"type\":\"object\",\"properties\":{}}");

    private Bedrock() {}

    static ModelChoice.Bedrock settings(URI server, Map<String, String> more) {
        return settings(CLAUDE, server, more);
    }

    /// What the settings make of a model's id, with a key and in a region.
    static ModelChoice.Bedrock settings(String id, URI server, Map<String, String> more) {
        Config config =
                Config.empty()
                        .with("model", "bedrock/" + id, "a test")
                        .with("bedrock.base-url", server.toString(), "a test")
                        .with("aws.region", "eu-central-1", "a test")
                        .with("bedrock.api-key", "key-of-bedrock", "a test");
        for (var setting : more.entrySet()) {
            config = config.with(setting.getKey(), setting.getValue(), "a test");
        }
        return (ModelChoice.Bedrock) ModelChoice.of(config);
    }

    static BedrockModel model(URI server, Map<String, String> more) {
        return BedrockModel.withKey(settings(server, more), Clock.systemUTC());
    }

    static ModelRequest request(Message... messages) {
        return request(Deadlines.STANDARD, messages);
    }

    static ModelRequest request(Deadlines deadlines, Message... messages) {
        return new ModelRequest(
                Purpose.CODE, "be good", List.of(READ), List.of(messages), 3_000, deadlines);
    }

    static Deadlines within(int firstEvent, int idle, int total) {
        return new Deadlines(
                Duration.ofMillis(firstEvent), Duration.ofMillis(idle), Duration.ofMillis(total));
    }

    static Message said(Block... blocks) {
        return new Message(Message.Role.MODEL, List.of(blocks));
    }

    static Message told(Block... blocks) {
        return new Message(Message.Role.USER, List.of(blocks));
    }

    static byte[] delta(int index, String delta) {
        return AwsFrames.event(
                "contentBlockDelta",
                "{\"contentBlockIndex\":%d,\"delta\":%s,\"p\":\"abcdefgh\"}"
                        .formatted(index, delta));
    }

    static byte[] stop(int index) {
        return AwsFrames.event(
                "contentBlockStop", "{\"contentBlockIndex\":%d,\"p\":\"abc\"}".formatted(index));
    }

    static byte[] start() {
        return AwsFrames.event("messageStart", "{\"p\":\"abcd\",\"role\":\"assistant\"}");
    }

    static byte[] call(int index, String id, String name) {
        return AwsFrames.event(
                "contentBlockStart",
                "{\"contentBlockIndex\":%d,\"start\":{\"toolUse\":{\"name\":\"%s\",\"toolUseId\":\"%s\"}}}"
                        .formatted(index, name, id));
    }

    static byte[] end(String reason) {
        return AwsFrames.event("messageStop", "{\"stopReason\":\"%s\"}".formatted(reason));
    }

    static byte[] metadata() {
        return AwsFrames.event(
                "metadata",
                "{\"metrics\":{\"latencyMs\":7},\"usage\":{\"inputTokens\":12,\"outputTokens\":9,"
                        + "\"cacheReadInputTokens\":100,\"cacheWriteInputTokens\":40,\"totalTokens\":161}}");
    }

    static final Usage USED = new Usage(12, 100, 40, 9, 0);

    /// A reply with all kinds of blocks, two of them open at once.
    static List<byte[]> everything() {
        return List.of(
                start(),
                delta(0, "{\"reasoningContent\":{\"text\":\"Let me \"}}"),
                delta(0, "{\"reasoningContent\":{\"text\":\"think…\"}}"),
                delta(0, "{\"reasoningContent\":{\"signature\":\"c2ln\"}}"),
                delta(0, "{\"reasoningContent\":{\"signature\":\"bmVk\"}}"),
                stop(0),
                delta(1, "{\"reasoningContent\":{\"redactedContent\":\"aGlk\"}}"),
                delta(1, "{\"reasoningContent\":{\"redactedContent\":\"ZGVu\"}}"),
                stop(1),
                delta(2, "{\"reasoningContent\":{\"signature\":\"b25seQ==\"}}"),
                stop(2),
                delta(3, "{\"text\":\"Schöne \"}"),
                call(4, "tooluse_abc", "read"),
                delta(4, "{\"toolUse\":{\"input\":\"{\\\"path\\\":\"}}"),
                delta(3, "{\"text\":\"Grüße 🎈\"}"),
                stop(3),
                delta(4, "{\"toolUse\":{\"input\":\"\\\"a.txt\\\"}\"}}"),
                stop(4),
                call(5, "", "list"),
                stop(5),
                end("tool_use"),
                metadata());
    }

    static final List<Block> WHOLE =
            List.of(
                    new Block.Thinking("Let me think…", "c2lnbmVk", THINKER),
                    new Block.Opaque(
                            THINKER, "{\"reasoningContent\":{\"redactedContent\":\"aGlkZGVu\"}}"),
                    new Block.Thinking("", "b25seQ==", THINKER),
                    new Block.Text("Schöne Grüße 🎈"),
                    new Block.ToolCall("tooluse_abc", "read", "{\"path\":\"a.txt\"}"),
                    new Block.ToolCall("call", "list", "{}"));

    static List<byte[]> saying(String text) {
        return List.of(
                start(),
                delta(0, "{\"text\":\"" + text + "\"}"),
                stop(0),
                end("end_turn"),
                metadata());
    }

    /// A stream of frames that ends as HTTP wants it.
    static AnthropicServer.Script stream(List<byte[]> frames) {
        return wire -> {
            send(wire, frames);
            wire.endChunks();
        };
    }

    static void send(AnthropicServer.Wire wire, List<byte[]> frames) throws IOException {
        wire.head(200, AwsFrames.type());
        for (byte[] frame : frames) {
            wire.chunk(frame);
        }
    }

    static List<byte[]> with(List<byte[]> frames, int at, byte[] added) {
        var more = new ArrayList<byte[]>(frames);
        more.add(at, added);
        return more;
    }

    static Answer answer(BedrockModel model, ModelRequest request) throws InterruptedException {
        return model.answer(request, _ -> {});
    }

    static Answer.Complete complete(BedrockModel model) throws InterruptedException {
        return (Answer.Complete) answer(model, request(GO));
    }

    static ModelFailure failure(BedrockModel model, ModelRequest request)
            throws InterruptedException {
        return ((Answer.Failed) answer(model, request)).failure();
    }

    static Optional<String> text(Answer answer) {
        return answer instanceof Answer.Complete complete
                ? Optional.of(complete.message().text())
                : Optional.empty();
    }
}
