package kiro.hook.run;

import java.time.Duration;
import kiro.hook.EventKind;
import kiro.hook.Hook;

/// Says what the end of a hook's work means for what happens.
///
/// A gate of this program's own file says no with whatever is not a yes. One of Kiro's files says no with exit code 2 alone.
final class Judgement {
    private static final int NO = 2;

    private Judgement() {}

    static HookRun.Outcome of(Hook hook, Attempt attempt) {
        boolean canBlock = hook.trigger().event().filter(EventKind::canBlock).isPresent();
        return switch (attempt) {
            case Attempt.Ended(int code, HookRun.Left _) when code == 0 ->
                    new HookRun.Outcome.Done();
            case Attempt.Ended(int code, HookRun.Left _) when canBlock && code == NO ->
                    new HookRun.Outcome.Blocked("says no");
            case Attempt.Ended(int code, HookRun.Left _) ->
                    failed(hook, "ended with exit code " + code);
            case Attempt.Overdue(Duration limit, HookRun.Left _) ->
                    failed(hook, "was ended, as it took longer than " + seconds(limit));
            case Attempt.NotStarted(String reason) -> failed(hook, "was not run: " + reason);
            case Attempt.Denied(String reason) -> failed(hook, "was not run: " + reason);
            case Attempt.Asked _ -> new HookRun.Outcome.Asked();
            case Attempt.Answered(BuiltInOutcome outcome) ->
                    switch (outcome.answer()) {
                        case DONE -> new HookRun.Outcome.Done();
                        case OBJECTS ->
                                canBlock
                                        ? new HookRun.Outcome.Blocked("says no")
                                        : new HookRun.Outcome.Failed("found something to mend");
                        case FAILED -> failed(hook, "could not do its work");
                    };
        };
    }

    static HookRun.Outcome failed(Hook hook, String reason) {
        return hook.failsClosed()
                ? new HookRun.Outcome.Blocked(reason)
                : new HookRun.Outcome.Failed(reason);
    }

    /// Whether another try may end otherwise: a no is one.
    static boolean isWorthAnother(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Ended(int code, HookRun.Left _) -> code != 0 && code != NO;
            case Attempt.Overdue _ -> true;
            case Attempt.Answered(BuiltInOutcome outcome) ->
                    outcome.answer() == BuiltInOutcome.Answer.FAILED;
            case Attempt.NotStarted _, Attempt.Denied _, Attempt.Asked _ -> false;
        };
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
