package kiro;

import java.nio.file.Path;
import java.util.List;
import kiro.cli.AgentRuns;
import kiro.cli.ChatCommand;
import kiro.cli.ChatFlow;
import kiro.cli.FoundModels;
import kiro.cli.RunFaces;
import kiro.cli.Workspaces;
import kiro.cli.chat.ChatHistory;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The inventory of `kiro chat`.
final class ChatWiring {
    private final Outside outside;
    private final AgentRuns runs;
    private final RunFaces faces;

    ChatWiring(Outside outside, AgentRuns runs, RunFaces faces) {
        this.outside = outside;
        this.runs = runs;
        this.faces = faces;
    }

    ChatCommand command(Workspaces workspaces, FoundModels found) {
        var history =
                new ChatHistory(
                        home().resolve("chat-history"), SecretMask.of(outside.environment())::mask);
        return new ChatCommand(
                outside.console(),
                new ChatFlow(outside.console(), runs, faces, history, this::files),
                workspaces,
                found);
    }

    /// The person's own folder: what is typed is nobody else's.
    private Path home() {
        String moved = outside.environment().getOrDefault("KIRO_HOME", "").strip();
        return moved.isEmpty() ? outside.home().resolve(".kiro") : Path.of(moved);
    }

    private List<String> files(Workspace workspace) {
        try {
            var commands =
                    new CommandRunner(
                            ChildEnvironment.of(outside.environment()), outside.temporary());
            return new Git(workspace, commands).files().stream().map(WorkspacePath::value).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
