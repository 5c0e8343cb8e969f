package kiro.action;

import java.util.Optional;
import kiro.evidence.ProjectTests;
import kiro.evidence.Verifier;
import kiro.sync.SpecSync;
import kiro.workspace.Workspace;

/// What a project's specs are proven with.
public interface ProjectProofs {
    Verifier verifier(Workspace workspace);

    SpecSync sync(Workspace workspace) throws InterruptedException;

    /// Empty where the settings cannot be read, and nobody knows how to test.
    Optional<ProjectTests> tests(Workspace workspace);
}
