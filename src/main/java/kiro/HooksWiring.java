package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.HookAccess;
import kiro.cli.HooksCommand;
import kiro.cli.HooksExplainCommand;
import kiro.cli.HooksListCommand;
import kiro.cli.Workspaces;
import kiro.hook.HookStore;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about hooks.
final class HooksWiring implements HookAccess {
    private final Outside outside;
    private final Workspaces workspaces;

    HooksWiring(Outside outside, Workspaces workspaces) {
        this.outside = outside;
        this.workspaces = workspaces;
    }

    @Override
    public HookStore in(Workspace workspace) {
        return HookStore.of(
                outside.environment(),
                outside.home(),
                workspace,
                new PermissionWiring(outside).files(workspace).trust()::allows);
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
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put(
                "list",
                () ->
                        Described.command(
                                new HooksListCommand(outside.console(), workspaces, this)
                                        .description()));
        commands.put(
                "explain",
                () ->
                        Described.command(
                                new HooksExplainCommand(outside.console(), workspaces, this)
                                        .description()));
        return commands;
    }
}
