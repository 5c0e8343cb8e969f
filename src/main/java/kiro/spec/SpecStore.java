package kiro.spec;

import java.util.List;
import kiro.text.TextDocument;
import kiro.workspace.Workspace;

/// The specs of a project, in `.kiro/specs`.
public final class SpecStore {
    private final Workspace workspace;

    public SpecStore(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The spec that a person means: a name, or a path relative to the workspace's root.
    public SpecReading find(String nameOrPath) {
        throw new IllegalStateException("skeleton" + java.util.Objects.hashCode(workspace));
    }

    /// Every spec there is, by name.
    public List<SpecReading> all() {
        throw new IllegalStateException("skeleton");
    }

    /// Writes a spec's document back to its file.
    public void write(Spec spec, TextDocument document) throws java.io.IOException {
        throw new IllegalStateException("skeleton");
    }
}
