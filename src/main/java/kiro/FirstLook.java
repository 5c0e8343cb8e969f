package kiro;

import java.nio.file.Path;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// What a run sees of its project when it begins. In a large repository that takes time, so it begins before the settings
/// are read.
///
/// @param view the files, which are what git knows or what lies in the folder, and what git says of them
record FirstLook(Path root, Ahead<Git.View> view, Ahead<ProjectLayout> layout) {
    static FirstLook begin(Outside outside, Workspace workspace) {
        var git =
                new Git(
                        workspace,
                        new CommandRunner(
                                ChildEnvironment.of(outside.environment()), outside.temporary()));
        Ahead<Git.View> view = Ahead.begin("project", git::view);
        return new FirstLook(
                workspace.root(),
                view,
                Ahead.begin("layout", () -> ProjectLayout.of(view.get().files())));
    }
}
