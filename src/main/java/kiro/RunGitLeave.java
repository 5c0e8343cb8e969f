package kiro;

import java.util.List;
import java.util.Optional;
import kiro.cli.PermissionSettings;
import kiro.hook.git.GitHooks;
import kiro.permission.Policy;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.workspace.GitLeave;

/// Whether what git starts by itself may run for an agent: in a project that a person trusts, within the sandbox of commands. It
/// has no network, as it would be the agent's own code that had it. Where nothing confines it, it does not run.
final class RunGitLeave implements GitLeave.Giver {
    private final PermissionSettings.Opening.Opened permissions;
    private final Policy policy;
    private final OwnProgram program;

    /// @param policy that of the agent
    RunGitLeave(PermissionSettings.Opening.Opened permissions, Policy policy, OwnProgram program) {
        this.permissions = permissions;
        this.policy = policy;
        this.program = program;
    }

    @Override
    public GitLeave of(List<String> arguments) throws InterruptedException {
        if (!permissions.trust().isGiven()) {
            return new GitLeave.None("nobody trusts this project yet: see 'kiro trust --show'");
        }
        return switch (permissions.sandbox().state()) {
            case SandboxState.Off _ -> new GitLeave.Free();
            case SandboxState.Degraded degraded ->
                    new GitLeave.None("nothing confines them here: " + degraded.reason());
            case SandboxState.Active _ ->
                    new GitLeave.Confined(
                            command -> permissions.sandbox().confine(command, needs(arguments)));
        };
    }

    private SandboxNeeds needs(List<String> arguments) {
        return new SandboxNeeds(false, true)
                .closing(policy.closed(new Effect.GitChange(arguments)));
    }

    @Override
    public Optional<GitLeave.OwnCall> own(String hook, String text) {
        return GitHooks.ownCall(hook, text, program.argv());
    }
}
