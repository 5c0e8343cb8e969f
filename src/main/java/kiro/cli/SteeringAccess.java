package kiro.cli;

import java.util.List;
import kiro.finding.Finding;
import kiro.steering.SteeringFile;
import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.Starters;
import kiro.workspace.BranchChange;
import kiro.workspace.Workspace;

/// What the commands about steering are given to work with.
public interface SteeringAccess {
    /// The steering of a workspace and of the person, held against the files that git would list.
    ProjectSteering of(Workspace workspace) throws InterruptedException;

    /// The files of a workspace that are another than in the last commit, and are there.
    ChangedPaths changed(Workspace workspace) throws InterruptedException;

    /// What differs from where the branch left another one.
    BranchChange.Reading since(Workspace workspace, String base) throws InterruptedException;

    /// What the team lets stand against its own rules, today.
    Allowances allowances(Workspace workspace);

    /// Reminders of steering files that somebody should look at again.
    List<Finding> reminders(Workspace workspace, ProjectSteering known) throws InterruptedException;

    /// The steering as it would be with another text in one of its files.
    ProjectSteering with(ProjectSteering known, SteeringFile file, String body);

    /// First steering files, of what a project shows.
    Starters.Found starters(Workspace workspace) throws InterruptedException;
}
