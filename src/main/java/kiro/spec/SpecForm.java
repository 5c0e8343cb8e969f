package kiro.spec;

/// How a spec is laid out on disk.
public enum SpecForm {
    /// One Markdown file.
    FILE,
    /// A folder as today's Kiro has it: requirements, design and tasks in a file each.
    FOLDER
}
