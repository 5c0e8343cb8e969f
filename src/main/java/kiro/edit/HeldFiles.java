package kiro.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.secret.SecretFiles;
import kiro.workspace.FileEntry;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Contents of files that are held in memory while a command runs, as far as there is room.
final class HeldFiles {
    private static final String UNREADABLE = "could not be read";
    private static final long LARGEST = 4 << 20;
    private static final long MOST = 32 << 20;

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Room room;

    /// @param room what may be held of the contents of files, these and others
    HeldFiles(Workspace workspace, WorkspaceFiles files, Room room) {
        this.workspace = workspace;
        this.files = files;
        this.room = room;
    }

    /// How many bytes are held for one command.
    static final class Room {
        private long held;

        private boolean has(long size) {
            return held + size <= MOST;
        }

        private void take(long size) {
            held += size;
        }
    }

    /// What is known of a file.
    sealed interface Held {
        record Known(FileState state) implements Held {}

        /// @param reason the end of a sentence that begins with the file
        /// @param stamp empty where there is no file
        record Lost(String reason, Optional<Stamp> stamp) implements Held {}
    }

    Map<WorkspacePath, Held> all(Collection<WorkspacePath> paths) {
        var all = new HashMap<WorkspacePath, Held>();
        for (WorkspacePath path : paths) {
            all.put(path, one(path, workspace.absolute(path)));
        }
        return all;
    }

    /// By what the files are known to be the same, without their contents.
    Map<WorkspacePath, Held> stamps(Collection<WorkspacePath> paths, String reason) {
        var all = new HashMap<WorkspacePath, Held>();
        for (WorkspacePath path : paths) {
            Path file = workspace.absolute(path);
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Optional<Stamp> stamp = Stamp.of(file);
                all.put(
                        path,
                        stamp.isPresent()
                                ? new Held.Lost(reason, stamp)
                                : new Held.Known(new FileState.Absent()));
            }
        }
        return all;
    }

    private Held one(WorkspacePath path, Path file) {
        Optional<Stamp> stamp = Stamp.of(file);
        if (stamp.isEmpty()) {
            return new Held.Known(new FileState.Absent());
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return folder(path, stamp);
        }
        if (SecretFiles.include(path.value())) {
            return new Held.Lost("holds secrets", stamp);
        }
        if (stamp.get().size() > LARGEST) {
            return new Held.Lost("is larger than %d MiB".formatted(LARGEST >> 20), stamp);
        }
        if (!room.has(stamp.get().size())) {
            return new Held.Lost(
                    "is one of more than %d MiB that are not committed".formatted(MOST >> 20),
                    stamp);
        }
        try {
            FileEntry entry = files.entries().read(path);
            if (entry instanceof FileEntry.Special) {
                return new Held.Lost(StateReader.SPECIAL, stamp);
            }
            room.take(stamp.get().size());
            return new Held.Known(StateReader.state(entry));
        } catch (IOException unreadable) {
            return new Held.Lost(UNREADABLE, stamp);
        }
    }

    /// One that stands where git knows a file, or a repository of its own.
    private Held folder(WorkspacePath path, Optional<Stamp> stamp) {
        try {
            return new Held.Known(new StateReader(files).entryAt(path));
        } catch (IOException unreadable) {
            return new Held.Lost(UNREADABLE, stamp);
        }
    }
}
