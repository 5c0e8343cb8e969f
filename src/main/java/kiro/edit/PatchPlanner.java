package kiro.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.workspace.WorkspacePath;

/// Works out in memory what the sections of a patch, one after the other, do to the files.
final class PatchPlanner {
    private final StateReader states;
    private final Function<String, Optional<WorkspacePath>> paths;
    private final Map<WorkspacePath, FileState> before = new LinkedHashMap<>();
    private final Map<WorkspacePath, FileState> after = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    PatchPlanner(StateReader states, Function<String, Optional<WorkspacePath>> paths) {
        this.states = states;
        this.paths = paths;
    }

    EditResult plan(List<PatchSection> sections) throws IOException {
        for (PatchSection section : sections) {
            Optional<WorkspacePath> path = path(section.path());
            if (path.isPresent()) {
                apply(section, path.get());
            }
        }
        List<FileChange> changes =
                before.entrySet().stream()
                        .map(was -> new FileChange(was.getKey(), was.getValue(), now(was.getKey())))
                        .filter(change -> !change.before().equals(change.after()))
                        .toList();
        if (problems.isEmpty() && changes.isEmpty()) {
            problems.add("the files already say what the patch would make them say");
        }
        return problems.isEmpty()
                ? new EditResult.Planned(changes, notes)
                : new EditResult.Refused(
                        "the patch was not applied, no file was changed\n"
                                + String.join("\n", problems));
    }

    private Optional<WorkspacePath> path(String text) {
        Optional<WorkspacePath> path = paths.apply(text);
        if (path.isEmpty()) {
            problems.add(text + ": the path leads outside of the workspace");
        }
        return path;
    }

    private void apply(PatchSection section, WorkspacePath path) throws IOException {
        FileState state = state(path);
        switch (section) {
            case PatchSection.Add add -> add(path, state, add);
            case PatchSection.Delete _ -> delete(path, state);
            case PatchSection.Update update -> {
                switch (state) {
                    case FileState.Absent _ ->
                            problems.add(
                                    path + ": there is no such file: '*** Add File:' makes one");
                    case FileState.Link _, FileState.EmptyFolder _ ->
                            problems.add(path + ": " + PatchEngine.NO_FILE);
                    case FileState.Present present -> update(path, present, update);
                }
            }
        }
    }

    private void add(WorkspacePath path, FileState state, PatchSection.Add add) {
        switch (state) {
            case FileState.Absent _ ->
                    after.put(path, FileState.Present.of(StateReader.utf8(add.text()), false));
            case FileState.Present _, FileState.Link _, FileState.EmptyFolder _ ->
                    problems.add(path + ": the file exists: '*** Update File:' changes it");
        }
    }

    private void delete(WorkspacePath path, FileState state) {
        switch (state) {
            case FileState.Absent _ -> problems.add(path + ": there is no such file to delete");
            case FileState.Present _, FileState.Link _, FileState.EmptyFolder _ ->
                    after.put(path, new FileState.Absent());
        }
    }

    private void update(WorkspacePath path, FileState.Present present, PatchSection.Update update)
            throws IOException {
        if (update.hunks().isEmpty()) {
            settle(path, present, update);
            return;
        }
        switch (Opened.of(present)) {
            case Opened.Unfit unfit -> problems.add(path + ": " + unfit.why());
            case Opened.Text text -> {
                switch (new HunkEdit(text.document()).make(update.hunks())) {
                    case TextEdit.Unfit unfit -> problems.add(path + ": " + unfit.why());
                    case TextEdit.Made made -> {
                        made.notes().forEach(note -> notes.add(path + ": " + note));
                        Optional<String> unwritable = Opened.unwritable(made.document());
                        if (unwritable.isPresent()) {
                            problems.add(path + ": " + unwritable.get());
                            return;
                        }
                        byte[] bytes = made.document().bytes();
                        settle(path, present.withBytes(bytes), update);
                    }
                }
            }
        }
    }

    /// The updated file is put where it is to be.
    private void settle(WorkspacePath path, FileState.Present updated, PatchSection.Update update)
            throws IOException {
        if (update.movedTo().isEmpty()) {
            after.put(path, updated);
            return;
        }
        Optional<WorkspacePath> target = path(update.movedTo().get());
        if (target.isEmpty()) {
            return;
        }
        if (!target.get().equals(path) && !(state(target.get()) instanceof FileState.Absent)) {
            problems.add(path + ": cannot move to " + target.get() + ": the file exists");
            return;
        }
        after.put(path, new FileState.Absent());
        after.put(target.get(), updated);
    }

    private FileState state(WorkspacePath path) throws IOException {
        if (!before.containsKey(path)) {
            before.put(path, states.at(path));
        }
        return now(path);
    }

    private FileState now(WorkspacePath path) {
        FileState changed = after.get(path);
        return changed == null ? before.getOrDefault(path, new FileState.Absent()) : changed;
    }
}
