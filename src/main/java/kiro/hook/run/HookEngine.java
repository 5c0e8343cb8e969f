package kiro.hook.run;

/// Runs the hooks that wait for an event.
@FunctionalInterface
public interface HookEngine {
    /// Where no hook is to run.
    HookEngine NONE = _ -> HookRuns.NONE;

    /// Runs those that fit, and returns when all have ended. It never fails: what goes wrong is in the answer.
    HookRuns fire(HookEvent event) throws InterruptedException;
}
