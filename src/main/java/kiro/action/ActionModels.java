package kiro.action;

import java.util.Optional;
import kiro.draft.Asker;
import kiro.model.Purpose;
import kiro.workspace.Workspace;

/// Opens the language model that a built-in asks for better words or for a proposal.
public interface ActionModels {
    /// What came of it.
    sealed interface Opening {
        /// @param ending lets go of what the model holds
        record Opened(Asker asker, Runnable ending) implements Opening {}

        /// There is none that can be asked.
        record None(String reason) implements Opening {}
    }

    /// @param named in the hook, where it was
    Opening open(Workspace workspace, Optional<String> named, Purpose purpose);
}
