package kiro.cli;

import kiro.hook.HookStore;
import kiro.hook.run.HookLog;
import kiro.hook.run.LocalHooks;
import kiro.workspace.Workspace;

/// The hooks of a workspace.
public interface HookAccess {
    HookStore in(Workspace workspace);

    /// What runs them.
    Opened open(Workspace workspace);

    /// The runs there were.
    HookLog log(Workspace workspace);

    /// Hooks that can be run, until it is closed.
    record Opened(LocalHooks hooks, Runnable ending) implements AutoCloseable {
        @Override
        public void close() {
            ending.run();
        }
    }
}
