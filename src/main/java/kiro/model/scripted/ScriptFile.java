package kiro.model.scripted;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kiro.finding.Finding;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.ModelJson;
import kiro.model.Usage;
import kiro.text.Json;
import kiro.text.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// Answers of a model as text, one JSON object a line. The format is described in
/// `docs/formats/script.md`.
public final class ScriptFile {
    private static final JsonFactory JSON = new JsonFactory();

    private ScriptFile() {}

    /// What came out of reading a script.
    public sealed interface Reading {
        record Whole(List<Answer> answers) implements Reading {
            public Whole {
                answers = List.copyOf(answers);
            }
        }

        record Broken(List<Finding> findings) implements Reading {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param file the name of the file, for messages
    public static Reading read(String file, String text) {
        var answers = new ArrayList<Answer>();
        var findings = new ArrayList<Finding>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                answers.add(answer(Json.read(lines[i])));
            } catch (JacksonException | IllegalArgumentException wrong) {
                findings.add(
                        Finding.error(
                                "model/script",
                                file,
                                SourceSpan.ofLine(i + 1, lines[i].length()),
                                "this line is no answer of a model: " + firstLine(wrong),
                                "write one JSON object a line, as docs/formats/script.md shows"));
            }
        }
        return findings.isEmpty() ? new Reading.Whole(answers) : new Reading.Broken(findings);
    }

    /// An answer as one line, without its end.
    public static String write(Answer answer) {
        return write(answer, UnaryOperator.identity());
    }

    /// @param mask takes out of every text what must not be kept; what a provider has signed stays as it is
    public static String write(Answer answer, UnaryOperator<String> mask) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            switch (answer) {
                case Answer.Complete complete -> complete(json, complete, mask);
                case Answer.Failed failed -> failed(json, failed.failure(), mask);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void complete(
            JsonGenerator json, Answer.Complete complete, UnaryOperator<String> mask) {
        json.writeArrayPropertyStart("blocks");
        complete.message().blocks().forEach(block -> ModelJson.write(json, masked(block, mask)));
        json.writeEndArray();
        json.writeStringProperty("stop", complete.stop().word());
        ModelJson.write(json, complete.usage());
    }

    private static Block masked(Block block, UnaryOperator<String> mask) {
        return switch (block) {
            case Block.Text text -> new Block.Text(mask.apply(text.text()));
            case Block.ToolCall call ->
                    new Block.ToolCall(call.id(), call.name(), mask.apply(call.arguments()));
            case Block.ToolResult result ->
                    new Block.ToolResult(
                            result.callId(), mask.apply(result.text()), result.isError());
            case Block.Thinking thinking when thinking.signature().isEmpty() ->
                    new Block.Thinking(mask.apply(thinking.text()), "", thinking.provider());
            case Block.Thinking _, Block.Opaque _, Block.Image _ -> block;
        };
    }

    private static void failed(
            JsonGenerator json, ModelFailure failure, UnaryOperator<String> mask) {
        json.writeStringProperty("failure", failure.getClass().getSimpleName());
        json.writeStringProperty("message", mask.apply(failure.message()));
        retryAfter(failure)
                .ifPresent(wait -> json.writeNumberProperty("retryAfterMs", wait.toMillis()));
        if (failure instanceof ModelFailure.Blocked(String _, Usage usage) && usage.total() > 0) {
            ModelJson.write(json, usage);
        }
    }

    private static Optional<Duration> retryAfter(ModelFailure failure) {
        return switch (failure) {
            case ModelFailure.RateLimited limited -> limited.retryAfter();
            case ModelFailure.Overloaded overloaded -> overloaded.retryAfter();
            case ModelFailure.Silent silent -> Optional.of(silent.waited());
            case ModelFailure.ProviderFault _,
                    ModelFailure.Disconnected _,
                    ModelFailure.Malformed _,
                    ModelFailure.Unauthorized _,
                    ModelFailure.ContextTooLong _,
                    ModelFailure.Rejected _,
                    ModelFailure.Blocked _ ->
                    Optional.empty();
        };
    }

    private static Answer answer(JsonNode json) {
        if (json.has("failure")) {
            return new Answer.Failed(failure(json));
        }
        var blocks = new ArrayList<Block>();
        json.path("blocks").values().forEach(block -> blocks.add(ModelJson.block(block)));
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("neither 'blocks' nor 'failure' is there");
        }
        String stop = json.path("stop").asString("");
        return new Answer.Complete(
                new Message(Message.Role.MODEL, blocks),
                stop.isEmpty() ? impliedStop(blocks) : Answer.Stop.of(stop),
                ModelJson.usage(json));
    }

    private static Answer.Stop impliedStop(List<Block> blocks) {
        return blocks.stream().anyMatch(Block.ToolCall.class::isInstance)
                ? new Answer.Stop.ToolUse()
                : new Answer.Stop.EndOfTurn();
    }

    private static ModelFailure failure(JsonNode json) {
        String message = json.path("message").asString("");
        Optional<Duration> wait =
                json.has("retryAfterMs")
                        ? Optional.of(Duration.ofMillis(json.path("retryAfterMs").asLong()))
                        : Optional.empty();
        String kind = json.path("failure").asString("");
        return switch (kind) {
            case "RateLimited" -> new ModelFailure.RateLimited(message, wait);
            case "Overloaded" -> new ModelFailure.Overloaded(message, wait);
            case "ProviderFault" -> new ModelFailure.ProviderFault(message);
            case "Disconnected" -> new ModelFailure.Disconnected(message);
            case "Silent" -> new ModelFailure.Silent(message, wait.orElse(Duration.ZERO));
            case "Malformed" -> new ModelFailure.Malformed(message);
            case "Unauthorized" -> new ModelFailure.Unauthorized(message);
            case "ContextTooLong" -> new ModelFailure.ContextTooLong(message);
            case "Rejected" -> new ModelFailure.Rejected(message);
            case "Blocked" -> new ModelFailure.Blocked(message, ModelJson.usage(json));
            default -> throw new IllegalArgumentException("no failure of this name: " + kind);
        };
    }

    private static String firstLine(Exception wrong) {
        String message =
                wrong instanceof JacksonException json
                        ? json.getOriginalMessage()
                        : String.valueOf(wrong.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
