package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.permission.Mode;
import kiro.permission.PermissionFiles;
import kiro.permission.Policy;
import kiro.permission.RuleBook;
import kiro.permission.Trust;
import kiro.sandbox.Sandbox;
import kiro.workspace.Workspace;

/// What is allowed in a workspace.
public interface PermissionSettings {
    /// The files that rules are read from.
    PermissionFiles files(Workspace workspace);

    /// @param mode that of the settings where none is given
    Opening open(Workspace workspace, Optional<Mode> mode);

    /// What came of reading rules and settings.
    sealed interface Opening {
        /// @param remarks what was left out, and why
        record Opened(
                Mode mode,
                RuleBook rules,
                Policy policy,
                Sandbox sandbox,
                Trust trust,
                List<String> remarks)
                implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        /// Rules or settings that have to be repaired first.
        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }
}
