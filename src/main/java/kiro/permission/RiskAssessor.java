package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// Tells what an effect could do, whatever the mode.
final class RiskAssessor {
    private RiskAssessor() {}

    static Assessment assess(Effect effect, List<WorkspacePath> targets, Path root) {
        return switch (effect) {
            case Effect.Nothing _ -> new Assessment(Concern.LOOKING, "it changes nothing");
            case Effect.Read read -> PathAssessor.ofRead(read.paths());
            case Effect.Change change -> PathAssessor.ofChanges(change.changes(), targets);
            case Effect.Execute execute -> CommandAssessor.assess(execute.command(), root);
            case Effect.GitChange git -> GitAssessor.ofChange(git.arguments());
        };
    }
}
