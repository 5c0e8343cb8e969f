package kiro.spec;

import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// A file of a spec's folder, read and not yet understood.
record SpecSource(WorkspacePath path, TextDocument text) {
    DocumentKind kind() {
        return DocumentKind.ofFile(path.name()).orElse(DocumentKind.REQUIREMENTS);
    }
}
