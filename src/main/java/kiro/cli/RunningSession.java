package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kiro.session.SessionId;
import kiro.session.SessionView;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceLock;

/// The session that works on the workspace at the moment.
final class RunningSession {
    private RunningSession() {}

    /// Looked for only where a log has no end.
    static Optional<SessionId> in(Workspace workspace, List<SessionView> views) throws IOException {
        List<SessionId> open =
                views.stream().filter(view -> view.end().isEmpty()).map(SessionView::id).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return WorkspaceLock.holder(workspace)
                .flatMap(holder ->
                        open.stream().filter(id -> holder.contains(id.value())).findFirst());
    }
}
