package kiro.tool.builtin;

/// The arguments of a call as they were read.
sealed interface ArgumentReading {
    record Read(Arguments arguments) implements ArgumentReading {}

    /// They are not what the tool takes; the text is for the model.
    record Wrong(String text) implements ArgumentReading {}
}
