package kiro.spec.rest;

import java.util.List;

/// What came of reading a situation word by word.
sealed interface SlotReading {
    /// The situations, one at a time.
    record Read(List<Condition> conditions) implements SlotReading {
        public Read {
            conditions = List.copyOf(conditions);
        }
    }

    /// It is none that the status and the facts of the spec explain.
    record Refused(String reason) implements SlotReading {}

    static SlotReading of(Condition condition) {
        return new Read(List.of(condition));
    }

    static SlotReading stranger(String word, int status) {
        return new Refused("not understood: \"%s\" in a situation for %d".formatted(word, status));
    }

    /// The words leave open which fact of the spec is meant, or none explains them.
    static SlotReading open(Slots slots, int status) {
        return slots.all().isEmpty()
                ? new Refused(
                        "in which situation it is answered with %d is not said".formatted(status))
                : new Refused(
                        "what \"%s\" says of a situation for %d is not clear"
                                .formatted(slots.text(), status));
    }
}
