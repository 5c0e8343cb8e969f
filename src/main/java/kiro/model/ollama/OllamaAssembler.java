package kiro.model.ollama;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.http.Framing;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.CallIds;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Reply;
import kiro.model.ReplyProtocol;
import kiro.model.Usage;
import kiro.model.WireFailures;
import kiro.model.WireFailures.Said;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Puts a reply together from its lines. Calls come whole and mostly without ids; the last line says that it is the last.
final class OllamaAssembler implements ReplyProtocol {
    private final Consumer<Reply> onReply;
    private final CallIds ids;
    private final WireFailures failures;
    private final ContextFit fit;
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Block.ToolCall> calls = new ArrayList<>();

    OllamaAssembler(Consumer<Reply> onReply, CallIds ids, WireFailures failures, ContextFit fit) {
        this.onReply = onReply;
        this.ids = ids;
        this.failures = failures;
        this.fit = fit;
    }

    @Override
    public Framing framing() {
        return Framing.LINES;
    }

    @Override
    public WireFailures failures() {
        return failures;
    }

    @Override
    public Optional<Answer> event(byte[] data, int length) {
        try {
            return line(Json.read(new String(data, 0, length, StandardCharsets.UTF_8)));
        } catch (JacksonException notJson) {
            return malformed("a line that is no JSON");
        }
    }

    private Optional<Answer> line(JsonNode line) {
        if (!line.isObject()) {
            return malformed("a line that is no JSON object");
        }
        Optional<Said> error = OllamaErrors.of(line);
        if (error.isPresent()) {
            return Optional.of(new Answer.Failed(failures.ofEvent(error.get())));
        }
        JsonNode message = line.path("message");
        String thought = message.path("thinking").asString("");
        if (!thought.isEmpty()) {
            thinking.append(thought);
            onReply.accept(new Reply.ThinkingDelta(thought));
        }
        String words = message.path("content").asString("");
        if (!words.isEmpty()) {
            text.append(words);
            onReply.accept(new Reply.TextDelta(words));
        }
        for (JsonNode call : message.path("tool_calls").values()) {
            Optional<Answer> wrong = call(call);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return line.path("done").asBoolean(false) ? Optional.of(whole(line)) : Optional.empty();
    }

    private Optional<Answer> call(JsonNode call) {
        JsonNode function = call.path("function");
        String name = function.path("name").asString("");
        if (name.isEmpty()) {
            return malformed("a call without a name");
        }
        JsonNode arguments = function.path("arguments");
        String id = ids.next(call.path("id").asString(""));
        onReply.accept(new Reply.CallStarted(id, name));
        calls.add(
                new Block.ToolCall(
                        id,
                        name,
                        arguments.isString()
                                ? arguments.asString()
                                : arguments.isObject() ? arguments.toString() : "{}"));
        return Optional.empty();
    }

    private Answer whole(JsonNode last) {
        long read = last.path("prompt_eval_count").asLong(0);
        if (fit.wasCut(read)) {
            return new Answer.Failed(new ModelFailure.ContextTooLong(fit.cut(read)));
        }
        List<Block> blocks = new ArrayList<>();
        if (!thinking.toString().isBlank()) {
            blocks.add(new Block.Thinking(thinking.toString(), "", OllamaModel.PROVIDER));
        }
        if (!text.toString().isBlank()) {
            blocks.add(new Block.Text(text.toString()));
        }
        blocks.addAll(calls);
        if (blocks.stream().allMatch(Block.Thinking.class::isInstance)) {
            blocks.add(Message.NOTHING_SAID);
        }
        blocks.forEach(block -> onReply.accept(new Reply.BlockFinished(block)));
        return new Answer.Complete(
                new Message(Message.Role.MODEL, blocks),
                stop(last.path("done_reason").asString("stop")),
                last.has("prompt_eval_count") || last.has("eval_count")
                        ? new Usage(read, 0, 0, last.path("eval_count").asLong(0), 0)
                        : Usage.UNTOLD);
    }

    private Answer.Stop stop(String reason) {
        return switch (reason) {
            case "stop" ->
                    calls.isEmpty() ? new Answer.Stop.EndOfTurn() : new Answer.Stop.ToolUse();
            case "length" -> new Answer.Stop.MaxTokens();
            default -> new Answer.Stop.Unknown(reason);
        };
    }

    private Optional<Answer> malformed(String reason) {
        return Optional.of(new Answer.Failed(failures.malformed(reason)));
    }
}
