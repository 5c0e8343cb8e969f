package kiro.edit;

import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.FileMode;

/// What stands at a path at one moment.
public sealed interface FileState {
    record Absent() implements FileState {}

    /// @param bytes the whole content; never changed after it was handed over
    @SuppressWarnings("ArrayRecordComponent")
    record Present(Hash hash, byte[] bytes, FileMode mode) implements FileState {
        public static Present of(byte[] bytes, FileMode mode) {
            return new Present(Hash.of(bytes), bytes, mode);
        }

        /// @param isExecutable all that is known of the mode
        public static Present of(byte[] bytes, boolean isExecutable) {
            return of(bytes, FileMode.of(isExecutable));
        }

        /// Another content with the same mode.
        public Present withBytes(byte[] other) {
            return of(other, mode);
        }

        /// The same content with another mode.
        public Present withMode(FileMode other) {
            return new Present(hash, bytes, other);
        }

        /// Whether its owner may execute it.
        public boolean isExecutable() {
            return mode.isExecutable();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Present present
                    && hash.equals(present.hash)
                    && mode.equals(present.mode);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }

        @Override
        public String toString() {
            return hash.abbreviated() + " (" + bytes.length + " bytes)";
        }
    }

    /// A link, whatever stands where it leads.
    ///
    /// @param target as the link has it
    record Link(String target) implements FileState {}

    /// A folder in which nothing is. One with something in it counts as nothing: what is in it says that it is there.
    record EmptyFolder() implements FileState {}

    /// Whether both can be one state: what is not known of a mode is taken for the same.
    default boolean matches(FileState other) {
        return FileVersion.matches(FileVersion.of(this), FileVersion.of(other));
    }

    /// By what a log knows it: the hash of the content, or of the target of a link.
    default Optional<Hash> mark() {
        return FileVersion.of(this).map(FileVersion::hash);
    }
}
