package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.CommandGroup;
import kiro.cli.ConfigAccess;
import kiro.cli.ConfigExplainCommand;
import kiro.cli.ConfigGetCommand;
import kiro.cli.ConfigListCommand;
import kiro.cli.ConfigSetCommand;
import kiro.cli.ConfigUnsetCommand;
import kiro.cli.Console;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.config.ConfigFiles;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about settings.
final class ConfigWiring implements ConfigAccess {
    private final Outside outside;

    ConfigWiring(Outside outside) {
        this.outside = outside;
    }

    /// `kiro config` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        Console console = outside.console();
        var config = Described.command(CommandGroup.CONFIG.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "list", () -> Described.command(new ConfigListCommand(console, workspaces, this)));
        commands.put(
                "get", () -> Described.command(new ConfigGetCommand(console, workspaces, this)));
        commands.put(
                "set", () -> Described.command(new ConfigSetCommand(console, workspaces, this)));
        commands.put(
                "unset",
                () -> Described.command(new ConfigUnsetCommand(console, workspaces, this)));
        commands.put(
                "explain",
                () -> Described.command(new ConfigExplainCommand(console, workspaces, this)));
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            config.addSubcommand(args[1], named.get());
            return config;
        }
        commands.forEach((name, command) -> config.addSubcommand(name, command.get()));
        return config;
    }

    @Override
    public Config.Reading read(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root());
    }

    @Override
    public ConfigFiles files(Workspace workspace) {
        return new ConfigFiles(outside.environment(), outside.home(), workspace.root());
    }
}
