package kiro.agent;

import java.util.Optional;
import java.util.OptionalInt;
import kiro.permission.Mode;
import kiro.permission.Phase;
import kiro.plan.Plan;
import kiro.session.Event;
import kiro.spec.Spec;
import kiro.workspace.WorkspacePath;

/// What a run is asked for.
///
/// @param words the user's own: `implement`, `generate-tests`, or anything
public record AgentTask(String words, Optional<Spec> spec, Goal goal, Mode mode) {
    /// What the log calls a conversation.
    public static final String CHAT = "chat";

    /// The task by its name; empty where it is one in words.
    Optional<NamedTask> named() {
        return NamedTask.of(words);
    }

    /// What is going on while the steps are carried out.
    Phase phase() {
        return named().map(NamedTask::phase).orElse(Phase.EXECUTING);
    }

    /// How far a run goes, and from where.
    public sealed interface Goal {
        /// A plan is made and saved, and nothing else.
        record PlanOnly() implements Goal {}

        /// From the beginning to the end.
        record WholeWork() implements Goal {}

        /// A plan that was saved before is carried out.
        ///
        /// @param only the one step that is to be done; empty where all are
        record SavedPlan(Plan plan, WorkspacePath file, OptionalInt only) implements Goal {}

        /// A run that had stopped goes on.
        record Resumed(RunState state, Settlement settlement) implements Goal {}

        String SAVED_PLAN = "saved-plan";
        String ONE_STEP = "step-";

        /// As the log names it.
        default String word() {
            return switch (this) {
                case PlanOnly _ -> RunState.PLAN_ONLY;
                case WholeWork _ -> Event.WHOLE;
                case SavedPlan saved ->
                        saved.only().isPresent() ? ONE_STEP + saved.only().getAsInt() : SAVED_PLAN;
                case Resumed resumed ->
                        resumed.state().begun().map(Event.RunStarted::goal).orElse(Event.WHOLE);
            };
        }

        /// The one step that is to be done; empty where all are.
        default OptionalInt only() {
            String word = word();
            return word.startsWith(ONE_STEP)
                    ? OptionalInt.of(Integer.parseInt(word.substring(ONE_STEP.length())))
                    : OptionalInt.empty();
        }

        /// Whether the run ends when there is a plan.
        default boolean isPlanOnly() {
            return word().equals(RunState.PLAN_ONLY);
        }
    }
}
