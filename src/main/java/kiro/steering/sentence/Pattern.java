package kiro.steering.sentence;

import java.util.List;

/// A pattern of sentences, as the book of forms has it.
sealed interface Pattern {
    /// A word, or a mark.
    record Word(String key) implements Pattern {}

    /// A place for something that the lexicon knows.
    ///
    /// @param slot what may stand there, such as `subjects`
    /// @param label what it is to the form; the slot itself where the book names none
    record Hole(String slot, String label) implements Pattern {}

    /// One behind the other.
    record Chain(List<Pattern> parts) implements Pattern {
        public Chain {
            parts = List.copyOf(parts);
        }
    }

    /// One of several.
    record Either(List<Pattern> options) implements Pattern {
        public Either {
            options = List.copyOf(options);
        }
    }

    /// Any number, or none.
    record Repeated(Pattern part) implements Pattern {}

    /// Says which form a sentence has that goes through here.
    record Mark(Form form) implements Pattern {}
}
