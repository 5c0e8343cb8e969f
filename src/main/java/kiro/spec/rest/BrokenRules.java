package kiro.spec.rest;

/// Tells which situations break a rule by themselves.
final class BrokenRules {
    private BrokenRules() {}

    static boolean are(Condition condition) {
        return switch (condition) {
            case Condition.InvalidFields fields -> true;
            case Condition.MalformedBody body -> true;
            case Condition.MalformedId id -> true;
            case Condition.UnsupportedMediaType type -> true;
            case Condition.BodyTooLarge body -> true;
            case Condition.OverLimit limit -> true;
            case Condition.Valid valid -> false;
            case Condition.Without without -> false;
            case Condition.LengthIs length -> false;
            case Condition.ValueIs value -> false;
            case Condition.OfOther other -> false;
            case Condition.WithQuery query -> false;
            case Condition.UnknownField field -> false;
            case Condition.Repeated repeated -> false;
            case Condition.Unauthenticated caller -> false;
            case Condition.OfOwner whose -> false;
            case Condition.WithoutRole role -> false;
            case Condition.WithRole role -> false;
            case Condition.MissingResource missing -> false;
            case Condition.WithinLimit limit -> false;
            case Condition.LimitRenewed limit -> false;
            case Condition.OtherCallerOverLimit limit -> false;
            case Condition.Taken taken -> false;
            case Condition.OutOfState state -> false;
            case Condition.Conflict conflict -> false;
            case Condition.HasDependents dependents -> false;
            case Condition.OwnValue own -> false;
            case Condition.LowerThanStored lower -> false;
            case Condition.InState state -> false;
            case Condition.OfOtherParent parent -> false;
            case Condition.EmptyObject object -> false;
            case Condition.OfList list -> false;
        };
    }
}
