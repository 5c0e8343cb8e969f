package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.edit.ChangeSet;
import kiro.edit.FileChange;
import kiro.edit.JournalResult;
import kiro.edit.Undo;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.SessionView;
import kiro.session.Sessions;
import kiro.session.StepChanges;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspaceLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro undo`: the changes of a run are taken back.
@Command(
        name = "undo",
        description = {
            "Takes back what a run of the agent changed: files become what they were before, files that it made are deleted.",
            "A file that somebody else has changed since is left as it is, and named. Without options it is the newest run",
            "that has something to take back. What was taken back can be had again with --redo.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro undo --dry-run",
            "  kiro undo",
            "  kiro undo --step 2",
            "  kiro undo --session abcd",
            "  kiro undo --redo",
            "",
            "Exit codes: 0 taken back, or nothing to take back, 1 no such session or step, or files that could not be taken",
            "back, 6 a run works on the workspace."
        })
public final class UndoCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final ShownText shown;

    @Option(names = "--step", paramLabel = "N", description = "This step of the run alone.")
    private @Nullable Integer step;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "The run, by its id, a part of it, or 'last'.")
    private @Nullable String session;

    @Option(names = "--redo", description = "Take the last undoing back.")
    private boolean isRedo;

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isDryRun;

    public UndoCommand(Console console, Workspaces workspaces, ShownText shown) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.shown = shown;
    }

    @Override
    public Integer call() throws IOException {
        if (isRedo && step != null) {
            console.problem("cli/usage", "--redo takes back a whole undoing", "leave --step out");
            return ExitCode.USAGE.number();
        }
        if (step != null && step < 1) {
            console.problem(
                    "cli/usage",
                    "there is no step " + step,
                    "steps are counted from 1: 'kiro session show' shows them");
            return ExitCode.USAGE.number();
        }
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        return (isDryRun ? look(workspace.get()) : take(workspace.get())).number();
    }

    /// Nothing is written, so that it can be looked at where nothing may be.
    private ExitCode look(Workspace workspace) throws IOException {
        Optional<WorkspaceLock.Attempt.Busy> holder = WorkspaceLock.busy(workspace);
        return holder.isPresent() ? busy(holder.get()) : undo(workspace, new Sessions(workspace));
    }

    private ExitCode take(Workspace workspace) throws IOException {
        return switch (WorkspaceLock.lock(workspace, "kiro undo")) {
            case WorkspaceLock.Attempt.Busy busy -> busy(busy);
            case WorkspaceLock.Attempt.Locked locked -> {
                try {
                    yield undo(workspace, new Sessions(workspace));
                } finally {
                    locked.lock().close();
                }
            }
        };
    }

    private ExitCode busy(WorkspaceLock.Attempt.Busy busy) {
        console.problem(
                "undo/busy", "a run works on this workspace: " + busy.holder(), busy.next());
        return ExitCode.BUSY;
    }

    /// What a session has to be taken back.
    private record Candidate(SessionId id, Undo undo, Undo.Prepared prepared) {}

    private ExitCode undo(Workspace workspace, Sessions sessions) throws IOException {
        if (session != null) {
            return switch (sessions.find(session)) {
                case Sessions.Choice.NotFound none ->
                        problem("session/not-found", none.reason(), "'kiro sessions' lists them");
                case Sessions.Choice.Found found -> {
                    Optional<Candidate> candidate = candidate(workspace, sessions, found.id());
                    yield candidate.isEmpty()
                            ? noStep("session " + found.id() + " has not begun", found.id() + "")
                            : carryOut(sessions, candidate.get());
                }
            };
        }
        boolean isKnown = step == null;
        for (SessionId id : sessions.ids()) {
            Optional<Candidate> candidate = candidate(workspace, sessions, id);
            isKnown |= candidate.isPresent();
            if (candidate
                    .filter(known -> !known.prepared().isEmpty() || isUnfinished(known))
                    .isPresent()) {
                return carryOut(sessions, candidate.get());
            }
        }
        if (!isKnown) {
            return noStep("no session of this workspace has begun", "last");
        }
        console.print(nothing());
        return ExitCode.OK;
    }

    private String nothing() {
        return isRedo ? "nothing was taken back that could be had again" : "nothing to take back";
    }

    /// What was taken back in parts, or call by call, is had again in as many.
    private void more(Candidate candidate) {
        int left = candidate.undo().undoings() - 1;
        if (left > 0) {
            console.print(
                    "%d %s before that can be had again as well: 'kiro undo --redo --session %s' takes back one at a time"
                            .formatted(left, left == 1 ? "undoing" : "undoings", candidate.id()));
        }
    }

    private ExitCode noStep(String who, String shown) {
        return problem(
                "undo/no-step",
                who + " a step " + step,
                "'kiro session show " + shown + "' shows the steps");
    }

    /// Empty where the session has no such step.
    private Optional<Candidate> candidate(Workspace workspace, Sessions sessions, SessionId id)
            throws IOException {
        Undo undo = Undo.of(sessions.folder(id).resolve("journal"), new WorkspaceFiles(workspace));
        if (isRedo) {
            return Optional.of(new Candidate(id, undo, undo.prepareRedo()));
        }
        List<ChangeSet> sets = undo.sets();
        if (step == null) {
            return Optional.of(
                    new Candidate(
                            id, undo, undo.prepare(sets.stream().map(ChangeSet::number).toList())));
        }
        LogReading log = sessions.read(id);
        StepChanges steps = StepChanges.of(log, sets);
        return steps.steps().contains(step)
                ? Optional.of(new Candidate(id, undo, undo.prepare(steps.of(step))))
                : Optional.empty();
    }

    private ExitCode carryOut(Sessions sessions, Candidate candidate) throws IOException {
        Undo.Prepared prepared = candidate.prepared();
        if (prepared.isEmpty()) {
            if (isUnfinished(candidate)) {
                return unfinished(candidate.id());
            }
            console.print(nothing());
            return ExitCode.OK;
        }
        if (!isDryRun && !prepared.changes().isEmpty()) {
            Undo.Taken taken = candidate.undo().take(prepared);
            switch (taken.result()) {
                case JournalResult.Applied _ -> prepared = prepared.with(taken);
                case JournalResult.NotApplied not -> {
                    return problem(
                            "undo/failed",
                            "nothing was taken back: " + not.reason(),
                            "mend that, and call it again");
                }
                case JournalResult.LeftBroken broken -> {
                    return problem(
                            "undo/failed",
                            "only a part was taken back: " + broken.reason(),
                            "mend that, and call it again: what the files held is kept");
                }
            }
        }
        show(sessions, new Candidate(candidate.id(), candidate.undo(), prepared));
        if (isRedo && !isDryRun) {
            more(candidate);
        }
        if (isUnfinished(candidate)) {
            return unfinished(candidate.id());
        }
        return prepared.conflicts().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /// Who wants a step or an undoing back knows what was recorded.
    private boolean isUnfinished(Candidate candidate) {
        return !isRedo && step == null && candidate.undo().isUnderWay();
    }

    private ExitCode unfinished(SessionId id) {
        return problem(
                "undo/under-way",
                "session "
                        + id
                        + " ended while a command was at work, and what that changed is not recorded yet",
                "'kiro agent --resume " + id + "' records it: call 'kiro undo' again after that");
    }

    private void show(Sessions sessions, Candidate candidate) throws IOException {
        Undo.Prepared prepared = candidate.prepared();
        console.print(
                console.styled(
                        Style.BOLD,
                        (isDryRun ? "would take back " : "took back ")
                                + (isRedo ? "the last undoing of " : "")
                                + (step == null ? "" : "step " + step + " of ")
                                + "session "
                                + candidate.id()));
        var lines = new ArrayList<String>();
        prepared.changes()
                .forEach(change -> lines.add(line(Style.GREEN, verb(change), change.path() + "")));
        prepared.settled().forEach(path -> lines.add(line(Style.DIM, "as before", path + "")));
        prepared.conflicts()
                .forEach(conflict ->
                        lines.add(
                                line(
                                        Style.RED,
                                        "conflict",
                                        conflict.path() + " " + conflict.reason())));
        console.print(lines);
        next(sessions, candidate);
    }

    /// What is proven, and ticked, was so of the code as it was.
    private void next(Sessions sessions, Candidate candidate) throws IOException {
        if (isDryRun || candidate.prepared().changes().isEmpty()) {
            return;
        }
        SessionView.of(candidate.id(), sessions.read(candidate.id()))
                .begun()
                .flatMap(begun -> begun.spec())
                .ifPresent(spec ->
                        console.print(
                                console.styled(Style.BOLD, "next: ")
                                        + "'kiro spec sync "
                                        + spec
                                        + "' brings the ticks in line"));
    }

    private static String verb(FileChange change) {
        if (change.isDeletion()) {
            return "deleted";
        }
        return change.isCreation() ? "made anew" : "restored";
    }

    private String line(Style style, String label, String text) {
        return "  "
                + console.styled(style, label)
                + " ".repeat(11 - label.length())
                + shown.line(text);
    }

    private ExitCode problem(String code, String message, String fix) {
        console.problem(code, shown.of(message), fix);
        return ExitCode.FINDINGS;
    }
}
