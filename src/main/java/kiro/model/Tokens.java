package kiro.model;

import java.util.List;

/// About how many tokens texts have: no provider's own count, and rather too many than too few.
public final class Tokens {
    /// What a message, a call or a result has beside its text.
    private static final int FRAME = 8;

    /// What providers make of a picture of the size that they scale it to.
    private static final int IMAGE = 1_600;

    private static final int CHARACTERS = 7;
    private static final int TOKENS = 2;

    private Tokens() {}

    public static int about(String text) {
        return (text.length() * TOKENS + CHARACTERS - 1) / CHARACTERS;
    }

    /// About how many characters so many tokens have.
    public static int characters(int tokens) {
        return tokens * CHARACTERS / TOKENS;
    }

    public static int about(ToolSpec tool) {
        return FRAME + about(tool.name()) + about(tool.description()) + about(tool.schema());
    }

    public static int about(Message message) {
        return FRAME + message.blocks().stream().mapToInt(Tokens::about).sum();
    }

    public static int about(Block block) {
        return FRAME
                + switch (block) {
                    case Block.Text text -> about(text.text());
                    case Block.Image _ -> IMAGE;
                    case Block.Thinking thinking ->
                            about(thinking.text()) + about(thinking.signature());
                    case Block.Opaque opaque -> about(opaque.json());
                    case Block.ToolCall call -> about(call.name()) + about(call.arguments());
                    case Block.ToolResult result -> about(result.text());
                };
    }

    /// All that a request holds.
    public static long about(String system, List<ToolSpec> tools, List<Message> messages) {
        return about(system)
                + tools.stream().mapToLong(Tokens::about).sum()
                + messages.stream().mapToLong(Tokens::about).sum();
    }
}
