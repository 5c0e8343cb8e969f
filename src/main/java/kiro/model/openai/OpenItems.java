package kiro.model.openai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kiro.model.Block;
import kiro.model.CallIds;
import kiro.model.Reply;
import tools.jackson.databind.JsonNode;

/// The items of a response, by their numbers: each grows with its deltas until it is done. Whatever is wrong is said in
/// words.
final class OpenItems {
    private final CallIds ids;
    private final Consumer<Reply> onReply;
    private final Map<Integer, OpenItem> items = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    OpenItems(CallIds ids, Consumer<Reply> onReply) {
        this.ids = ids;
        this.onReply = onReply;
    }

    /// An item that is told again is the same item.
    Optional<String> added(JsonNode event) {
        JsonNode item = event.path("item");
        int number = number(event, text(item, "id"), items.size());
        if (!items.containsKey(number)) {
            open(number, item);
        }
        return Optional.empty();
    }

    private OpenItem open(int number, JsonNode item) {
        var opened = new OpenItem(text(item, "type"));
        items.put(number, opened);
        if (!text(item, "id").isEmpty()) {
            numbers.putIfAbsent(text(item, "id"), number);
        }
        name(opened, item);
        return opened;
    }

    private void name(OpenItem opened, JsonNode item) {
        if (opened.isCall() && !opened.hasName() && !text(item, "name").isEmpty()) {
            opened.name(ids.next(text(item, "call_id")), text(item, "name"));
            onReply.accept(new Reply.CallStarted(opened.callId(), opened.name()));
        }
    }

    Optional<String> text(JsonNode event) {
        return spoken(event, false);
    }

    Optional<String> refusal(JsonNode event) {
        return spoken(event, true);
    }

    private Optional<String> spoken(JsonNode event, boolean isRefusal) {
        Optional<OpenItem> item = find(event);
        if (item.isEmpty() || item.get().isCall()) {
            return Optional.of("words of an item that has not begun");
        }
        String delta = text(event, "delta");
        if (!delta.isEmpty()) {
            item.get().say(delta, isRefusal);
            onReply.accept(new Reply.TextDelta(delta));
        }
        return Optional.empty();
    }

    Optional<String> arguments(JsonNode event) {
        Optional<OpenItem> item = find(event).filter(OpenItem::isCall);
        item.ifPresent(call -> call.say(text(event, "delta"), false));
        return item.isPresent()
                ? Optional.empty()
                : Optional.of("a fragment of a call that has not begun");
    }

    /// What is thought is shown; what counts is the sealed item.
    void thinking(JsonNode event) {
        String delta = text(event, "delta");
        if (!delta.isEmpty()) {
            find(event).ifPresent(item -> item.think(delta));
            onReply.accept(new Reply.ThinkingDelta(delta));
        }
    }

    /// The whole item counts, and not its deltas.
    Optional<String> done(JsonNode event) {
        JsonNode item = event.path("item");
        return finish(number(event, text(item, "id"), items.size()), item);
    }

    private Optional<String> finish(int number, JsonNode item) {
        OpenItem known = items.get(number);
        OpenItem opened = known == null ? open(number, item) : known;
        name(opened, item);
        if (opened.isCall() && !opened.hasName()) {
            return Optional.of("a call without a name");
        }
        opened.finish(item).ifPresent(words -> onReply.accept(new Reply.TextDelta(words)));
        return Optional.empty();
    }

    /// Takes what the end of the response says of items that were not told before.
    ///
    /// @param output all items, or nothing
    /// @param isCut whether an item may have no end
    Optional<String> complete(JsonNode output, boolean isCut) {
        int number = 0;
        for (JsonNode item : output.values()) {
            int at = numbers.getOrDefault(text(item, "id"), number);
            OpenItem known = items.get(at);
            if (known == null || !known.isDone()) {
                Optional<String> wrong = finish(at, item);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            number++;
        }
        boolean isOpen = items.values().stream().anyMatch(item -> item.isCall() && !item.isDone());
        return isOpen && !isCut
                ? Optional.of("a response that is complete with a call that is not")
                : Optional.empty();
    }

    boolean hasCalls() {
        return items.values().stream().anyMatch(OpenItem::isCall);
    }

    boolean hasRefused() {
        return items.values().stream().anyMatch(OpenItem::isRefusal);
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        items.values().forEach(item -> blocks.addAll(item.blocks()));
        return blocks;
    }

    private Optional<OpenItem> find(JsonNode event) {
        return Optional.ofNullable(items.get(number(event, text(event, "item_id"), -1)));
    }

    private int number(JsonNode event, String id, int otherwise) {
        return event.path("output_index").isInt()
                ? event.path("output_index").asInt()
                : numbers.getOrDefault(id, otherwise);
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : "";
    }
}
