package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.edit.ChangeSet;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.session.Event;
import kiro.text.Hash;

/// Changes of files as the log has them: by their hashes.
final class FileMarks {
    private FileMarks() {}

    static List<Event.FileMark> of(List<FileChange> changes) {
        return changes.stream()
                .map(change ->
                        new Event.FileMark(
                                change.path(), hash(change.before()), hash(change.after())))
                .toList();
    }

    /// What a command was found to have changed.
    static List<Event.FileMark> ofCommand(List<ChangeSet.Change> changes) {
        return changes.stream()
                .map(change ->
                        new Event.FileMark(change.path(), change.hashBefore(), change.hashAfter()))
                .toList();
    }

    static Optional<Hash> hash(FileState state) {
        return switch (state) {
            case FileState.Absent _ -> Optional.empty();
            case FileState.Present present -> Optional.of(present.hash());
        };
    }
}
