package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.spec.Spec;
import kiro.workspace.Workspace;

/// A run as it is asked for on the command line; what is empty is left to the settings.
///
/// @param words the task
/// @param flags settings that this run has of its own
public record RunRequest(
        Workspace workspace,
        String words,
        Optional<Spec> spec,
        Goal goal,
        Optional<Mode> mode,
        Optional<String> model,
        List<SettingFlag> flags) {
    public RunRequest {
        flags = List.copyOf(flags);
    }

    /// The same in another workspace.
    RunRequest in(Workspace other) {
        return new RunRequest(other, words, spec, goal, mode, model, flags);
    }
}
