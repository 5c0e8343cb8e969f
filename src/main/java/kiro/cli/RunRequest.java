package kiro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.spec.Spec;
import kiro.workspace.Workspace;

/// A run as it is asked for on the command line.
///
/// @param words the task
/// @param flags settings that this run has of its own
public record RunRequest(
        Workspace workspace,
        String words,
        Optional<Spec> spec,
        Goal goal,
        Chosen chosen,
        List<SettingFlag> flags) {
    /// The words of a conversation, which has no task of its own.
    public static final String CONVERSATION = "conversation";

    public RunRequest {
        flags = List.copyOf(flags);
    }

    public Optional<Mode> mode() {
        return chosen.mode();
    }

    public Optional<String> model() {
        return chosen.model();
    }

    /// The name of the custom agent that works.
    public Optional<String> agent() {
        return chosen.agent();
    }

    /// The file that the model's answers are kept in.
    public Optional<Path> recording() {
        return chosen.recording();
    }

    /// The same in another workspace.
    RunRequest in(Workspace other) {
        return new RunRequest(other, words, spec, goal, chosen, flags);
    }
}
