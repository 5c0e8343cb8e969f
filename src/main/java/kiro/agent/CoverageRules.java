package kiro.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.evidence.coverage.Coverage;
import kiro.workspace.WorkspacePath;

/// What the steering asks of the coverage of code.
@FunctionalInterface
public interface CoverageRules {
    /// What the changed files lack, a line each.
    ///
    /// @param measured what a run of the tests has measured; empty where it wrote no report
    List<String> lacking(Optional<Coverage> measured, Set<WorkspacePath> changed)
            throws InterruptedException;
}
