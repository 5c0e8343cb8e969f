package kiro;

import java.util.List;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What a run sees of its project when it begins. In a large repository that takes time, so it begins before the settings
/// are read.
record FirstLook(Ahead<Project> project) {
    /// @param files what git knows, or what lies in the folder
    /// @param state what git says of the work that is not committed
    record Project(List<WorkspacePath> files, ProjectLayout layout, GitState state) {}

    static FirstLook begin(Outside outside, Workspace workspace) {
        var git =
                new Git(
                        workspace,
                        new CommandRunner(
                                ChildEnvironment.of(outside.environment()), outside.temporary()));
        return new FirstLook(Ahead.begin("project", () -> project(git)));
    }

    private static Project project(Git git) throws InterruptedException {
        Git.View view = git.view();
        return new Project(view.files(), ProjectLayout.of(view.files()), view.state());
    }
}
