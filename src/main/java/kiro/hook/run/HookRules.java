package kiro.hook.run;

import kiro.hook.Hook;
import kiro.process.Command;

/// What rules say about a command of a hook, and the walls within which it runs: those of any agent.
@FunctionalInterface
public interface HookRules {
    /// @param line as the file of the hook has it
    Ruled rule(Hook hook, String line, Command command) throws InterruptedException;

    /// What they say.
    sealed interface Ruled {
        /// @param command as it is confined
        record Allowed(Command command) implements Ruled {}

        record Denied(String reason) implements Ruled {}
    }
}
