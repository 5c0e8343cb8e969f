package kiro.cli.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.edit.ChangeSet;
import kiro.edit.FileChange;
import kiro.edit.JournalResult;
import kiro.edit.Undo;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// What a conversation has changed, by its journal, and how it is taken back: turn by turn, the newest first.
final class Changes {
    private final Path journal;
    private final WorkspaceFiles files;
    private final List<Long> turns = new ArrayList<>();

    Changes(Path journal, WorkspaceFiles files) {
        this.journal = journal;
        this.files = files;
    }

    /// A turn begins: what is changed from now on belongs to it.
    void begin() throws IOException {
        turns.add(last(undo()));
    }

    /// What came of taking a turn back.
    sealed interface TakenBack {
        /// @param conflicts what was left, one line each
        record Done(List<WorkspacePath> files, List<String> conflicts) implements TakenBack {
            public Done {
                files = List.copyOf(files);
                conflicts = List.copyOf(conflicts);
            }
        }

        record Nothing() implements TakenBack {}

        record Not(String reason) implements TakenBack {}
    }

    /// Takes back what the newest turn has changed that has changed anything and was not taken back.
    TakenBack takeBack() throws IOException {
        Undo undo = undo();
        while (!turns.isEmpty()) {
            long from = turns.removeLast();
            Undo.Prepared prepared = undo.prepare(since(undo, from));
            if (!prepared.changes().isEmpty() || !prepared.conflicts().isEmpty()) {
                return takeBack(undo, prepared);
            }
        }
        return new TakenBack.Nothing();
    }

    private static TakenBack takeBack(Undo undo, Undo.Prepared prepared) {
        List<String> conflicts =
                prepared.conflicts().stream()
                        .map(conflict -> conflict.path() + " " + conflict.reason())
                        .toList();
        if (prepared.changes().isEmpty()) {
            return new TakenBack.Done(List.of(), conflicts);
        }
        return switch (undo.apply(prepared)) {
            case JournalResult.Applied _ ->
                    new TakenBack.Done(
                            prepared.changes().stream().map(FileChange::path).toList(), conflicts);
            case JournalResult.NotApplied not -> new TakenBack.Not(not.reason());
            case JournalResult.LeftBroken broken -> new TakenBack.Not(broken.reason());
        };
    }

    /// Each file from what it was before the conversation to what it is now.
    List<FileChange> all() throws IOException {
        Undo undo = undo();
        return undo.prepare(since(undo, 0)).changes().stream()
                .map(change ->
                        new FileChange(
                                change.path(),
                                /* before= */ change.after(),
                                /* after= */ change.before()))
                .toList();
    }

    private static List<Long> since(Undo undo, long from) {
        return undo.sets().stream().map(ChangeSet::number).filter(set -> set > from).toList();
    }

    private static long last(Undo undo) {
        return undo.sets().stream().mapToLong(ChangeSet::number).max().orElse(0);
    }

    private Undo undo() throws IOException {
        return Undo.of(journal, files);
    }
}
