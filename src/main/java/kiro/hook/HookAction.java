package kiro.hook;

import java.util.Map;
import java.util.Optional;

/// What a hook does.
public sealed interface HookAction {
    /// Work in words for the agent.
    ///
    /// @param words may have `{file}` and the other names of [Placeholders] in them
    /// @param spec the spec that it is about
    /// @param agent the custom agent that does it
    record AgentTask(String words, Optional<String> spec, Optional<String> agent)
            implements HookAction {}

    /// A line for the shell.
    record Command(String line) implements HookAction {}

    /// What kiro can do itself.
    ///
    /// @param settings as the file has them, in its order
    record BuiltIn(String name, Map<String, String> settings) implements HookAction {
        public BuiltIn {
            settings = Map.copyOf(settings);
        }
    }

    /// What this version does not know. It does nothing.
    record Unknown(String word) implements HookAction {}

    /// What it is, for people.
    default String label() {
        return switch (this) {
            case AgentTask task -> "task: " + task.words();
            case Command command -> "command: " + command.line();
            case BuiltIn builtIn -> "use: " + builtIn.name();
            case Unknown unknown -> "unknown: " + unknown.word();
        };
    }
}
