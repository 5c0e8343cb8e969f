package kiro.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.workspace.WorkspacePath;

/// What files held before the first change that a journal has of them.
public final class Originals {
    private final PreImages images;
    private final List<ChangeSet> sets;

    private Originals(PreImages images, List<ChangeSet> sets) {
        this.images = images;
        this.sets = sets;
    }

    /// @param folder the journal's
    public static Originals of(Path folder) throws IOException {
        return new Originals(
                new PreImages(folder.resolve("before")),
                JournalReader.read(folder.resolve("journal.jsonl")));
    }

    /// The files that were changed, each with its first change; those whose earlier content is lost are left out.
    private Map<WorkspacePath, ChangeSet.Change> first() {
        var first = new LinkedHashMap<WorkspacePath, ChangeSet.Change>();
        for (ChangeSet set : sets) {
            if (!set.isTakenBack()) {
                set.changes().forEach(change -> first.putIfAbsent(change.path(), change));
            }
        }
        first.values().removeIf(change -> change.lost().isPresent());
        return first;
    }

    public List<WorkspacePath> paths() {
        return List.copyOf(first().keySet());
    }

    /// What a file held; empty where there was none, or where that is not kept.
    public Optional<byte[]> content(WorkspacePath path) throws IOException {
        ChangeSet.Change change = first().get(path);
        return change == null || change.before().isEmpty()
                ? Optional.empty()
                : images.read(change.before().get().hash());
    }
}
