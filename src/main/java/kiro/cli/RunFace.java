package kiro.cli;

import kiro.cli.run.Stage;

/// A run's listener and approver, which let go of the terminal when they are closed.
interface RunFace extends AgentRuns.Face, AutoCloseable {
    /// Where the run was shown, for its last words. Called after the run was opened.
    Stage stage();

    @Override
    void close();
}
