package kiro.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// What the calls of a run and of its children have changed so far.
final class ChangedFiles {
    private final SequencedMap<WorkspacePath, Optional<Hash>> files = new LinkedHashMap<>();
    private int effects;

    /// @param before what the file was before the run; empty where there was none
    void add(WorkspacePath path, Optional<Hash> before) {
        files.putIfAbsent(path, before);
    }

    /// A call has had an effect on the project, or may have had one.
    void count() {
        effects++;
    }

    int effects() {
        return effects;
    }

    /// In the order of their first change.
    List<WorkspacePath> paths() {
        return List.copyOf(files.keySet());
    }

    /// With the digest of what they were before the run.
    Map<WorkspacePath, Optional<Hash>> origins() {
        return Collections.unmodifiableMap(files);
    }
}
