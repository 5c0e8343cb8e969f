package kiro.action;

import java.util.List;
import java.util.Optional;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestTrial;
import kiro.evidence.Verifier;
import kiro.sync.SpecSync;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What a project's specs are proven with.
public interface ProjectProofs {
    Verifier verifier(Workspace workspace);

    SpecSync sync(Workspace workspace) throws InterruptedException;

    /// Empty where the settings cannot be read, and nobody knows how to test.
    Optional<ProjectTests> tests(Workspace workspace);

    /// A test that can be run alone; empty where its source is not found, too.
    ///
    /// @param paths of the project's files
    Optional<TestTrial> trial(Workspace workspace, List<WorkspacePath> paths, String test);

    /// The tests of a file of a copy, as the project runs its tests.
    ///
    /// @param paths of the copy's files
    Optional<TestTrial> trial(
            Workspace workspace, Workspace copy, List<WorkspacePath> paths, WorkspacePath file);
}
