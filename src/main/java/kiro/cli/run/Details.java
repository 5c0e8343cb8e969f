package kiro.cli.run;

import java.util.Optional;
import java.util.function.Function;
import kiro.edit.MadeChanges;
import kiro.session.SessionId;

/// How much of a run is shown: somebody who looks on sees what changes and what is printed, a file has what was done.
///
/// @param isInFull whether somebody looks on
/// @param made the changes of a session; empty where none are shown
public record Details(boolean isInFull, Function<SessionId, Optional<MadeChanges>> made) {
    public static final Details NONE = new Details(false, _ -> Optional.empty());

    public static Details full(Function<SessionId, Optional<MadeChanges>> made) {
        return new Details(true, made);
    }
}
