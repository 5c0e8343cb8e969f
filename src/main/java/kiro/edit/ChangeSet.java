package kiro.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// Changes of the journal that were made together.
///
/// @param number its place in the journal
/// @param outcome how it ended; empty where the process ended first
public record ChangeSet(long number, List<Change> changes, Optional<Outcome> outcome) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /// How a set of changes ended.
    public enum Outcome {
        /// Every file is what it was to become.
        DONE,
        /// Nothing was changed, or all of it was put back.
        UNDONE,
        /// Some files could not be put back.
        BROKEN
    }

    /// One file of it.
    ///
    /// @param before what it held; empty where there was no file
    /// @param undoes the sets whose changes of this file it takes back
    /// @param lost why its earlier content is not kept; empty where it is
    public record Change(
            WorkspacePath path,
            Optional<FileVersion> before,
            Optional<FileVersion> after,
            List<Long> undoes,
            Optional<String> lost) {
        public Change {
            undoes = List.copyOf(undoes);
        }

        /// Whether it is about a folder that has or had nothing in it, and no file.
        public boolean isOfFolder() {
            return Stream.of(before, after)
                            .flatMap(Optional::stream)
                            .allMatch(FileVersion.EmptyFolder.class::isInstance)
                    && lost.isEmpty();
        }

        public Optional<Hash> hashBefore() {
            return before.map(FileVersion::hash);
        }

        public Optional<Hash> hashAfter() {
            return after.map(FileVersion::hash);
        }
    }

    boolean isDone() {
        return outcome.filter(Outcome.DONE::equals).isPresent();
    }

    boolean isTakenBack() {
        return outcome.filter(Outcome.UNDONE::equals).isPresent();
    }
}
