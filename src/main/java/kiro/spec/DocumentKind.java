package kiro.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file says of a spec: all of it, or one part where the spec is a folder.
public enum DocumentKind {
    /// A spec in one file.
    SPEC(""),
    REQUIREMENTS("requirements.md"),
    /// In place of the requirements where a defect is to be repaired.
    BUGFIX("bugfix.md"),
    DESIGN("design.md"),
    TASKS("tasks.md");

    private static final List<DocumentKind> ALL = List.of(values());

    private final String fileName;

    DocumentKind(String fileName) {
        this.fileName = fileName;
    }

    /// What its file in a spec's folder is called; empty for a spec in one file.
    public String fileName() {
        return fileName;
    }

    /// Whether the criteria stand in a document of this kind.
    public boolean hasCriteria() {
        return this == SPEC || this == REQUIREMENTS || this == BUGFIX;
    }

    /// The kind of a file in a spec's folder; empty for files that mean nothing to us.
    static Optional<DocumentKind> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (DocumentKind kind : ALL) {
            if (kind != SPEC && kind.fileName.equals(lower)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
