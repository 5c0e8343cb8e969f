package kiro.evidence;

import java.util.List;
import kiro.spec.CriterionRef;

/// What came of trying to break the code of a criterion.
public sealed interface Proving {
    CriterionRef criterion();

    /// It was tried.
    ///
    /// @param unusable changes that say nothing: they did not compile, their tests were not reported, or do not run
    ///     what was changed
    record Tried(CriterionRef criterion, Proof proof, int unusable) implements Proving {}

    /// It could not be tried.
    ///
    /// @param reason one line
    record NotTried(CriterionRef criterion, String reason, String fix) implements Proving {}

    /// How far trying may go.
    ///
    /// @param changes how many changes at most
    /// @param seconds after which no further change is tried
    record Bounds(int changes, long seconds) {}

    /// Told of each change as it was tried.
    interface Progress {
        /// @param survivor the change, before and after
        /// @param outcome `noticed`, `survived` or why it says nothing
        void tried(Proof.Survivor survivor, String outcome);
    }

    /// Whether the tests noticed every change that was tried.
    default boolean isVerified() {
        return switch (this) {
            case Tried tried -> tried.proof().isDecisive();
            case NotTried not -> false;
        };
    }

    /// The survivors; none where it was not tried.
    default List<Proof.Survivor> survivors() {
        return switch (this) {
            case Tried tried -> tried.proof().survivors();
            case NotTried not -> List.of();
        };
    }
}
