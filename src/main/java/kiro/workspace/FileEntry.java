package kiro.workspace;

/// What stands at a path itself: a link is a link, wherever it leads.
public sealed interface FileEntry {
    /// Nothing; also where a folder on the way is none, or is a link.
    record Nothing() implements FileEntry {}

    /// @param bytes the whole content; never changed after it was handed over
    @SuppressWarnings("ArrayRecordComponent")
    record Regular(byte[] bytes, FileMode mode) implements FileEntry {}

    /// @param target as the link has it
    record Link(String target) implements FileEntry {}

    /// @param isEmpty whether nothing is in it
    record Folder(boolean isEmpty) implements FileEntry {}

    /// A pipe, a socket or a device, which may keep whoever opens it waiting for good.
    record Special() implements FileEntry {}
}
