package kiro.tool.builtin;

import kiro.tool.Preparation;

/// The work of one built-in tool, behind the reading of its arguments.
interface BuiltinTool {
    /// The name, by which its description and schema are found too.
    String name();

    /// Whether no call of it ever changes anything.
    default boolean isLooking() {
        return false;
    }

    /// Whether calls of it that only look can be made at the same time as others.
    default boolean isParallel() {
        return false;
    }

    /// Whether the same call is made again and again on purpose, until its answer changes.
    default boolean polls() {
        return false;
    }

    Preparation prepare(Arguments arguments) throws InterruptedException;
}
