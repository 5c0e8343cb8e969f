package kiro.workspace;

import java.io.IOException;

/// Keeps a second run off the workspace. Released by closing it, and by the end of the process.
public final class WorkspaceLock implements AutoCloseable {
    private WorkspaceLock() {}

    /// What came of trying to lock.
    public sealed interface Attempt {
        record Locked(WorkspaceLock lock) implements Attempt {}

        /// @param holder who holds it, such as `session 20261125-101500-abcd (process 4711)`
        record Busy(String holder) implements Attempt {}
    }

    /// @param holder how this run is to be named to others
    public static Attempt lock(Workspace workspace, String holder) throws IOException {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public void close() {
        throw new IllegalStateException("skeleton");
    }
}
