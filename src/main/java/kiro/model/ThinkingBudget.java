package kiro.model;

import java.util.List;
import java.util.function.Predicate;

/// The tokens that a model may think, for models that are told so by number.
public final class ThinkingBudget {
    /// The least that a model can be told to think.
    public static final int LEAST = 1_024;

    private ThinkingBudget() {}

    /// @param effort in the word of the settings
    public static int of(String effort) {
        return switch (effort) {
            case "low" -> 4_096;
            case "medium" -> 8_192;
            case "high" -> 16_384;
            default -> 24_576;
        };
    }

    /// What is left of it beside an answer: a reply has to be longer than what it begins with.
    ///
    /// @param reply the most tokens that the reply may have
    public static int within(int reply, int budget) {
        return Math.min(budget, reply - reply / 4);
    }

    /// A turn that goes on after results of tools has thinking only where it began with it: it may have begun with another
    /// model, whose thinking is not sent.
    ///
    /// @param isSent whether a block of the conversation is sent to this model
    public static boolean mayThink(List<Message> messages, Predicate<Block> isSent) {
        int begin = messages.size() - 1;
        while (begin > 1 && hasResults(messages.get(begin))) {
            begin -= 2;
        }
        return begin == messages.size() - 1
                || messages.get(begin + 1).blocks().stream()
                        .filter(isSent)
                        .findFirst()
                        .filter(first ->
                                first instanceof Block.Thinking || first instanceof Block.Opaque)
                        .isPresent();
    }

    private static boolean hasResults(Message message) {
        return message.blocks().stream().anyMatch(Block.ToolResult.class::isInstance);
    }
}
