package kiro.agent;

import kiro.model.Block;

/// Notices a model that makes the same call again and again.
final class RepeatGuard {
    private static final int NUDGE = 3;
    private static final int STOP = 6;

    private String last = "";
    private int times;

    /// What is to be done about a call.
    enum Advice {
        GO_ON,
        NUDGE,
        STOP
    }

    Advice see(Block.ToolCall call) {
        String same = call.name() + '\n' + call.arguments();
        times = same.equals(last) ? times + 1 : 1;
        last = same;
        if (times >= STOP) {
            return Advice.STOP;
        }
        return times >= NUDGE ? Advice.NUDGE : Advice.GO_ON;
    }
}
