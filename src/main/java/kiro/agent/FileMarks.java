package kiro.agent;

import java.util.List;
import kiro.edit.ChangeSet;
import kiro.edit.FileChange;
import kiro.session.Event;

/// Changes of files as the log has them: by their hashes.
final class FileMarks {
    private FileMarks() {}

    static List<Event.FileMark> of(List<FileChange> changes) {
        return changes.stream()
                .map(change ->
                        new Event.FileMark(
                                change.path(), change.before().mark(), change.after().mark()))
                .toList();
    }

    /// What a command was found to have changed.
    static List<Event.FileMark> ofCommand(List<ChangeSet.Change> changes) {
        return changes.stream()
                .map(change ->
                        new Event.FileMark(change.path(), change.hashBefore(), change.hashAfter()))
                .toList();
    }
}
