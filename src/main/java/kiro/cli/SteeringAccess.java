package kiro.cli;

import kiro.steering.project.ProjectSteering;
import kiro.workspace.Workspace;

/// What the commands about steering are given to work with.
public interface SteeringAccess {
    /// The steering of a workspace and of the person, held against the files that git would list.
    ProjectSteering of(Workspace workspace) throws InterruptedException;

    /// The files of a workspace that are another than in the last commit, and are there.
    ChangedPaths changed(Workspace workspace) throws InterruptedException;
}
