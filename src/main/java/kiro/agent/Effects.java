package kiro.agent;

import java.util.List;
import kiro.edit.FileChange;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.workspace.WorkspacePath;

/// What effects have to do with files.
final class Effects {
    private Effects() {}

    /// The files that a call is about, as far as they are known before it.
    static List<WorkspacePath> files(Effect effect) {
        return switch (effect) {
            case Effect.Read read -> read.paths();
            case Effect.Change change -> change.changes().stream().map(FileChange::path).toList();
            case Effect.Nothing _,
                    Effect.Execute _,
                    Effect.GitChange _,
                    Effect.ServerCall _,
                    Effect.Delegate _,
                    Effect.Fetch _ ->
                    List.of();
        };
    }

    /// Whether a call looks at what is there, and does nothing else.
    static boolean isLook(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _ -> true;
            case Effect.ServerCall call -> call.isLooking();
            case Effect.Change _,
                    Effect.Execute _,
                    Effect.GitChange _,
                    Effect.Delegate _,
                    Effect.Fetch _ ->
                    false;
        };
    }

    /// Whether calls of this effect can be made at the same time as others: what is about the run itself, such as its
    /// commands in the background, has its place among them.
    static boolean goesBeside(Effect effect) {
        return leavesNothing(effect) && !(effect instanceof Effect.Nothing);
    }

    /// Whether a call that nobody knows the end of can be taken for one that was not made.
    static boolean leavesNothing(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _ -> true;
            case Effect.ServerCall call -> call.isLooking();
            case Effect.Change _, Effect.Execute _, Effect.GitChange _, Effect.Delegate _ -> false;
        };
    }

    /// Whether the project may be another one afterwards.
    static boolean mayChange(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _, Effect.Delegate _ -> false;
            case Effect.ServerCall call -> !call.isLooking();
            case Effect.Change _, Effect.Execute _, Effect.GitChange _ -> true;
        };
    }

    /// What a call of this effect was after, where it is not made.
    static Preparation.Aim aim(Effect effect) {
        return new Preparation.Aim.Changing(
                effect instanceof Effect.Change change
                        ? change.changes().stream().map(each -> each.path().value()).toList()
                        : List.of());
    }
}
