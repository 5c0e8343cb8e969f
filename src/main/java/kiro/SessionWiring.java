package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.SessionExportCommand;
import kiro.cli.SessionSearchCommand;
import kiro.cli.SessionShowCommand;
import kiro.cli.SessionsCommand;
import kiro.cli.ShownText;
import kiro.cli.UndoCommand;
import kiro.cli.UsageAwsCommand;
import kiro.cli.UsageCommand;
import kiro.cli.Workspaces;
import picocli.CommandLine;

/// The inventory of the commands about the runs of the agent.
final class SessionWiring {
    private static final Set<String> HELP = Set.of("--help", "-h");

    private final Outside outside;
    private final Console console;
    private final Workspaces workspaces;
    private final ShownText shown;
    private final ConfigWiring settings;

    SessionWiring(Outside outside, Workspaces workspaces) {
        this.outside = outside;
        this.console = outside.console();
        this.workspaces = workspaces;
        this.shown = new ShownText(outside.environment());
        this.settings = new ConfigWiring(outside);
    }

    /// `kiro sessions`.
    CommandLine list() {
        return Described.command(new SessionsCommand(console, workspaces, shown));
    }

    /// `kiro usage`.
    CommandLine usage(String[] args) {
        var usage = Described.command(new UsageCommand(console, workspaces, settings, shown));
        boolean isSpokenOf = args.length > 0 && !args[0].equals("usage");
        boolean isBill = args.length > 1 && args[1].equals("aws");
        boolean isHelp = Stream.of(args).anyMatch(HELP::contains);
        if (isSpokenOf || isBill || isHelp) {
            usage.addSubcommand(
                    "aws",
                    Described.command(
                            new UsageAwsCommand(
                                    console, workspaces, new CostWiring(outside), shown)));
        }
        return usage;
    }

    /// `kiro undo`.
    CommandLine undo() {
        return Described.command(new UndoCommand(console, workspaces, shown));
    }

    /// `kiro session` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var session = Described.command(CommandGroup.SESSION.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = commands();
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            session.addSubcommand(args[1], named.get());
            return session;
        }
        commands.forEach((name, command) -> session.addSubcommand(name, command.get()));
        return session;
    }

    private SequencedMap<String, Supplier<CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put(
                "show",
                () -> Described.command(new SessionShowCommand(console, workspaces, shown)));
        commands.put(
                "export",
                () -> Described.command(new SessionExportCommand(console, workspaces, shown)));
        commands.put(
                "search",
                () -> Described.command(new SessionSearchCommand(console, workspaces, shown)));
        return commands;
    }
}
