package kiro;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.cli.PermissionSettings;
import kiro.evidence.TestLeave;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.run.HookRules;
import kiro.permission.CommandNeeds;
import kiro.permission.Mode;
import kiro.permission.Phase;
import kiro.permission.Ruling;
import kiro.process.Command;
import kiro.process.Confinement;
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
            case PermissionSettings.Opening.Opened opened ->
                    rule(opened, line, command, new Reach(isOfGit, copy(command)));
        };
    }

    /// @param isOfGit whether it may write into the repository
    /// @param folders beside the workspace that it may write
    private record Reach(boolean isOfGit, List<Path> folders) {}

    /// A copy of the project that something is tried in, where the command runs in one.
    private List<Path> copy(Command command) {
        return command.directory().startsWith(workspace.root())
                ? List.of()
                : List.of(command.directory());
    }

    /// What kiro does by itself for a hook runs the project's own tools, of which a hook in the person's own folder says nothing.
    Ruled ruleBuiltIn(String line, Command command) throws InterruptedException {
        return tests(line) instanceof TestLeave.Answer.Denied(String reason)
                ? new Ruled.Denied(reason.replaceFirst("^the tests were not run: ", ""))
                : rule(line, command, false);
    }

    /// Whether the tests of the project may run for what hooks do by themselves. Nobody is there to be asked.
    TestLeave.Answer tests(String line) throws InterruptedException {
        return switch (opening()) {
            case PermissionSettings.Opening.Broken _ ->
                    new TestLeave.Answer.Denied(
                            "the tests were not run: the rules or settings are broken: repair them");
            case PermissionSettings.Opening.Opened opened -> tests(opened, line);
        };
    }

    private static TestLeave.Answer tests(PermissionSettings.Opening.Opened opened, String line)
            throws InterruptedException {
        Ruling ruling = opened.policy().rule(new Effect.Execute(line), Phase.EXECUTING, List.of());
        if (ruling.decision() == Ruling.Decision.DENY) {
            return new TestLeave.Answer.Denied(
                    "the tests were not run: not allowed: " + ruling.reason());
        }
        if (opened.sandbox().state() instanceof SandboxState.Active) {
            return RunTestLeave.given(opened, opened.policy());
        }
        return opened.trust().isGiven() || ruling.decision() == Ruling.Decision.ALLOW
                ? new TestLeave.Answer.Given(Confinement.NONE)
                : RunTestLeave.untrusted(line, "nothing confines it here, and nobody is asked");
    }

    /// Whether tests may run that a model has written, or in a project that it has changed: within walls, or where the person
    /// wants none.
    TestLeave.Answer proposedTests(String line) throws InterruptedException {
        TestLeave.Answer answer = tests(line);
        if (answer instanceof TestLeave.Answer.Denied
                || !(opening() instanceof PermissionSettings.Opening.Opened opened)) {
            return answer;
        }
        return switch (opened.sandbox().state()) {
            case SandboxState.Active _ -> RunTestLeave.given(opened, opened.policy());
            case SandboxState.Off _ -> answer;
            case SandboxState.Degraded degraded ->
                    new TestLeave.Answer.Denied(
                            "what a model proposes is not run, as nothing confines it here: "
                                    + degraded.reason());
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
            PermissionSettings.Opening.Opened opened, String line, Command command, Reach reach)
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
                                        new SandboxNeeds(
                                                needs.network(),
                                                needs.git() || reach.isOfGit(),
                                                reach.folders(),
                                                opened.policy().denied()))
                        : command);
    }

    @Override
    public synchronized void close() {
        if (known.isPresent() && known.get() instanceof PermissionSettings.Opening.Opened opened) {
            opened.sandbox().close();
        }
    }
}
