package kiro.edit;

import kiro.text.Hash;

/// What stands at a path at one moment.
public sealed interface FileState {
    record Absent() implements FileState {}

    /// @param bytes the whole content; never changed after it was handed over
    /// @param isExecutable whether its owner may execute it
    @SuppressWarnings("ArrayRecordComponent")
    record Present(Hash hash, byte[] bytes, boolean isExecutable) implements FileState {
        public static Present of(byte[] bytes, boolean isExecutable) {
            return new Present(Hash.of(bytes), bytes, isExecutable);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Present present
                    && hash.equals(present.hash)
                    && isExecutable == present.isExecutable;
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
}
