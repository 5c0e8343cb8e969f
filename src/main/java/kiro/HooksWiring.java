package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.Console;
import kiro.cli.HookAccess;
import kiro.cli.HooksCommand;
import kiro.cli.HooksExplainCommand;
import kiro.cli.HooksListCommand;
import kiro.cli.HooksLogCommand;
import kiro.cli.HooksRunCommand;
import kiro.cli.Workspaces;
import kiro.hook.HookStore;
import kiro.hook.run.HookLog;
import kiro.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The inventory of the commands about hooks.
final class HooksWiring implements HookAccess {
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

    /// `kiro hooks` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var hooks = Described.command(new HooksCommand(outside.console()).description());
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
        var described = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.forEach((name, spec) -> described.put(name, () -> Described.command(spec.get())));
        return described;
    }
}
