package kiro.model.builtin;

import java.util.List;

/// What this engine does next.
sealed interface Move {
    /// @param words said before the calls
    record Calls(String words, List<Call> calls) implements Move {
        public Calls {
            calls = List.copyOf(calls);
        }
    }

    /// The turn ends.
    record Says(String words) implements Move {}

    static Move problem(String reason) {
        return new Calls("", List.of(Call.problem(reason)));
    }
}
