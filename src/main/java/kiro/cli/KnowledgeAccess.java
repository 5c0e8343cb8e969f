package kiro.cli;

import java.util.List;
import kiro.finding.Finding;
import kiro.knowledge.Knowledge;
import kiro.workspace.Workspace;

/// What the team knows, as commands ask for it.
public interface KnowledgeAccess {
    /// Reads the settings; nothing is indexed or asked yet.
    Opening open(Workspace workspace);

    /// What came of reading the settings.
    sealed interface Opening {
        /// @param findings what is left out of the settings, and why
        record Opened(Knowledge knowledge, List<Finding> findings) implements Opening {
            public Opened {
                findings = List.copyOf(findings);
            }
        }

        /// The settings have errors.
        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }
}
