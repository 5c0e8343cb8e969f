package kiro.model;

import java.util.List;

/// All that a model is told for one reply.
///
/// @param tools sorted by name, so that the prefix of consecutive requests stays the same
public record ModelRequest(
        Purpose purpose,
        String system,
        List<ToolSpec> tools,
        List<Message> messages,
        int maxOutputTokens,
        Deadlines deadlines) {
    public ModelRequest {
        tools = List.copyOf(tools);
        messages = List.copyOf(messages);
    }

    /// The same request with other messages.
    public ModelRequest with(List<Message> others) {
        return new ModelRequest(purpose, system, tools, others, maxOutputTokens, deadlines);
    }

    /// The same request with other deadlines.
    public ModelRequest within(Deadlines others) {
        return new ModelRequest(purpose, system, tools, messages, maxOutputTokens, others);
    }
}
