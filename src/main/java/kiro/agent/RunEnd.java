package kiro.agent;

import java.util.List;
import java.util.function.UnaryOperator;
import kiro.model.ModelFailure;

/// How a run came to its end.
public sealed interface RunEnd {
    /// Everything was done; every criterion is proven where there is a spec.
    record Done() implements RunEnd {}

    /// The plan is made and saved, and that was all that was asked.
    record Planned() implements RunEnd {}

    /// The one step that was asked for is done, and others are not.
    ///
    /// @param open how many are left
    record Stepped(int step, int open) implements RunEnd {}

    /// The steps are done, and something is not proven.
    record Unproven(String reason) implements RunEnd {}

    /// The steps are done by the model's word, which is all there is without a spec; but what calls were to
    /// bring about was not, and no later call made up for it.
    record Undone(List<UndoneCall> calls) implements RunEnd {
        public Undone {
            calls = List.copyOf(calls);
        }

        /// Whether nothing but permission was lacking.
        public boolean isForbidden() {
            return calls.stream().allMatch(call -> call.cause() == UndoneCall.Cause.FORBIDDEN);
        }
    }

    /// A step could not be done; the ones after it were not tried.
    record StepFailed(int step, String reason) implements RunEnd {}

    /// There is no plan: the model could not make one.
    record NoPlan(String reason) implements RunEnd {}

    /// There is no plan: the model says that the task cannot be done with this spec, and what stands in the way.
    record Unable(String reason) implements RunEnd {}

    /// A person said no, or nobody was there to ask.
    record Denied(String reason) implements RunEnd {}

    record ModelFailed(ModelFailure failure) implements RunEnd {}

    record LimitReached(String reason) implements RunEnd {}

    record Interrupted() implements RunEnd {}

    /// The short name that stands in the log.
    default String name() {
        return switch (this) {
            case Done _ -> "done";
            case Planned _ -> "planned";
            case Stepped _ -> "stepped";
            case Unproven _ -> "unproven";
            case Undone _ -> "undone";
            case StepFailed _ -> "step-failed";
            case NoPlan _, Unable _ -> "no-plan";
            case Denied _ -> "denied";
            case ModelFailed _ -> "model-failed";
            case LimitReached _ -> "limit-reached";
            case Interrupted _ -> "interrupted";
        };
    }

    /// The same end with other words for why.
    default RunEnd withReasons(UnaryOperator<String> words) {
        return switch (this) {
            case Unproven end -> new Unproven(words.apply(end.reason()));
            case Undone end ->
                    new Undone(end.calls().stream().map(call -> call.withTexts(words)).toList());
            case StepFailed end -> new StepFailed(end.step(), words.apply(end.reason()));
            case NoPlan end -> new NoPlan(words.apply(end.reason()));
            case Unable end -> new Unable(words.apply(end.reason()));
            case Denied end -> new Denied(words.apply(end.reason()));
            case LimitReached end -> new LimitReached(words.apply(end.reason()));
            case Done _, Planned _, Stepped _, ModelFailed _, Interrupted _ -> this;
        };
    }

    /// One line for people.
    default String reason() {
        return switch (this) {
            case Done _ -> "";
            case Planned _ -> "the plan is saved";
            case Stepped end ->
                    "step %d is done, %d %s left"
                            .formatted(end.step(), end.open(), end.open() == 1 ? "is" : "are");
            case Unproven end -> end.reason();
            case Undone end ->
                    end.calls().getFirst().subject()
                            + (end.calls().size() == 1
                                    ? " was not done"
                                    : " and %d more were not done"
                                            .formatted(end.calls().size() - 1));
            case StepFailed end -> "step " + end.step() + ": " + end.reason();
            case NoPlan end -> end.reason();
            case Unable end -> end.reason();
            case Denied end -> end.reason();
            case ModelFailed end -> end.failure().message();
            case LimitReached end -> end.reason();
            case Interrupted _ -> "stopped by the user";
        };
    }
}
