package kiro.workspace.watch;

import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A folder that is watched, and what is known of the files in it. It changes as they do, on the thread that watches.
final class Folder {
    private final String path;
    private final Path place;
    private final int identity;
    private final IgnoreScope ignores;
    private final Map<String, FileStamp> files = new HashMap<>();
    private final Map<String, Folder> folders = new HashMap<>();
    private Optional<WatchKey> key = Optional.empty();

    /// @param path from the workspace's root, with a slash behind it; empty for the root
    /// @param identity another one for a folder that took its place
    Folder(String path, Path place, int identity, IgnoreScope ignores) {
        this.path = path;
        this.place = place;
        this.identity = identity;
        this.ignores = ignores;
    }

    String path() {
        return path;
    }

    Path place() {
        return place;
    }

    int identity() {
        return identity;
    }

    IgnoreScope ignores() {
        return ignores;
    }

    Map<String, FileStamp> files() {
        return files;
    }

    Map<String, Folder> folders() {
        return folders;
    }

    /// What the system tells of it by; empty where it does not.
    Optional<WatchKey> key() {
        return key;
    }

    void watchedBy(WatchKey other) {
        key = Optional.of(other);
    }
}
