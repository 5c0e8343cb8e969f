package kiro.tool.builtin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiro.edit.EditResult;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.edit.Journal;
import kiro.edit.JournalResult;
import kiro.edit.UnifiedDiff;
import kiro.edit.WriteRules;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// What the tools that change files share: the check that the files are known, and the doing through the
/// journal.
final class Editing {
    private final KnownFiles known;
    private final SeenFiles seen;
    private final Journal journal;
    private final WriteRules rules;

    Editing(KnownFiles known, SeenFiles seen, Journal journal, WriteRules rules) {
        this.known = known;
        this.seen = seen;
        this.journal = journal;
        this.rules = rules;
    }

    /// Works out what an edit would do.
    interface Planning {
        EditResult plan() throws IOException;
    }

    /// @param touched the files that the edit is about: looked at when the planning has refused, for a
    ///     better reason
    Preparation prepare(Collection<WorkspacePath> touched, Planning planning) {
        try {
            return switch (planning.plan()) {
                case EditResult.Refused refused ->
                        refused(objection(touched).orElse(refused.text()), touched);
                case EditResult.Planned planned ->
                        objection(planned)
                                .map(text -> refused(text, touched))
                                .orElseGet(() -> ruled(planned, touched));
            };
        } catch (IOException unreadable) {
            return refused(String.valueOf(unreadable.getMessage()), touched);
        }
    }

    private Preparation ruled(EditResult.Planned planned, Collection<WorkspacePath> touched) {
        return switch (rules.rule(planned.changes())) {
            case WriteRules.Ruling.Kept _ -> ready(planned);
            case WriteRules.Ruling.Refused no -> refused(no.beforeWriting(), touched);
            case WriteRules.Ruling.Repaired(List<FileChange> changes, List<String> notes) -> {
                var all = new ArrayList<>(planned.notes());
                all.addAll(notes);
                yield ready(new EditResult.Planned(changes, all));
            }
        };
    }

    private static Preparation refused(String text, Collection<WorkspacePath> touched) {
        return Preparation.Refused.changing(
                text, touched.stream().map(WorkspacePath::value).toList());
    }

    private Optional<String> objection(Collection<WorkspacePath> touched) throws IOException {
        for (WorkspacePath path : touched) {
            Optional<String> objection = known.objection(path);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(EditResult.Planned planned) {
        return planned.changes().stream()
                .map(change -> known.objection(change.path(), change.before().mark()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Preparation ready(EditResult.Planned planned) {
        String summary = Summaries.of(planned.changes());
        return new Preparation.Ready(
                new Effect.Change(planned.changes()), summary, () -> run(planned, summary));
    }

    private ToolResult run(EditResult.Planned planned, String summary) {
        return switch (journal.apply(planned.changes())) {
            case JournalResult.NotApplied not ->
                    new ToolResult.Failed("nothing was changed: " + not.reason());
            case JournalResult.LeftBroken broken ->
                    new ToolResult.Unsuccessful(
                            "FAILED, and these files could not be put back: %s (%s)"
                                    .formatted(broken.files(), broken.reason()));
            case JournalResult.Applied _ -> {
                planned.changes().forEach(this::remember);
                yield new ToolResult.Done(answer(planned, summary));
            }
        };
    }

    private void remember(FileChange change) {
        switch (change.after()) {
            case FileState.Absent _, FileState.Link _, FileState.EmptyFolder _ ->
                    seen.forget(change.path());
            case FileState.Present present -> seen.saw(change.path(), present.hash());
        }
    }

    private static String answer(EditResult.Planned planned, String summary) {
        if (planned.notes().isEmpty()) {
            return "done: " + summary;
        }
        var lines = new ArrayList<>(List.of("done: " + summary));
        planned.notes().forEach(note -> lines.add("note: " + note));
        planned.changes().forEach(change -> lines.add(UnifiedDiff.of(change).stripTrailing()));
        return Bounded.of(String.join("\n", lines));
    }
}
