package kiro.edit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.workspace.WorkspacePath;

/// A team's rules about what files may hold: asked before a tool writes, and right after a command that has written.
@FunctionalInterface
public interface WriteRules {
    /// Objects to nothing.
    WriteRules NONE = new None();

    /// A class with a name, since each run has it, and one without would be made anew at each start.
    final class None implements WriteRules {
        private None() {}

        @Override
        public Ruling rule(List<FileChange> changes) {
            return new Ruling.Kept();
        }
    }

    /// Whether these changes, made together, keep to the rules.
    Ruling rule(List<FileChange> changes);

    /// Whether what a command has made, whoever wrote it, keeps to the rules.
    default Ruling ofCommand(List<FileChange> changes) {
        return rule(changes);
    }

    /// Learns the rules as they stand, before something is done of which only the outcome will be seen.
    default void recall() {}

    /// What the rules say about changes.
    sealed interface Ruling {
        record Kept() implements Ruling {}

        /// Each place that would violate a rule has a mechanical repair.
        ///
        /// @param changes what is to be done in the place of what was asked: of the same files, from the same states
        /// @param notes what was repaired and by which rule, a line each
        record Repaired(List<FileChange> changes, List<String> notes) implements Ruling {
            public Repaired {
                changes = List.copyOf(changes);
                notes = List.copyOf(notes);
            }
        }

        /// @param headline the first place, its rule and how many there are, as the end of a sentence
        /// @param places each place with rule, sentence and next move
        /// @param files those that have such a place without a mechanical repair; all of them where repairs do not do
        record Refused(String headline, String places, Set<WorkspacePath> files) implements Ruling {
            public Refused {
                files = files.stream().collect(Collectors.toUnmodifiableSet());
            }

            /// What a tool answers that has written nothing.
            public String beforeWriting() {
                return "nothing was written: %s\n%s\nChange what you write so that it keeps to them, and call the tool again."
                        .formatted(headline, places);
            }
        }
    }
}
