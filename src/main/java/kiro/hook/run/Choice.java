package kiro.hook.run;

import kiro.hook.Hook;

/// What an event means to a hook.
public sealed interface Choice {
    Hook hook();

    /// It starts.
    ///
    /// @param event with what fits the hook alone
    record Starts(Hook hook, HookEvent event) implements Choice {}

    /// It is not about this event, or does not want to start now.
    record Waits(Hook hook, String reason) implements Choice {}

    /// It should start, and must not.
    record Held(Hook hook, String reason) implements Choice {}

    /// It should start, must not, and guards something, which must not happen then.
    record Refuses(Hook hook, String reason) implements Choice {}
}
