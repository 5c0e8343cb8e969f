package kiro.evidence;

import java.util.Optional;
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
        /// @param offline where there is no network within them, why, and what gives it to them
        record Given(Confinement confinement, Optional<String> offline) implements Answer {
            public Given(Confinement confinement) {
                this(confinement, Optional.empty());
            }
        }

        /// @param reason with the next move
        record Denied(String reason) implements Answer {}
    }
}
