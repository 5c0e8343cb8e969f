package kiro.agent;

import java.util.List;
import kiro.model.Block;
import kiro.model.Message;

/// Notices a model that says nothing before it has done anything: that is no end of a turn. After work an end without words is one.
final class Silence {
    static final String WORD =
            "your reply was empty, and nothing is done yet: go on with what you were asked, or say why you cannot";
    private static final int MOST = 3;

    private boolean hasWorked;
    private boolean isIdle = true;
    private int replies;

    void begin() {
        hasWorked = false;
        replies = 0;
    }

    void worked(List<Block.ToolCall> calls) {
        hasWorked = true;
        isIdle &= calls.stream().map(Block.ToolCall::name).allMatch(ControlTools::isOne);
    }

    /// Whether no tool was used so far: to propose a plan is none.
    boolean isIdle() {
        return isIdle;
    }

    /// Whether a reply that makes no call ends nothing.
    boolean isKeptIn(Message reply) {
        boolean isKept = reply.isSilent() && !hasWorked;
        replies = isKept ? replies + 1 : 0;
        return isKept;
    }

    boolean lasts() {
        return replies >= MOST;
    }

    String reason() {
        return "the model said nothing and did nothing, %d times in a row".formatted(replies);
    }
}
