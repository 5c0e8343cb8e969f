package kiro.cli;

import kiro.spec.Spec;

/// Says how a spec stands.
sealed interface Standing permits KeptStanding, FreshStanding {
    Counts of(Spec spec) throws InterruptedException;

    /// How many criteria are what.
    ///
    /// @param proven evidence is kept and holds
    /// @param stale there is evidence that no longer holds
    /// @param claimed ticked, without any evidence
    /// @param isReadable whether the evidence could be read
    record Counts(int proven, int stale, int claimed, boolean isReadable) {}
}
