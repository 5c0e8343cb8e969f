package kiro.model.anthropic;

import java.util.HashMap;
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

/// Puts a reply together from its events, and knows when it is whole.
final class ReplyAssembler implements ReplyProtocol {
    private final Consumer<Reply> onReply;
    private final CallIds ids;
    private final EventReader events = new EventReader();
    private final WireFailures failures;
    private final Map<Integer, OpenBlock> open = new HashMap<>();
    private final Map<Integer, Optional<Block>> finished = new TreeMap<>();
    private boolean hasStarted;
    private String stopReason = "";
    private Usage usage = Usage.UNTOLD;

    ReplyAssembler(Consumer<Reply> onReply, CallIds ids, WireFailures failures) {
        this.onReply = onReply;
        this.ids = ids;
        this.failures = failures;
    }

    @Override
    public Optional<Answer> event(byte[] data, int length) {
        return accept(events.read(data, length));
    }

    @Override
    public WireFailures failures() {
        return failures;
    }

    /// Takes the next event; answers how the request ended when this event ended it.
    private Optional<Answer> accept(StreamEvent event) {
        return switch (event) {
            case StreamEvent.MessageStart start -> start(start);
            case StreamEvent.TextStart text -> openText(text);
            case StreamEvent.ThinkingStart thinking ->
                    open(
                            thinking.index(),
                            OpenBlock.thinking(thinking.text(), thinking.signature()));
            case StreamEvent.CallStart call -> openCall(call);
            case StreamEvent.OtherStart other -> open(other.index(), OpenBlock.other(other.json()));
            case StreamEvent.Delta delta -> grow(delta);
            case StreamEvent.BlockStop stop -> close(stop.index());
            case StreamEvent.MessageDelta delta -> update(delta);
            case StreamEvent.MessageStop _ -> end();
            case StreamEvent.Failure error ->
                    Optional.of(
                            new Answer.Failed(
                                    failures.ofEvent(
                                            new WireFailures.Said(error.type(), error.message()))));
            case StreamEvent.Ignored _ -> Optional.empty();
            case StreamEvent.Broken broken -> malformed(broken.reason());
        };
    }

    private Optional<Answer> start(StreamEvent.MessageStart start) {
        if (hasStarted) {
            return malformed("a second reply within the first");
        }
        hasStarted = true;
        usage = start.usage().appliedTo(usage);
        return Optional.empty();
    }

    private Optional<Answer> openText(StreamEvent.TextStart text) {
        if (!text.text().isEmpty()) {
            onReply.accept(new Reply.TextDelta(text.text()));
        }
        return open(text.index(), OpenBlock.text(text.text()));
    }

    private Optional<Answer> openCall(StreamEvent.CallStart call) {
        String id = ids.next(call.id());
        onReply.accept(new Reply.CallStarted(id, call.name()));
        return open(call.index(), OpenBlock.call(id, call.name(), call.input()));
    }

    private Optional<Answer> open(int index, OpenBlock block) {
        boolean isNew = !finished.containsKey(index) && open.putIfAbsent(index, block) == null;
        return isNew ? Optional.empty() : malformed("two blocks with the number " + index);
    }

    private Optional<Answer> grow(StreamEvent.Delta delta) {
        OpenBlock block = open.get(delta.index());
        if (block == null) {
            return malformed("a fragment of a block that is not open: " + delta.index());
        }
        boolean fits =
                switch (delta) {
                    case StreamEvent.TextDelta text -> block.addText(text.text());
                    case StreamEvent.ThinkingDelta thinking -> block.addThinking(thinking.text());
                    case StreamEvent.SignatureDelta part -> block.addSignature(part.signature());
                    case StreamEvent.ArgumentsDelta part -> block.addArguments(part.json());
                    case StreamEvent.UnknownDelta _ -> block.addUnknown();
                };
        if (!fits) {
            return malformed("a fragment of another kind than its block: " + delta.index());
        }
        if (delta instanceof StreamEvent.TextDelta text) {
            onReply.accept(new Reply.TextDelta(text.text()));
        } else if (delta instanceof StreamEvent.ThinkingDelta thinking) {
            onReply.accept(new Reply.ThinkingDelta(thinking.text()));
        }
        return Optional.empty();
    }

    private Optional<Answer> close(int index) {
        OpenBlock block = open.remove(index);
        if (block == null) {
            return malformed("the end of a block that is not open: " + index);
        }
        Optional<Block> whole = block.finish();
        finished.put(index, whole);
        whole.ifPresent(part -> onReply.accept(new Reply.BlockFinished(part)));
        return Optional.empty();
    }

    private Optional<Answer> update(StreamEvent.MessageDelta delta) {
        usage = delta.usage().appliedTo(usage);
        stopReason = delta.stopReason().isEmpty() ? stopReason : delta.stopReason();
        return Optional.empty();
    }

    private Optional<Answer> end() {
        if (!open.isEmpty()) {
            return malformed("a reply that ends within a block");
        }
        if (stopReason.isEmpty()) {
            return malformed("a reply that does not say why it ends");
        }
        List<Block> blocks = finished.values().stream().flatMap(Optional::stream).toList();
        var message =
                new Message(
                        Message.Role.MODEL,
                        blocks.isEmpty() ? List.of(Message.NOTHING_SAID) : blocks);
        return Optional.of(new Answer.Complete(message, stop(stopReason), usage));
    }

    private static Answer.Stop stop(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence" -> new Answer.Stop.EndOfTurn();
            case "tool_use" -> new Answer.Stop.ToolUse();
            case "max_tokens", "model_context_window_exceeded" -> new Answer.Stop.MaxTokens();
            case "refusal" -> new Answer.Stop.Refusal();
            default -> new Answer.Stop.Unknown(reason);
        };
    }

    private Optional<Answer> malformed(String reason) {
        return Optional.of(new Answer.Failed(failures.malformed(reason)));
    }
}
