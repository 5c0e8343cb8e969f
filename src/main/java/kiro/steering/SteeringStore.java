package kiro.steering;

import java.util.List;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The steering files of a project: `.kiro/steering/**/*.md`, and `AGENTS.md`.
public final class SteeringStore {
    private final Workspace workspace;

    public SteeringStore(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What came out of reading all of them.
    ///
    /// @param files by path
    public record Reading(List<SteeringFile> files, List<Finding> findings) {
        public Reading {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }

        /// Those that apply to a piece of work on these files.
        public List<SteeringFile> applyingTo(List<WorkspacePath> inHand) {
            throw new IllegalStateException("skeleton");
        }
    }

    public Reading read() {
        throw new IllegalStateException("skeleton" + java.util.Objects.hashCode(workspace));
    }
}
