package kiro.hook.run;

/// Runs the hooks that wait for an event.
@FunctionalInterface
public interface HookEngine {
    /// Where no hook is to run.
    HookEngine NONE =
            new HookEngine() {
                @Override
                public HookRuns fire(HookEvent event) {
                    return HookRuns.NONE;
                }

                @Override
                public boolean concerns(String tool) {
                    return false;
                }
            };

    /// Runs those that fit, and returns when all have ended. It never fails: what goes wrong is in the answer.
    HookRuns fire(HookEvent event) throws InterruptedException;

    /// Whether a call of this tool may start something, before it or after it.
    default boolean concerns(String tool) {
        return true;
    }
}
