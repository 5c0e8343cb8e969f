package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.AgentsListCommand;
import kiro.cli.AgentsShowCommand;
import kiro.cli.AgentsValidateCommand;
import kiro.cli.CommandGroup;
import kiro.cli.Personas;
import kiro.cli.SkillsCommand;
import kiro.cli.Workspaces;
import kiro.persona.PersonaStore;
import kiro.persona.SkillStore;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about custom agents.
final class AgentsWiring implements Personas {
    private final Outside outside;
    private final Workspaces workspaces;

    AgentsWiring(Outside outside, Workspaces workspaces) {
        this.outside = outside;
        this.workspaces = workspaces;
    }

    @Override
    public PersonaStore in(Workspace workspace) {
        return PersonaStore.of(outside.environment(), outside.home(), workspace);
    }

    /// `kiro agents` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var agents = Described.command(CommandGroup.AGENTS.description(outside.console()));
        SequencedMap<String, Supplier<CommandLine>> commands = commands();
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            agents.addSubcommand(args[1], named.get());
            return agents;
        }
        commands.forEach((name, command) -> agents.addSubcommand(name, command.get()));
        return agents;
    }

    /// `kiro skills`.
    CommandLine skills() {
        return Described.command(
                new SkillsCommand(
                        outside.console(),
                        workspaces,
                        workspace ->
                                SkillStore.of(outside.environment(), outside.home(), workspace)));
    }

    private SequencedMap<String, Supplier<CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put(
                "list",
                () ->
                        Described.command(
                                new AgentsListCommand(outside.console(), workspaces, this)));
        commands.put(
                "show",
                () ->
                        Described.command(
                                new AgentsShowCommand(outside.console(), workspaces, this)));
        commands.put(
                "validate",
                () ->
                        Described.command(
                                new AgentsValidateCommand(outside.console(), workspaces, this)));
        return commands;
    }
}
