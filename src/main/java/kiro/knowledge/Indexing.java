package kiro.knowledge;

import java.util.List;

/// What came of bringing the local index up to date.
public sealed interface Indexing {
    /// The index is as the files are.
    ///
    /// @param files how many it holds, without those that have no text
    /// @param skipped which files have nothing to find, and why
    /// @param notes what of the settings is left out, and why; empty where all is there
    record Done(
            int files,
            int passages,
            int changed,
            int removed,
            List<String> skipped,
            List<String> notes)
            implements Indexing {
        public Done {
            skipped = List.copyOf(skipped);
            notes = List.copyOf(notes);
        }

        public boolean isWhole() {
            return notes.isEmpty();
        }
    }

    /// Another run changes it.
    record Busy() implements Indexing {}

    /// @param reason such as a full disk
    record Failed(String reason) implements Indexing {}
}
