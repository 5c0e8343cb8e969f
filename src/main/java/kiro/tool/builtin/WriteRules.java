package kiro.tool.builtin;

import java.util.List;
import java.util.Optional;
import kiro.edit.FileChange;

/// A team's rules about what files may hold, asked before anything is written.
@FunctionalInterface
public interface WriteRules {
    /// Objects to nothing.
    WriteRules NONE = _ -> Optional.empty();

    /// Why these changes, made together, may not be: each rule with its sentence, place and next move; empty where they may.
    Optional<String> objection(List<FileChange> changes);
}
