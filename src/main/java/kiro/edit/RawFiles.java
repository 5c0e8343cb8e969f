package kiro.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.workspace.RawPath;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Files whose names are no text, and so are in no journal: it is known of them whether they are the same.
///
/// @param stamps empty for one that is not there
record RawFiles(Map<RawPath, Optional<Stamp>> stamps) {
    private static final String REASON = "has a name that is no UTF-8";

    RawFiles {
        stamps = Map.copyOf(stamps);
    }

    static RawFiles read(Workspace workspace, Collection<RawPath> paths) {
        var stamps = new HashMap<RawPath, Optional<Stamp>>();
        paths.forEach(path -> stamps.put(path, Stamp.of(path.in(workspace))));
        return new RawFiles(stamps);
    }

    /// What was changed, with the reason why it cannot be taken back.
    ///
    /// @param now those that differ from the commit, or, outside of a repository, all
    Map<WorkspacePath, String> changed(Workspace workspace, Collection<RawPath> now) {
        var changed = new HashMap<WorkspacePath, String>();
        stamps.forEach((path, before) -> {
            if (!Stamp.areSame(before, Stamp.of(path.in(workspace)))) {
                changed.put(path.shown(), REASON);
            }
        });
        now.stream()
                .filter(path -> !stamps.containsKey(path))
                .forEach(path -> changed.put(path.shown(), REASON));
        return changed;
    }
}
