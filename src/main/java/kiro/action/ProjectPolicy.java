package kiro.action;

import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.workspace.Workspace;

/// The steering that a project has.
public interface ProjectPolicy {
    ProjectSteering of(Workspace workspace) throws InterruptedException;

    /// What the team lets stand against its own rules, today.
    Allowances allowances(Workspace workspace);
}
