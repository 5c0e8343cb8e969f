package kiro.tool;

import kiro.model.ToolSpec;

/// Something that an agent can do. Tools have no say about whether they may: they prepare, the loop
/// asks the policy and the person, and only then is the preparation's act run.
public interface Tool {
    ToolSpec spec();

    /// The name that rules, hooks and agents know it by; a model may be told another.
    default String name() {
        return spec().name();
    }

    /// Reads the arguments (JSON text as the model wrote it, possibly malformed) and works out the
    /// effect, without having any.
    Preparation prepare(String arguments) throws InterruptedException;

    /// Whether calls of it that only look can be made at the same time as others: on another thread, in any order.
    default boolean isParallel() {
        return false;
    }

    /// Whether the same call is made again and again on purpose, until its answer changes.
    default boolean polls() {
        return false;
    }
}
