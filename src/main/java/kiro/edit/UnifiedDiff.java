package kiro.edit;

/// A change as a person reads it.
public final class UnifiedDiff {
    private UnifiedDiff() {}

    /// The unified diff of a change, with three lines of context.
    public static String of(FileChange change) {
        throw new IllegalStateException("skeleton");
    }

    /// Lines added and removed, such as `+12 -3`.
    public static String stat(FileChange change) {
        throw new IllegalStateException("skeleton");
    }
}
