package kiro.permission;

import java.util.List;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// Decides about effects: a pure function of the effect, the mode, the phase and the plan.
public final class Policy {
    private final Mode mode;

    public Policy(Mode mode) {
        this.mode = mode;
    }

    /// @param targets the files that the step in hand names; empty where it names none
    public Ruling rule(Effect effect, Phase phase, List<WorkspacePath> targets) {
        throw new IllegalStateException("skeleton" + java.util.Objects.hashCode(mode));
    }
}
