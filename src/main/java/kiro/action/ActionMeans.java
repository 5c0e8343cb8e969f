package kiro.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kiro.action.dependency.DependencyStores;
import kiro.code.TreeSitter;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// With what the built-in actions work.
///
/// @param commands runs git
/// @param scratch a folder where files may lie for a moment
/// @param stores where package managers keep what they have fetched
public record ActionMeans(
        CommandRunner commands,
        TreeSitter parser,
        Checks checks,
        ActionModels models,
        Path scratch,
        DependencyStores stores) {
    /// What a project is held against.
    ///
    /// @param proposals the same as `proofs` for code that nobody has looked at
    public record Checks(
            ProjectProofs proofs,
            ProjectProofs proposals,
            ProjectTools tools,
            ProjectPolicy policy) {}

    ProjectProofs proofs() {
        return checks.proofs();
    }

    ProjectProofs proposals() {
        return checks.proposals();
    }

    ProjectTools tools() {
        return checks.tools();
    }

    ProjectPolicy policy() {
        return checks.policy();
    }

    Git git(Path root) {
        return new Git(new Workspace(root), commands);
    }

    /// What can be read of files that differ.
    Change change(List<ChangedFile> files) throws InterruptedException, IOException {
        RouteChanges.Difference routes = new RouteChanges(parser, scratch).of(files);
        return new Change(
                files, new SymbolChanges(parser).of(files), routes.added(), routes.removed());
    }
}
