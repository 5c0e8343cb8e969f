package kiro.model.builtin.write;

import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Tells situations in which a request is refused.
final class Refusal {
    private Refusal() {}

    static boolean is(CriterionOutcome outcome) {
        if (outcome.status().isPresent()) {
            return outcome.status().getAsInt() >= 400;
        }
        if (outcome.expectations().contains(new Expectation.IsRefused())) {
            return true;
        }
        return !outcome.expectations().contains(new Expectation.Succeeds())
                && isRefused(outcome.condition());
    }

    private static boolean isRefused(Condition condition) {
        return switch (condition) {
            case Condition.InvalidFields _,
                    Condition.MalformedBody _,
                    Condition.MalformedId _,
                    Condition.UnsupportedMediaType _,
                    Condition.BodyTooLarge _,
                    Condition.Unauthenticated _,
                    Condition.OfOwner _,
                    Condition.WithoutRole _,
                    Condition.MissingResource _,
                    Condition.MissingReference _,
                    Condition.OfStored _,
                    Condition.OverLimit _,
                    Condition.Taken _,
                    Condition.Conflict _,
                    Condition.OfOtherParent _,
                    Condition.HasDependents _,
                    Condition.LowerThanStored _ ->
                    true;
            case Condition.Valid _,
                    Condition.Without _,
                    Condition.LengthIs _,
                    Condition.ValueIs _,
                    Condition.OfOther _,
                    Condition.WithQuery _,
                    Condition.UnknownField _,
                    Condition.Repeated _,
                    Condition.WithRole _,
                    Condition.OfList _,
                    Condition.InState _,
                    Condition.OwnValue _,
                    Condition.OutOfState _,
                    Condition.EmptyObject _,
                    Condition.WithinLimit _,
                    Condition.LimitRenewed _,
                    Condition.OtherCallerOverLimit _ ->
                    false;
        };
    }

    /// Whether the situation takes no other requests of the same kind, which leave their traces.
    static boolean isOneRequest(Condition condition) {
        return switch (condition) {
            case Condition.OverLimit _,
                    Condition.WithinLimit _,
                    Condition.LimitRenewed _,
                    Condition.OtherCallerOverLimit _,
                    Condition.SecondByCaller _,
                    Condition.Repeated _ ->
                    false;
            case Condition.InvalidFields _,
                    Condition.MalformedBody _,
                    Condition.MalformedId _,
                    Condition.UnsupportedMediaType _,
                    Condition.BodyTooLarge _,
                    Condition.Unauthenticated _,
                    Condition.OfOwner _,
                    Condition.WithoutRole _,
                    Condition.MissingResource _,
                    Condition.Taken _,
                    Condition.Conflict _,
                    Condition.HasDependents _,
                    Condition.LowerThanStored _,
                    Condition.OutOfState _,
                    Condition.Valid _,
                    Condition.Without _,
                    Condition.LengthIs _,
                    Condition.ValueIs _,
                    Condition.OfOther _,
                    Condition.WithQuery _,
                    Condition.UnknownField _,
                    Condition.WithRole _,
                    Condition.OfOtherParent _,
                    Condition.InState _,
                    Condition.OwnValue _,
                    Condition.EmptyObject _,
                    Condition.OfList _ ->
                    true;
        };
    }
}
