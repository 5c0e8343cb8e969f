package kiro.model.openai;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

/// Puts a reply together from its events. It is whole when the event has come that says how the response ended, and not
/// before. Events and items that this version does not know change nothing.
final class ResponsesAssembler implements ReplyProtocol {
    private static final String DONE = "[DONE]";

    private final Consumer<Reply> onReply;
    private final WireFailures failures;
    private final OpenItems items;
    private Optional<ResponsesForm.Objection> objection = Optional.empty();

    ResponsesAssembler(Consumer<Reply> onReply, CallIds ids, WireFailures failures) {
        this.onReply = onReply;
        this.failures = failures;
        this.items = new OpenItems(ids, onReply);
    }

    /// What the server said of a request that it rejected as it is.
    Optional<ResponsesForm.Objection> objection() {
        return objection;
    }

    @Override
    public WireFailures failures() {
        return failures;
    }

    @Override
    public ModelFailure refusal(int status, HttpHeaders headers, byte[] body) {
        if (status == 400) {
            objection =
                    ChatErrors.read(body)
                            .map(said -> new ResponsesForm.Objection(said, ChatErrors.field(body)));
        }
        return ReplyProtocol.super.refusal(status, headers, body);
    }

    /// Some servers end with the mark of the other interface: it says nothing here.
    @Override
    public Optional<Answer> event(byte[] data, int length) {
        String line = new String(data, 0, length, StandardCharsets.UTF_8).strip();
        if (line.equals(DONE)) {
            return Optional.empty();
        }
        try {
            JsonNode event = Json.readExact(line);
            return event.isObject() ? event(event) : malformed("an event that is no JSON object");
        } catch (JacksonException notJson) {
            return malformed("an event that is no JSON");
        }
    }

    private Optional<Answer> event(JsonNode event) {
        return switch (text(event, "type")) {
            case "response.output_item.added" -> items.added(event).flatMap(this::malformed);
            case "response.output_text.delta" -> items.text(event).flatMap(this::malformed);
            case "response.refusal.delta" -> items.refusal(event).flatMap(this::malformed);
            case "response.function_call_arguments.delta" ->
                    items.arguments(event).flatMap(this::malformed);
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" -> {
                items.thinking(event);
                yield Optional.empty();
            }
            case "response.output_item.done" -> items.done(event).flatMap(this::malformed);
            case "response.completed", "response.incomplete", "response.done" ->
                    Optional.of(ended(event.path("response")));
            case "response.failed", "response.cancelled" ->
                    Optional.of(failed(event.path("response")));
            case "error" -> Optional.of(failed(event));
            default -> unknown(event);
        };
    }

    /// A gateway puts an error into a stream in a form of its own.
    private Optional<Answer> unknown(JsonNode event) {
        return event.has("type")
                ? Optional.empty()
                : ChatErrors.of(event).map(said -> new Answer.Failed(failures.ofEvent(said)));
    }

    private Answer failed(JsonNode told) {
        Said said =
                ChatErrors.of(told)
                        .orElseGet(() ->
                                new Said(
                                        text(told, "code"),
                                        text(told, "message").isEmpty()
                                                ? "no reason given"
                                                : text(told, "message")));
        return new Answer.Failed(failures.ofEvent(ChatErrors.plain(said)));
    }

    private Answer ended(JsonNode response) {
        String status = text(response, "status");
        if (status.equals("failed") || status.equals("cancelled")) {
            return failed(response);
        }
        String reason = text(response.path("incomplete_details"), "reason");
        boolean isCut = status.equals("incomplete") || !reason.isEmpty();
        Optional<String> wrong = items.complete(response.path("output"), isCut);
        if (wrong.isPresent()) {
            return new Answer.Failed(failures.malformed(wrong.get()));
        }
        List<Block> blocks = new ArrayList<>(items.blocks());
        if (blocks.stream().noneMatch(ResponsesAssembler::isSaid)) {
            blocks.add(Message.NOTHING_SAID);
        }
        blocks.forEach(block -> onReply.accept(new Reply.BlockFinished(block)));
        return new Answer.Complete(
                new Message(Message.Role.MODEL, blocks),
                stop(isCut, reason),
                usage(response.path("usage")));
    }

    private static boolean isSaid(Block block) {
        return block instanceof Block.Text || block instanceof Block.ToolCall;
    }

    /// A response that is cut for whatever reason may end in half a call.
    private Answer.Stop stop(boolean isCut, String reason) {
        if (isCut) {
            return switch (reason) {
                case "max_output_tokens", "max_tokens", "" -> new Answer.Stop.MaxTokens();
                case "content_filter" -> new Answer.Stop.Refusal();
                default ->
                        items.hasCalls()
                                ? new Answer.Stop.MaxTokens()
                                : new Answer.Stop.Unknown(reason);
            };
        }
        if (items.hasRefused()) {
            return new Answer.Stop.Refusal();
        }
        return items.hasCalls() ? new Answer.Stop.ToolUse() : new Answer.Stop.EndOfTurn();
    }

    /// What was read from a cache is part of what the input is said to have.
    private static Usage usage(JsonNode json) {
        if (!json.has("input_tokens") && !json.has("output_tokens")) {
            return Usage.UNTOLD;
        }
        long input = json.path("input_tokens").asLong(0);
        long cached = json.path("input_tokens_details").path("cached_tokens").asLong(0);
        return new Usage(
                Math.max(0, input - cached),
                cached,
                0,
                json.path("output_tokens").asLong(0),
                json.path("output_tokens_details").path("reasoning_tokens").asLong(0));
    }

    private Optional<Answer> malformed(String reason) {
        return Optional.of(new Answer.Failed(failures.malformed(reason)));
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : "";
    }
}
