package kiro.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.edit.ChangeSet;
import kiro.edit.JournalResult;
import kiro.edit.Undo;
import kiro.session.Event;
import kiro.session.Events;
import kiro.text.Hash;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Finds out what became of a call that was begun when its run was killed: by the hashes of its files. Nothing is done
/// again; what was done by half is put back.
public final class Settlement {
    private static final String STOPPED = "not made: the run was stopped before it";
    private static final String AGAIN = "; make the call again if it is still needed";

    private final WorkspaceFiles files;
    private final Path journal;

    /// @param journal the folder of the session's journal
    public Settlement(WorkspaceFiles files, Path journal) {
        this.files = files;
        this.journal = journal;
    }

    Event.ToolFinished of(Event.ToolIntended call) {
        if (call.files().isEmpty()) {
            return call.isLook()
                    ? refused(call, "not answered: the run was stopped before it" + AGAIN)
                    : refused(
                            call,
                            Event.ToolFinished.unknown(
                                    "the run was stopped while this was under way,"
                                            + " and it is not made again by itself; look at what"
                                            + " it did before you make the call again"));
        }
        try {
            return byHashes(call);
        } catch (IOException unreadable) {
            return refused(
                    call,
                    Event.ToolFinished.unknown(
                            "its files cannot be read ("
                                    + unreadable.getMessage()
                                    + "); look at them before you make the call again"));
        }
    }

    /// Settles all that was under way, once, before anything else happens.
    ///
    /// @return the calls that may have been to change something, and are not known to have done it
    List<Event.ToolIntended> settle(RunState state, Events log) {
        for (ChildTraces.Unknown unknown : state.children().unknown()) {
            state.add(log.append(new Event.ChildDid(unknown.child(), of(unknown.call()))).event());
        }
        var open = new ArrayList<Event.ToolIntended>();
        for (Event.ToolIntended unknown : state.talk().unknown()) {
            Event.ToolFinished settled = of(unknown, state);
            state.add(log.append(settled).event());
            if (settled.isError() && !unknown.isLook()) {
                open.add(unknown);
            }
        }
        return open;
    }

    private Event.ToolFinished of(Event.ToolIntended call, RunState state) {
        return Delegation.isCall(call.tool())
                ? ofChild(call, state.children().changedOf(call.callId()))
                : withPrinted(of(call), state.talk().stopped(call));
    }

    /// What a command had printed is all that is known of how far it came.
    private static Event.ToolFinished withPrinted(
            Event.ToolFinished settled, Optional<Event.ToolStopped> stopped) {
        return stopped.map(call ->
                        new Event.ToolFinished(
                                settled.callId(),
                                settled.isError(),
                                settled.text()
                                        + "; "
                                        + call.words()
                                        + call.last()
                                                .map(_ ->
                                                        "\nall that it had printed:\n"
                                                                + call.text())
                                                .orElse("")))
                .orElse(settled);
    }

    /// The answer to work that was given to a child whose answer nobody has: it is not given again by itself.
    ///
    /// @param changed what the child is known to have changed
    private static Event.ToolFinished ofChild(
            Event.ToolIntended call, List<WorkspacePath> changed) {
        return refused(
                call,
                Event.ToolFinished.unknown(
                        "the run was stopped while the agent was at work, and the work"
                                + " is not given again by itself; it had changed "
                                + (changed.isEmpty() ? "nothing that is known" : changed.toString())
                                + "; look at what it did before you give it again"));
    }

    private Event.ToolFinished byHashes(Event.ToolIntended call) throws IOException {
        var made = new ArrayList<WorkspacePath>();
        var open = new ArrayList<WorkspacePath>();
        var others = new ArrayList<WorkspacePath>();
        for (Event.FileMark file : call.files()) {
            Optional<Hash> now = files.read(file.path()).map(Hash::of);
            if (now.equals(file.after())) {
                made.add(file.path());
            } else if (now.equals(file.before())) {
                open.add(file.path());
            } else {
                others.add(file.path());
            }
        }
        if (open.isEmpty() && others.isEmpty()) {
            return new Event.ToolFinished(
                    call.callId(), false, "done: " + call.summary() + " (before the run stopped)");
        }
        if (made.isEmpty() && others.isEmpty()) {
            return refused(call, STOPPED + AGAIN);
        }
        if (others.isEmpty() && putBack(call)) {
            return refused(call, STOPPED + " was whole, and what it had done was put back" + AGAIN);
        }
        return refused(
                call,
                Event.ToolFinished.unknown(
                        "the run was stopped in the middle; changed as it was to: %s;"
                                        .formatted(made)
                                + " not changed: %s; changed by someone else: %s; read them before you go on"
                                        .formatted(open, others)));
    }

    private boolean putBack(Event.ToolIntended call) throws IOException {
        Undo undo = Undo.of(journal, files);
        Optional<Long> set =
                undo.sets().reversed().stream()
                        .filter(each -> each.outcome().isEmpty())
                        .filter(each -> paths(each).equals(paths(call)))
                        .map(ChangeSet::number)
                        .findFirst();
        if (set.isEmpty()) {
            return false;
        }
        Undo.Prepared prepared = undo.prepare(List.of(set.get()));
        return prepared.conflicts().isEmpty()
                && undo.apply(prepared) instanceof JournalResult.Applied;
    }

    private static List<WorkspacePath> paths(ChangeSet set) {
        return set.changes().stream().map(ChangeSet.Change::path).toList();
    }

    private static List<WorkspacePath> paths(Event.ToolIntended call) {
        return call.files().stream().map(Event.FileMark::path).toList();
    }

    private static Event.ToolFinished refused(Event.ToolIntended call, String text) {
        return new Event.ToolFinished(call.callId(), true, text);
    }
}
