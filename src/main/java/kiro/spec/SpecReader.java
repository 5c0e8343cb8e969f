package kiro.spec;

import kiro.workspace.WorkspacePath;

/// Reads a specification, with the place of everything in it.
public final class SpecReader {
    private SpecReader() {}

    public static SpecReading read(SpecName name, WorkspacePath path, byte[] bytes) {
        throw new IllegalStateException("skeleton");
    }
}
