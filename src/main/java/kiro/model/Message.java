package kiro.model;

import java.util.List;

/// One turn of a conversation, of the user's side or of the model's.
public record Message(Role role, List<Block> blocks) {
    /// Stands for a reply without any words or calls, so that the conversation stays one that can be sent.
    public static final Block.Text NOTHING_SAID = new Block.Text("(the model said nothing)");

    /// Whose turn it is. Tool results are the user's.
    public enum Role {
        USER,
        MODEL
    }

    public Message {
        blocks = List.copyOf(blocks);
    }

    public static Message user(String text) {
        return new Message(Role.USER, List.of(new Block.Text(text)));
    }

    public static Message model(String text) {
        return new Message(Role.MODEL, List.of(new Block.Text(text)));
    }

    /// The tool calls of this message, in order.
    public List<Block.ToolCall> calls() {
        return blocks.stream()
                .filter(Block.ToolCall.class::isInstance)
                .map(Block.ToolCall.class::cast)
                .toList();
    }

    /// The same without what only the model that wrote it can read, and only in its place.
    public Message withoutState() {
        return hasState()
                ? new Message(role, blocks.stream().filter(block -> !isState(block)).toList())
                : this;
    }

    /// Whether it has what only the model that wrote it can read.
    public boolean hasState() {
        return blocks.stream().anyMatch(Message::isState);
    }

    private static boolean isState(Block block) {
        return block instanceof Block.Thinking || block instanceof Block.Opaque;
    }

    /// Whether it is a reply in which nothing is said and nothing is to be done.
    public boolean isSilent() {
        return blocks.stream().allMatch(block -> isState(block) || block.equals(NOTHING_SAID));
    }

    /// The words of this message, its other blocks left out.
    public String text() {
        var text = new StringBuilder();
        for (Block block : blocks) {
            if (block instanceof Block.Text words) {
                text.append(words.text());
            }
        }
        return text.toString();
    }
}
