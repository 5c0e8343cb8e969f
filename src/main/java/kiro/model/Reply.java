package kiro.model;

/// A piece of a reply as it arrives.
public sealed interface Reply {
    record TextDelta(String text) implements Reply {}

    record ThinkingDelta(String text) implements Reply {}

    /// A tool call begins; its arguments are not complete yet.
    record CallStarted(String id, String name) implements Reply {}

    /// A block is complete, and part of the answer.
    record BlockFinished(Block block) implements Reply {}
}
