package kiro.agent;

import kiro.model.Block;
import kiro.tool.Preparation;

/// A call that changes nothing, and that nobody has to be asked about: it can be made at the same time as others.
sealed interface Look {
    Block.ToolCall call();

    record Ready(Block.ToolCall call, Preparation.Ready preparation) implements Look {}

    /// It cannot be made, and is answered by the reason.
    record Refused(Block.ToolCall call, String reason) implements Look {}
}
