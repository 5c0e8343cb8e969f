package kiro;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.GitHookAccess;
import kiro.cli.HookAccess;
import kiro.cli.HooksExplainCommand;
import kiro.cli.HooksGitCommand;
import kiro.cli.HooksGithubCommand;
import kiro.cli.HooksInstallCommand;
import kiro.cli.HooksListCommand;
import kiro.cli.HooksLogCommand;
import kiro.cli.HooksRunCommand;
import kiro.cli.HooksStatusCommand;
import kiro.cli.Workspaces;
import kiro.hook.HookStore;
import kiro.hook.git.GitHooks;
import kiro.hook.git.GitSteps;
import kiro.hook.run.Cause;
import kiro.hook.run.HookLog;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The inventory of the commands about hooks.
final class HooksWiring implements HookAccess, GitHookAccess {
    private final Outside outside;
    private final Workspaces workspaces;
    private final HookEngines engines;

    HooksWiring(Outside outside, Workspaces workspaces) {
        this.outside = outside;
        this.workspaces = workspaces;
        this.engines = new HookEngines(outside);
    }

    @Override
    public HookStore in(Workspace workspace) {
        return engines.store(workspace);
    }

    @Override
    public Opened open(Workspace workspace) {
        return engines.open(workspace, "");
    }

    @Override
    public HookLog log(Workspace workspace) {
        return engines.log(workspace);
    }

    @Override
    public Optional<GitHooks> gitHooks(Workspace workspace) throws InterruptedException {
        return GitHooks.around(workspace.root(), ofGit(outside), OwnProgram.of(outside).argv());
    }

    @Override
    public GitSteps steps(Workspace workspace) {
        return new GitSteps(workspace.root(), ofGit(withinGit()), Cause.of(outside.environment()));
    }

    @Override
    public boolean isConfined() {
        return outside.environment().containsKey(Confinement.HIDDEN);
    }

    @Override
    public boolean isOff() {
        return "off".equals(outside.environment().get("KIRO_HOOKS"));
    }

    @Override
    public Opened openForGit(Workspace workspace, HookStore.Reading reading) {
        return new HookEngines(withinGit()).open(workspace, "", () -> reading);
    }

    private static CommandRunner ofGit(Outside world) {
        return new CommandRunner(ChildEnvironment.of(world.environment()), world.temporary());
    }

    /// Git names its places from its top folder, and hooks run in that of the workspace.
    private Outside withinGit() {
        var environment = new HashMap<>(outside.environment());
        for (String name : List.of("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")) {
            environment.computeIfPresent(
                    name, (_, path) -> outside.directory().resolve(path).normalize().toString());
        }
        if (environment.containsKey("GIT_DIR")) {
            environment.putIfAbsent("GIT_WORK_TREE", outside.directory().toString());
        }
        return outside.with(environment);
    }

    /// `kiro hooks` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var hooks = Described.command(CommandGroup.HOOKS.description(outside.console()));
        SequencedMap<String, Supplier<CommandLine>> commands = commands();
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            hooks.addSubcommand(args[1], named.get());
            return hooks;
        }
        commands.forEach((name, command) -> hooks.addSubcommand(name, command.get()));
        return hooks;
    }

    private SequencedMap<String, Supplier<CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Supplier<CommandSpec>>();
        Console console = outside.console();
        commands.put("list", () -> new HooksListCommand(console, workspaces, this).description());
        commands.put(
                "explain", () -> new HooksExplainCommand(console, workspaces, this).description());
        commands.put(
                "run",
                () ->
                        HooksRunCommand.running(console, workspaces, this, outside.environment())
                                .description());
        commands.put(
                "simulate",
                () ->
                        HooksRunCommand.simulating(console, workspaces, this, outside.environment())
                                .description());
        commands.put(
                "log",
                () ->
                        new HooksLogCommand(console, workspaces, this, outside.clock().getZone())
                                .description());
        ofGit(commands);
        commands.put(
                "watch", () -> new WatchWiring(outside, engines).command(workspaces).description());
        commands.put(
                "github",
                () ->
                        new HooksGithubCommand(
                                        console,
                                        workspaces,
                                        this,
                                        outside.environment(),
                                        PolledRequests::ofWorkflow)
                                .description());
        var described = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.forEach((name, spec) -> described.put(name, () -> Described.command(spec.get())));
        return described;
    }

    private void ofGit(Map<String, Supplier<CommandSpec>> commands) {
        Console console = outside.console();
        commands.put(
                "install",
                () -> HooksInstallCommand.installing(console, workspaces, this).description());
        commands.put(
                "uninstall",
                () -> HooksInstallCommand.uninstalling(console, workspaces, this).description());
        commands.put(
                "status",
                () -> new HooksStatusCommand(console, workspaces, this, this).description());
        commands.put(
                "git", () -> new HooksGitCommand(console, workspaces, this, this).description());
    }
}
