package kiro.model.bedrock;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/// Puts a reply together from its events, and knows when it is whole: once it says why it ends and all of its blocks have
/// ended. What it used is told after that, and may be missing.
final class ReplyAssembler implements ReplyProtocol {
    private final Consumer<Reply> onReply;
    private final CallIds ids;
    private final BedrockFailures failures;
    private final String provider;
    private final Framing framing;
    private final Map<Integer, OpenBlock> open = new HashMap<>();
    private final Map<Integer, List<Block>> finished = new TreeMap<>();
    private boolean hasStarted;
    private Optional<String> stopReason = Optional.empty();
    private Optional<StreamEvent.Metadata> metadata = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    /// @param provider by which name thinking is known as that of the model's vendor
    /// @param framing frames, or the whole
    ReplyAssembler(
            Consumer<Reply> onReply,
            CallIds ids,
            BedrockFailures failures,
            String provider,
            Framing framing) {
        this.onReply = onReply;
        this.ids = ids;
        this.failures = failures;
        this.provider = provider;
        this.framing = framing;
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public WireFailures failures() {
        return failures.wire();
    }

    /// How the service refused the request, where it did.
    Optional<Refusal> refusal() {
        return refusal;
    }

    @Override
    public ModelFailure refusal(int status, HttpHeaders headers, byte[] body) {
        var refused = Refusal.of(headers, body);
        refusal = Optional.of(refused);
        return failures.ofStatus(status, refused, body);
    }

    @Override
    public Optional<Answer> failure(String type, byte[] data, int length) {
        return Optional.of(new Answer.Failed(failures.ofStream(Refusal.of(type, data, length))));
    }

    @Override
    public Optional<Answer> event(String name, byte[] data, int length) {
        return framing == Framing.WHOLE
                ? event(data, length)
                : accept(EventReader.read(name, data, length));
    }

    @Override
    public Optional<Answer> event(byte[] data, int length) {
        for (StreamEvent event : EventReader.whole(data, length)) {
            Optional<Answer> answer = accept(event);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isWhole() {
        return stopReason.isPresent();
    }

    @Override
    public Optional<Answer> ended() {
        return stopReason.map(this::answer);
    }

    /// Takes the next event; answers how the request ended when this event ended it.
    private Optional<Answer> accept(StreamEvent event) {
        return switch (event) {
            case StreamEvent.MessageStart _ -> start();
            case StreamEvent.CallStart call -> openCall(call);
            case StreamEvent.OtherStart other ->
                    open(other.index(), OpenBlock.of(OpenBlock.Kind.OTHER));
            case StreamEvent.Delta delta -> grow(delta);
            case StreamEvent.BlockStop stop -> close(stop.index());
            case StreamEvent.MessageStop stop -> stop(stop.reason());
            case StreamEvent.Metadata told -> {
                metadata = Optional.of(told);
                yield ended();
            }
            case StreamEvent.Ignored _ -> Optional.empty();
            case StreamEvent.Broken broken -> malformed(broken.reason());
        };
    }

    private Optional<Answer> start() {
        if (hasStarted) {
            return malformed("a second reply within the first");
        }
        hasStarted = true;
        return Optional.empty();
    }

    private Optional<Answer> openCall(StreamEvent.CallStart call) {
        String id = ids.next(call.id());
        onReply.accept(new Reply.CallStarted(id, call.name()));
        return open(call.index(), OpenBlock.call(id, call.name()));
    }

    private Optional<Answer> open(int index, OpenBlock block) {
        boolean isNew = !finished.containsKey(index) && open.putIfAbsent(index, block) == null;
        return isNew ? Optional.empty() : malformed("two blocks with the number " + index);
    }

    private Optional<Answer> grow(StreamEvent.Delta delta) {
        if (!open.containsKey(delta.index())) {
            Optional<Answer> wrong = begin(delta);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        OpenBlock block = open.get(delta.index());
        Optional<String> wrong =
                block == null ? Optional.of("a fragment of no block") : block.add(delta);
        if (wrong.isPresent()) {
            return malformed(wrong.get() + ": " + delta.index());
        }
        if (delta instanceof StreamEvent.TextDelta text && !text.text().isEmpty()) {
            onReply.accept(new Reply.TextDelta(text.text()));
        } else if (delta instanceof StreamEvent.ThinkingDelta thinking
                && !thinking.text().isEmpty()) {
            onReply.accept(new Reply.ThinkingDelta(thinking.text()));
        }
        return Optional.empty();
    }

    /// Blocks of text and of thinking have no beginning of their own.
    private Optional<Answer> begin(StreamEvent.Delta delta) {
        return switch (delta) {
            case StreamEvent.TextDelta _ -> open(delta.index(), OpenBlock.of(OpenBlock.Kind.TEXT));
            case StreamEvent.ThinkingDelta _,
                    StreamEvent.SignatureDelta _,
                    StreamEvent.RedactedDelta _ ->
                    open(delta.index(), OpenBlock.of(OpenBlock.Kind.THINKING));
            case StreamEvent.UnknownDelta _ ->
                    open(delta.index(), OpenBlock.of(OpenBlock.Kind.OTHER));
            case StreamEvent.ArgumentsDelta _ ->
                    malformed("arguments of a call that did not begin: " + delta.index());
        };
    }

    private Optional<Answer> close(int index) {
        OpenBlock block = open.remove(index);
        if (block == null) {
            // A block without any fragment, which some models send.
            return finished.putIfAbsent(index, List.of()) == null
                    ? Optional.empty()
                    : malformed("the end of a block that has ended: " + index);
        }
        List<Block> whole = block.finish(provider);
        finished.put(index, whole);
        whole.forEach(part -> onReply.accept(new Reply.BlockFinished(part)));
        return Optional.empty();
    }

    private Optional<Answer> stop(String reason) {
        if (!open.isEmpty()) {
            return malformed("a reply that ends within a block");
        }
        if (reason.isEmpty()) {
            return malformed("a reply that does not say why it ends");
        }
        stopReason = Optional.of(reason);
        return metadata.isPresent() ? ended() : Optional.empty();
    }

    private Answer answer(String reason) {
        var blocks = new ArrayList<Block>();
        finished.values().forEach(blocks::addAll);
        var message =
                new Message(
                        Message.Role.MODEL,
                        blocks.isEmpty() ? List.of(Message.NOTHING_SAID) : blocks);
        return switch (reason) {
            case "guardrail_intervened" ->
                    new Answer.Failed(
                            failures.ofGuardrail(
                                    blocks.isEmpty() ? "" : message.text(),
                                    metadata.map(StreamEvent.Metadata::judgements)
                                            .orElseGet(List::of),
                                    metadata.map(StreamEvent.Metadata::usage).orElse(Usage.NONE)));
            case "malformed_model_output", "malformed_tool_use" ->
                    new Answer.Failed(
                            new ModelFailure.Malformed(
                                    "the model wrote what Bedrock cannot read (" + reason + ")"));
            default ->
                    new Answer.Complete(
                            message,
                            stopOf(reason),
                            metadata.map(StreamEvent.Metadata::usage).orElse(Usage.UNTOLD));
        };
    }

    private static Answer.Stop stopOf(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence" -> new Answer.Stop.EndOfTurn();
            case "tool_use" -> new Answer.Stop.ToolUse();
            case "max_tokens", "model_context_window_exceeded" -> new Answer.Stop.MaxTokens();
            case "content_filtered", "refusal" -> new Answer.Stop.Refusal();
            default -> new Answer.Stop.Unknown(reason);
        };
    }

    private Optional<Answer> malformed(String reason) {
        return Optional.of(new Answer.Failed(failures.wire().malformed(reason)));
    }
}
