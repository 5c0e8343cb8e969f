package kiro.evidence;

import kiro.process.Confinement;

/// Says whether a project's tests may run, right before each run: they are code that the project brings.
@FunctionalInterface
public interface TestLeave {
    /// A person has called for the tests themselves.
    TestLeave GIVEN = line -> new Answer.Given(Confinement.NONE);

    /// @param line the command that runs the tests
    Answer of(String line) throws InterruptedException;

    /// Whether they may run, and how.
    sealed interface Answer {
        /// @param confinement keeps what runs within walls
        record Given(Confinement confinement) implements Answer {}

        /// @param reason with the next move
        record Denied(String reason) implements Answer {}
    }
}
