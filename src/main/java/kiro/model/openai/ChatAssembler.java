package kiro.model.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.CallIds;
import kiro.model.Message;
import kiro.model.Reply;
import kiro.model.ReplyProtocol;
import kiro.model.Usage;
import kiro.model.WireFailures;
import kiro.model.WireFailures.Said;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Puts a reply together from its chunks. It is whole when a chunk has said why it ends, and the stream says that it is done
/// or is over.
final class ChatAssembler implements ReplyProtocol {
    private static final String DONE = "[DONE]";

    private final Consumer<Reply> onReply;
    private final CallIds ids;
    private final WireFailures failures;
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, OpenCall> calls = new TreeMap<>();
    private final Map<Integer, String> givenIds = new TreeMap<>();
    private String finish = "";
    private boolean hasRefused;
    private Usage usage = Usage.UNTOLD;

    ChatAssembler(Consumer<Reply> onReply, CallIds ids, WireFailures failures) {
        this.onReply = onReply;
        this.ids = ids;
        this.failures = failures;
    }

    @Override
    public WireFailures failures() {
        return failures;
    }

    @Override
    public Optional<Answer> event(byte[] data, int length) {
        String line = new String(data, 0, length, java.nio.charset.StandardCharsets.UTF_8).strip();
        if (line.equals(DONE)) {
            return Optional.of(whole());
        }
        try {
            return chunk(Json.read(line));
        } catch (JacksonException notJson) {
            return malformed("an event that is no JSON");
        }
    }

    /// Some servers just end: that is no cut where the reason to stop has come.
    @Override
    public Optional<Answer> ended() {
        return finish.isEmpty() ? Optional.empty() : Optional.of(whole());
    }

    private Optional<Answer> chunk(JsonNode chunk) {
        if (!chunk.isObject()) {
            return malformed("an event that is no JSON object");
        }
        Optional<Said> error = ChatErrors.of(chunk);
        if (error.isPresent()) {
            return Optional.of(new Answer.Failed(failures.ofEvent(error.get())));
        }
        if (chunk.path("usage").isObject()) {
            usage = usage(chunk.path("usage"));
        }
        for (JsonNode choice : chunk.path("choices").values()) {
            if (choice.path("index").asInt(0) == 0) {
                Optional<Answer> wrong = choice(choice);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> choice(JsonNode choice) {
        JsonNode delta = choice.path("delta");
        String thought = text(delta, "reasoning_content");
        addThinking(thought.isEmpty() ? text(delta, "reasoning") : thought);
        addText(text(delta, "content"));
        String refusal = text(delta, "refusal");
        hasRefused |= !refusal.isEmpty();
        addText(refusal);
        for (JsonNode part : delta.path("tool_calls").values()) {
            Optional<Answer> wrong = call(part);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        String reason = text(choice, "finish_reason");
        finish = reason.isEmpty() ? finish : reason;
        return Optional.empty();
    }

    private void addThinking(String part) {
        if (!part.isEmpty()) {
            thinking.append(part);
            onReply.accept(new Reply.ThinkingDelta(part));
        }
    }

    private void addText(String part) {
        if (!part.isEmpty()) {
            text.append(part);
            onReply.accept(new Reply.TextDelta(part));
        }
    }

    private Optional<Answer> call(JsonNode part) {
        int index = index(part);
        if (index < 0) {
            return malformed("a fragment of a call that has not begun");
        }
        OpenCall call = calls.get(index);
        if (call == null) {
            call = new OpenCall(ids.next(text(part, "id")));
            calls.put(index, call);
            givenIds.put(index, text(part, "id"));
        }
        JsonNode function = part.path("function");
        call.addName(text(function, "name"));
        if (call.isToBeTold()) {
            onReply.accept(new Reply.CallStarted(call.id(), call.name()));
        }
        JsonNode arguments = function.path("arguments");
        call.addArguments(
                arguments.isObject() ? arguments.toString() : text(function, "arguments"));
        return Optional.empty();
    }

    /// The number of the call that a fragment belongs to. Without one, an id that is new begins a call, and all else belongs to
    /// the last. With one, a new id beside arguments of a call that has another begins a call too: some servers number every
    /// call 0.
    private int index(JsonNode part) {
        String id = text(part, "id");
        int last = calls.isEmpty() ? -1 : ((TreeMap<Integer, OpenCall>) calls).lastKey();
        if (!part.path("index").isInt()) {
            boolean isNew = !id.isEmpty() && !id.equals(givenIds.getOrDefault(last, ""));
            boolean begins =
                    isNew || (id.isEmpty() && last < 0 && part.path("function").has("name"));
            return begins ? last + 1 : last;
        }
        int index = part.path("index").asInt();
        String given = givenIds.getOrDefault(index, "");
        return !id.isEmpty() && !given.isEmpty() && !id.equals(given) ? ofId(id, last + 1) : index;
    }

    private int ofId(String id, int next) {
        return givenIds.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(next);
    }

    private Answer whole() {
        if (finish.isEmpty()) {
            return new Answer.Failed(failures.malformed("a reply that does not say why it ends"));
        }
        if (calls.values().stream().anyMatch(call -> !call.hasName())) {
            return new Answer.Failed(failures.malformed("a call without a name"));
        }
        List<Block> blocks = new ArrayList<>();
        if (!thinking.toString().isBlank()) {
            blocks.add(new Block.Thinking(thinking.toString(), "", OpenAiService.PROVIDER));
        }
        if (!text.toString().isBlank()) {
            blocks.add(new Block.Text(text.toString()));
        }
        calls.values().forEach(call -> blocks.add(call.finish()));
        if (blocks.stream().allMatch(Block.Thinking.class::isInstance)) {
            blocks.add(Message.NOTHING_SAID);
        }
        blocks.forEach(block -> onReply.accept(new Reply.BlockFinished(block)));
        return new Answer.Complete(new Message(Message.Role.MODEL, blocks), stop(), usage);
    }

    /// Some servers say "stop" although calls have come.
    private Answer.Stop stop() {
        return switch (finish) {
            case "stop", "eos", "end_turn" ->
                    hasRefused
                            ? new Answer.Stop.Refusal()
                            : calls.isEmpty()
                                    ? new Answer.Stop.EndOfTurn()
                                    : new Answer.Stop.ToolUse();
            case "tool_calls", "function_call", "tool_use" -> new Answer.Stop.ToolUse();
            case "length", "max_tokens" -> new Answer.Stop.MaxTokens();
            case "content_filter", "refusal" -> new Answer.Stop.Refusal();
            default -> new Answer.Stop.Unknown(finish);
        };
    }

    /// What was read from a cache is part of what the prompt is said to have.
    private static Usage usage(JsonNode json) {
        if (!json.has("prompt_tokens") && !json.has("completion_tokens")) {
            return Usage.UNTOLD;
        }
        long prompt = json.path("prompt_tokens").asLong(0);
        long cached = json.path("prompt_tokens_details").path("cached_tokens").asLong(0);
        return new Usage(
                Math.max(0, prompt - cached),
                cached,
                0,
                json.path("completion_tokens").asLong(0),
                json.path("completion_tokens_details").path("reasoning_tokens").asLong(0));
    }

    private Optional<Answer> malformed(String reason) {
        return Optional.of(new Answer.Failed(failures.malformed(reason)));
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : "";
    }
}
