package kiro.cli;

import java.util.Optional;
import kiro.cli.run.RunPicture;
import kiro.cli.run.Stage;
import kiro.model.Price;

/// A run's listener and approver, which let go of the terminal when they are closed.
interface RunFace extends AgentRuns.Face, AutoCloseable {
    /// Where the run was shown, for its last words. Called after the run was opened.
    Stage stage();

    /// Whether it is typed at any time, in the prompt that the face was opened with.
    boolean isLive();

    /// The face for another run on the same terminal, which goes on being drawn and typed at.
    RunFace on(RunRequest request);

    /// What a model's tokens cost; empty where that is not known.
    Optional<Price> price(String model);

    /// What tokens cost, where the model's price is known.
    Optional<String> cost(RunPicture.Spent spent);

    @Override
    void close();
}
