package kiro.cli;

import java.io.IOException;
import kiro.workspace.Workspace;

/// Makes copies of a project in which a run can be tried while the project stays as it is.
@FunctionalInterface
public interface Rehearsals {
    Rehearsal open(Workspace workspace) throws IOException, InterruptedException;

    /// A copy of a project, in a repository of its own, that goes when it is closed.
    interface Rehearsal extends AutoCloseable {
        Workspace workspace();

        /// What has changed since the copy was made, as a patch; what a run keeps of itself left out.
        String changes() throws IOException, InterruptedException;

        @Override
        void close();
    }
}
