package kiro.edit;

import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.FileMode;

/// What stood at a path at one time, as a journal has it.
public sealed interface FileVersion {
    record File(Hash hash, FileMode mode) implements FileVersion {}

    record Link(String target) implements FileVersion {
        @Override
        public Hash hash() {
            return Hash.of(target);
        }
    }

    record EmptyFolder() implements FileVersion {
        @Override
        public Hash hash() {
            return Hash.of("");
        }
    }

    Hash hash();

    /// Empty where nothing stands.
    static Optional<FileVersion> of(FileState state) {
        return switch (state) {
            case FileState.Absent _ -> Optional.empty();
            case FileState.Present present -> Optional.of(new File(present.hash(), present.mode()));
            case FileState.Link(String target) -> Optional.of(new Link(target));
            case FileState.EmptyFolder _ -> Optional.of(new EmptyFolder());
        };
    }

    /// Whether both can be one: what is not known of a mode is taken for the same.
    static boolean matches(Optional<FileVersion> one, Optional<FileVersion> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return switch (one.get()) {
            case File(Hash hash, FileMode mode) ->
                    other.get() instanceof File file
                            && hash.equals(file.hash())
                            && mode.matches(file.mode());
            case Link link -> link.equals(other.get());
            case EmptyFolder folder -> folder.equals(other.get());
        };
    }
}
