package kiro.draft;

import java.util.List;
import java.util.Optional;

/// Says whether what a model proposes can stand.
///
/// @param <T> what becomes of a proposal
@FunctionalInterface
public interface Judge<T> {
    /// @param arguments JSON text as the model wrote it
    Judgement<T> judge(String arguments) throws InterruptedException;

    /// What is said of one proposal.
    sealed interface Judgement<T> {
        record Good<T>(T value) implements Judgement<T> {}

        /// @param usable what can stand of it, if anything
        /// @param problems what the model is told, each with what to do about it
        record Faulty<T>(Optional<T> usable, List<String> problems) implements Judgement<T> {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }
}
