package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kiro.draft.Asker;
import kiro.finding.Finding;
import kiro.workspace.Workspace;

/// Opens the language model that proposes words of specs, where one is configured.
public interface SpecModels {
    /// What came of it.
    sealed interface Opening {
        /// @param asker is told whom to tell what is waited for
        /// @param remarks what a person should know of the choice
        /// @param ending lets go of what the model holds
        record Opened(
                Function<Consumer<String>, Asker> asker, List<String> remarks, Runnable ending)
                implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        /// There is none, and everything goes without.
        record None(String reason) implements Opening {}

        record Unusable(Problem problem) implements Opening {}

        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param named on the command line, where it was
    Opening open(Workspace workspace, Optional<String> named);
}
