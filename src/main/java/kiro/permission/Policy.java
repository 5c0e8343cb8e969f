package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import kiro.permission.Ruling.Decision;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// Decides about effects: a pure function of the effect, the mode, the phase and the plan.
///
/// What an effect could do is assessed apart from the mode; the mode then says what follows from it. What
/// is forbidden stays so in every mode.
public final class Policy {
    private final Mode mode;
    private final Path root;

    /// @param root the workspace's folder: commands may name files by their whole paths
    public Policy(Mode mode, Path root) {
        this.mode = mode;
        this.root = root;
    }

    /// @param targets the files that the step in hand names; empty where it names none
    public Ruling rule(Effect effect, Phase phase, List<WorkspacePath> targets) {
        Assessment assessment = RiskAssessor.assess(effect, targets, root);
        if (phase == Phase.PLANNING && !isLooking(effect)) {
            return new Ruling(
                    Decision.DENY,
                    assessment.concern().risk(),
                    "a plan is being made: until it is approved, only looking is allowed");
        }
        Decision decision = decide(assessment.concern());
        return new Ruling(decision, assessment.concern().risk(), reason(decision, assessment));
    }

    private static boolean isLooking(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _ -> true;
            case Effect.Change _, Effect.Execute _, Effect.GitChange _ -> false;
        };
    }

    private Decision decide(Concern concern) {
        return switch (concern) {
            case LOOKING -> Decision.ALLOW;
            case SMALL -> mode == Mode.INTERACTIVE ? Decision.ASK : Decision.ALLOW;
            case NOTABLE, GRAVE -> mode == Mode.AUTONOMOUS ? Decision.ALLOW : Decision.ASK;
            case PERSONAL -> mode == Mode.AUTONOMOUS ? Decision.DENY : Decision.ASK;
            case FORBIDDEN -> Decision.DENY;
        };
    }

    private static String reason(Decision decision, Assessment assessment) {
        boolean isLeftToNobody =
                decision == Decision.DENY && assessment.concern() == Concern.PERSONAL;
        return isLeftToNobody
                ? assessment.reason()
                        + ": a person would have to allow it, and nobody is asked here"
                : assessment.reason();
    }
}
