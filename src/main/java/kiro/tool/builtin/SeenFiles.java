package kiro.tool.builtin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// The contents of files that the model knows: it has read them, or written them itself. Files are read on several threads.
final class SeenFiles {
    private final Map<WorkspacePath, Hash> hashes = new ConcurrentHashMap<>();

    void saw(WorkspacePath path, Hash hash) {
        hashes.put(path, hash);
    }

    void forget(WorkspacePath path) {
        hashes.remove(path);
    }

    Optional<Hash> of(WorkspacePath path) {
        return Optional.ofNullable(hashes.get(path));
    }
}
