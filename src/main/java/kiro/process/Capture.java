package kiro.process;

/// What a command wrote to standard output, to the byte.
public sealed interface Capture {
    @SuppressWarnings("ArrayRecordComponent")
    record Ended(int code, byte[] output, String errors) implements Capture {}

    record Failed(String reason) implements Capture {}
}
