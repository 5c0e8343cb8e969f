package kiro.model.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kiro.model.Block;
import tools.jackson.databind.JsonNode;

/// An item of a response: words, a call, or a thought. One of another kind is kept by nobody.
final class OpenItem {
    private static final String WORDS = "message";
    private static final String CALL = "function_call";
    private static final String THOUGHT = "reasoning";

    private final String type;
    private final StringBuilder said = new StringBuilder();
    private final StringBuilder thought = new StringBuilder();
    private String callId = "";
    private String name = "";
    private String sealed = "";
    private boolean isRefusal;
    private boolean isDone;

    OpenItem(String type) {
        this.type = type;
    }

    boolean isCall() {
        return type.equals(CALL);
    }

    boolean isRefusal() {
        return isRefusal;
    }

    boolean isDone() {
        return isDone;
    }

    boolean hasName() {
        return !name.isEmpty();
    }

    /// @param id by which the result names the call: not that of the item
    void name(String id, String called) {
        callId = id;
        name = called;
    }

    String callId() {
        return callId;
    }

    String name() {
        return name;
    }

    void say(String delta, boolean refuses) {
        said.append(delta);
        isRefusal |= refuses;
    }

    void think(String delta) {
        thought.append(delta);
    }

    /// Takes the whole item; answers words that its deltas have not said.
    Optional<String> finish(JsonNode item) {
        isDone = true;
        return switch (type) {
            case CALL -> {
                arguments(item.path("arguments"));
                yield Optional.empty();
            }
            case THOUGHT -> {
                seal(item);
                yield Optional.empty();
            }
            case WORDS -> words(item.path("content"));
            default -> Optional.empty();
        };
    }

    private void arguments(JsonNode whole) {
        String text =
                whole.isString() ? whole.asString() : whole.isObject() ? whole.toString() : "";
        if (!text.isEmpty()) {
            said.setLength(0);
            said.append(text);
        }
    }

    /// A thought that is not sealed cannot be sent again.
    private void seal(JsonNode item) {
        if (item.path("encrypted_content").isString()) {
            sealed = item.toString();
        }
        if (thought.isEmpty()) {
            thought.append(
                    StreamSupport.stream(item.path("summary").spliterator(), false)
                            .map(part -> part.path("text").asString(""))
                            .collect(Collectors.joining("\n")));
        }
    }

    private Optional<String> words(JsonNode content) {
        var whole = new StringBuilder();
        for (JsonNode part : content.values()) {
            boolean refuses = part.path("type").asString("").equals("refusal");
            isRefusal |= refuses;
            whole.append(part.path(refuses ? "refusal" : "text").asString(""));
        }
        if (!said.isEmpty() || whole.isEmpty()) {
            return Optional.empty();
        }
        said.append(whole);
        return Optional.of(whole.toString());
    }

    /// What it comes to; nothing where it is of no known kind.
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        switch (type) {
            case CALL -> {
                if (hasName()) {
                    blocks.add(new Block.ToolCall(callId, name, arguments()));
                }
            }
            case THOUGHT -> {
                if (!thought.toString().isBlank()) {
                    blocks.add(new Block.Thinking(thought.toString(), "", OpenAiService.PROVIDER));
                }
                if (!sealed.isEmpty()) {
                    blocks.add(new Block.Opaque(OpenAiService.PROVIDER, sealed));
                }
            }
            case WORDS -> {
                if (!said.toString().isBlank()) {
                    blocks.add(new Block.Text(said.toString()));
                }
            }
            default -> {}
        }
        return blocks;
    }

    private String arguments() {
        return said.toString().isBlank() ? "{}" : said.toString();
    }
}
