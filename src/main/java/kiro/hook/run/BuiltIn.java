package kiro.hook.run;

/// Something that kiro can do itself as a hook, without a shell: `use: NAME` in `hooks.yaml`.
public interface BuiltIn {
    /// By which `use` names it, such as `commit-message`.
    String name();

    /// Does it. Cancelled by interruption, which the engine does at the hook's time limit. What goes wrong is an outcome; only
    /// bugs throw.
    BuiltInOutcome run(BuiltInRequest request) throws InterruptedException;
}
