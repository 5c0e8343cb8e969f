package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Tokens;

/// Leaves the answers of tools out of old messages: whoever needs one again makes the call again.
final class OldAnswers {
    /// Shorter answers are not worth it.
    private static final int SHORT = 400;

    /// What is kept of one that is too long to stay, at its beginning.
    private static final int HEAD = 4_000;

    private final long newest;

    /// @param newest about how many tokens of the newest messages stay as they are
    OldAnswers(long newest) {
        this.newest = newest;
    }

    List<Message> leftOut(List<Message> messages) {
        var left = new ArrayList<Message>();
        long kept = 0;
        for (Message message : messages.reversed()) {
            kept += Tokens.about(message);
            boolean isNewest = kept <= newest || left.isEmpty();
            left.addFirst(isNewest ? message : leftOut(message));
        }
        return left;
    }

    private static Message leftOut(Message message) {
        return new Message(
                message.role(), message.blocks().stream().map(OldAnswers::leftOut).toList());
    }

    private static Block leftOut(Block block) {
        return block instanceof Block.ToolResult result && result.text().length() > SHORT
                ? new Block.ToolResult(result.callId(), note(result.text()), result.isError())
                : block;
    }

    private static String note(String text) {
        return "(left out to make room: %,d lines that began with '%s'; make the call again where you need them)"
                .formatted(text.lines().count(), beginning(text));
    }

    private static String beginning(String text) {
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("").strip();
        return line.length() <= 80 ? line : line.substring(0, 80) + " ...";
    }

    /// The beginning of an answer that is too long.
    static String shortened(String text) {
        return text.length() <= HEAD
                ? text
                : text.substring(0, HEAD)
                        + "\n(%,d more characters left out)".formatted(text.length() - HEAD);
    }
}
