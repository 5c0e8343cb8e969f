package kiro.hook.watch;

import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;

/// Runs one hook on an event.
@FunctionalInterface
public interface HookStarter {
    /// Returns when it has ended.
    HookRuns start(String hook, HookEvent event) throws InterruptedException;
}
