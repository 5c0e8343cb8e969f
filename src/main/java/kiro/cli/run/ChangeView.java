package kiro.cli.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;
import kiro.edit.FileChange;
import kiro.edit.MadeChanges;
import kiro.session.Event;
import kiro.session.SessionId;

/// Shows what a call has changed in files, as far as nobody was shown it with a question before.
final class ChangeView {
    private static final int MOST = 24;

    private final Function<SessionId, Optional<MadeChanges>> made;
    private final Map<String, Event.ToolIntended> open = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// @param made the changes of a session; empty where none are shown
    ChangeView(Function<SessionId, Optional<MadeChanges>> made) {
        this.made = made;
    }

    List<Piece> of(Event event, Optional<SessionId> session) {
        return switch (event) {
            case Event.ApprovalAsked question -> {
                asked.add(question.subject());
                yield List.of();
            }
            case Event.ToolIntended intended -> {
                open.put(intended.callId(), intended);
                yield List.of();
            }
            case Event.ToolFinished finished -> finished(finished, session);
            case Event.OfRun _,
                    Event.OfPlan _,
                    Event.OfStep _,
                    Event.OfModel _,
                    Event.OfTool _,
                    Event.OfApproval _,
                    Event.OfTests _,
                    Event.OfCriteria _,
                    Event.OfPerson _,
                    Event.OfChild _,
                    Event.Unknown _ ->
                    List.of();
        };
    }

    private List<Piece> finished(Event.ToolFinished finished, Optional<SessionId> session) {
        Event.ToolIntended intended = open.remove(finished.callId());
        if (intended == null || finished.isError() || asked.remove(intended.summary())) {
            return List.of();
        }
        Optional<MadeChanges> changes = session.flatMap(made);
        var pieces = new ArrayList<Piece>();
        for (Event.FileMark file : intended.files()) {
            changes.flatMap(known -> known.find(file.path(), file.before(), file.after()))
                    .ifPresent(change -> pieces.addAll(shortened(change)));
        }
        return pieces;
    }

    /// The lines that differ, without the head that names the file: the call has named it.
    private static List<Piece> shortened(FileChange change) {
        List<Piece> lines = DiffLines.body(change);
        if (lines.size() <= MOST) {
            return lines;
        }
        var first = new ArrayList<>(lines.subList(0, MOST));
        first.add(
                Piece.item(
                        StyledLine.of(
                                Style.DIM, "... %,d more lines".formatted(lines.size() - MOST))));
        return first;
    }
}
