package kiro.edit;

import kiro.text.Hash;

/// What a file held at one time, by its hash and mode.
public record FileVersion(Hash hash, boolean isExecutable) {
    static FileVersion of(FileState.Present state) {
        return new FileVersion(state.hash(), state.isExecutable());
    }
}
