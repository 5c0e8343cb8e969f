package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;

/// What was said so far between the loop and the model. It only grows, so that each request begins
/// with the one before it.
final class Conversation {
    private final String system;
    private final List<ToolSpec> tools;
    private final List<Message> messages = new ArrayList<>();
    private final List<Block> pending = new ArrayList<>();

    Conversation(String system, List<ToolSpec> tools) {
        this.system = system;
        this.tools = List.copyOf(tools);
    }

    /// Adds words to the user's next message.
    void say(String text) {
        pending.add(new Block.Text(text));
    }

    /// Adds an answer to a tool call to the user's next message.
    void answer(Block.ToolResult result) {
        pending.add(result);
    }

    /// Takes the model's message into the conversation. A model may end its turn without a word, but
    /// no provider takes an empty message back.
    void heard(Message message) {
        messages.add(
                message.blocks().stream().anyMatch(Conversation::isSubstantial)
                        ? message
                        : Message.model("(nothing said)"));
    }

    int size() {
        return messages.size() + (pending.isEmpty() ? 0 : 1);
    }

    /// The request for the model's next reply; what was pending is part of the conversation now.
    ModelRequest request(Purpose purpose, int outputTokens) {
        if (!pending.isEmpty()) {
            messages.add(new Message(Message.Role.USER, pending));
            pending.clear();
        }
        return new ModelRequest(purpose, system, tools, messages, outputTokens, Deadlines.STANDARD);
    }

    private static boolean isSubstantial(Block block) {
        return switch (block) {
            case Block.Text text -> !text.text().isBlank();
            case Block.ToolCall _, Block.ToolResult _ -> true;
            case Block.Thinking _, Block.Opaque _ -> false;
        };
    }
}
