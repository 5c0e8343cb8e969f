package kiro;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.cli.PermissionSettings;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.run.HookRules;
import kiro.permission.CommandNeeds;
import kiro.permission.Mode;
import kiro.permission.Phase;
import kiro.permission.Ruling;
import kiro.process.Command;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.workspace.Workspace;

/// Holds the rules of permissions against what hooks run, and runs it in the sandbox of agents. That a person trusts the file of a
/// hook is their yes to what would be asked; what is denied stays denied.
final class RuledHooks implements HookRules, AutoCloseable {
    private final PermissionWiring permissions;
    private final Workspace workspace;
    private Optional<PermissionSettings.Opening> known = Optional.empty();

    RuledHooks(PermissionWiring permissions, Workspace workspace) {
        this.permissions = permissions;
        this.workspace = workspace;
    }

    @Override
    public Ruled rule(Hook hook, String line, Command command) throws InterruptedException {
        return rule(line, command, hook.trigger().event().filter(EventKind::isOfGit).isPresent());
    }

    /// @param isOfGit whether it may write into the repository
    Ruled rule(String line, Command command, boolean isOfGit) throws InterruptedException {
        return switch (opening()) {
            case PermissionSettings.Opening.Broken broken ->
                    new Ruled.Denied(
                            broken.findings().stream()
                                    .map(finding -> finding.toString())
                                    .collect(
                                            Collectors.joining(
                                                    "; ",
                                                    "the rules or settings are broken: ",
                                                    "")));
            case PermissionSettings.Opening.Opened opened -> rule(opened, line, command, isOfGit);
        };
    }

    /// Read when the first command is to run.
    private synchronized PermissionSettings.Opening opening() {
        PermissionSettings.Opening opening =
                known.orElseGet(() -> permissions.open(workspace, Optional.of(Mode.INTERACTIVE)));
        known = Optional.of(opening);
        return opening;
    }

    private static Ruled rule(
            PermissionSettings.Opening.Opened opened, String line, Command command, boolean isOfGit)
            throws InterruptedException {
        Ruling ruling = opened.policy().rule(new Effect.Execute(line), Phase.EXECUTING, List.of());
        if (ruling.decision() == Ruling.Decision.DENY) {
            return new Ruled.Denied("not allowed: " + ruling.reason());
        }
        SandboxNeeds needs = CommandNeeds.of(line);
        return new Ruled.Allowed(
                opened.sandbox().state() instanceof SandboxState.Active
                        ? opened.sandbox()
                                .confine(
                                        command,
                                        new SandboxNeeds(needs.network(), needs.git() || isOfGit))
                        : command);
    }

    @Override
    public synchronized void close() {
        if (known.isPresent() && known.get() instanceof PermissionSettings.Opening.Opened opened) {
            opened.sandbox().close();
        }
    }
}
