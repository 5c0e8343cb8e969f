package kiro.cli;

import kiro.hook.HookStore;
import kiro.workspace.Workspace;

/// The hooks of a workspace.
@FunctionalInterface
public interface HookAccess {
    HookStore in(Workspace workspace);
}
