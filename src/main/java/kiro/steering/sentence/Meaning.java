package kiro.steering.sentence;

import java.util.List;
import java.util.Optional;
import kiro.code.Grammar;
import kiro.steering.rule.Declared;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Subject;
import kiro.text.PathGlob;

/// What the words in a place of a form mean.
sealed interface Meaning {
    record Subjects(List<Subject> subjects) implements Meaning {
        public Subjects {
            subjects = List.copyOf(subjects);
        }
    }

    record Parts(List<Part> parts) implements Meaning {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /// @param areConstants which are no declarations with a kind of their own
    record Kind(Declared declared, List<Grammar> languages, boolean areConstants)
            implements Meaning {
        public Kind {
            languages = List.copyOf(languages);
        }
    }

    record Style(NamePattern pattern) implements Meaning {}

    record Texts(List<String> texts) implements Meaning {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    record Amount(int value) implements Meaning {}

    /// Where something holds, or does not.
    ///
    /// @param within files by their paths; none where it is about all but others
    /// @param part a part that only its words tell
    record Place(
            List<PathGlob> within,
            List<PathGlob> except,
            Optional<Part> part,
            List<Grammar> languages)
            implements Meaning {
        public Place {
            within = List.copyOf(within);
            except = List.copyOf(except);
            languages = List.copyOf(languages);
        }
    }

    /// Words that limit nothing.
    ///
    /// @param text as the sentence has it
    record Free(String text) implements Meaning {}
}
