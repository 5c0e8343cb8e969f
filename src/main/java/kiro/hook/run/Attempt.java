package kiro.hook.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One try to do what a hook does.
sealed interface Attempt {
    /// A command, or the agent, ended.
    record Ended(int code, HookRun.Left left) implements Attempt {}

    /// It was ended at its time limit.
    record Overdue(Duration limit, HookRun.Left left) implements Attempt {}

    record NotStarted(String reason) implements Attempt {}

    /// Rules do not let it run.
    record Denied(String reason) implements Attempt {}

    /// A built-in did it, or could not.
    record Answered(BuiltInOutcome outcome) implements Attempt {}

    /// The agent whose session it is is asked to do it.
    record Asked(String words) implements Attempt {}

    default HookRun.Left left() {
        return switch (this) {
            case Ended ended -> ended.left();
            case Overdue overdue -> overdue.left();
            case Answered(BuiltInOutcome outcome) ->
                    new HookRun.Left(outcome.text(), "", Optional.empty(), outcome.written());
            case Asked(String words) -> new HookRun.Left(words, "", Optional.empty(), List.of());
            case NotStarted _, Denied _ -> HookRun.Left.NOTHING;
        };
    }
}
