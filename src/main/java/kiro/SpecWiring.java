package kiro;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import kiro.cli.CheckCache;
import kiro.cli.CodeReading;
import kiro.cli.Console;
import kiro.cli.ProjectSettings;
import kiro.cli.SpecCheckCommand;
import kiro.cli.SpecCommand;
import kiro.cli.SpecCreateCommand;
import kiro.cli.SpecInferCommand;
import kiro.cli.SpecListCommand;
import kiro.cli.SpecModels;
import kiro.cli.SpecProofs;
import kiro.cli.SpecShowCommand;
import kiro.cli.SpecSyncCommand;
import kiro.cli.SpecTraceCommand;
import kiro.cli.SpecValidateCommand;
import kiro.cli.Workspaces;
import picocli.CommandLine;

/// The inventory of the commands about specs.
final class SpecWiring {
    private final Console console;
    private final Workspaces workspaces;
    private final SpecProofs proofs;
    private final CodeReading code;
    private final ProjectSettings settings;
    private final CheckCache checks;
    private final SpecModels models;
    private final Map<String, String> environment;

    SpecWiring(
            Console console,
            Workspaces workspaces,
            SpecProofs proofs,
            CodeReading code,
            ProjectSettings settings,
            CheckCache checks,
            SpecModels models,
            Map<String, String> environment) {
        this.console = console;
        this.workspaces = workspaces;
        this.proofs = proofs;
        this.code = code;
        this.settings = settings;
        this.checks = checks;
        this.models = models;
        this.environment = Map.copyOf(environment);
    }

    /// `kiro spec` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var spec = Described.command(new SpecCommand(console));
        SequencedMap<String, Supplier<CommandLine>> commands = commands();
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            spec.addSubcommand(args[1], named.get());
            return spec;
        }
        commands.forEach((name, command) -> spec.addSubcommand(name, command.get()));
        return spec;
    }

    private SequencedMap<String, Supplier<CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put(
                "create",
                () ->
                        Described.command(
                                new SpecCreateCommand(
                                        console, workspaces, UUID::randomUUID, models, settings)));
        commands.put(
                "infer", () -> Described.command(new SpecInferCommand(console, workspaces, code)));
        commands.put(
                "list", () -> Described.command(new SpecListCommand(console, workspaces, proofs)));
        commands.put(
                "show", () -> Described.command(new SpecShowCommand(console, workspaces, proofs)));
        commands.put(
                "validate",
                () ->
                        Described.command(
                                new SpecValidateCommand(
                                        console,
                                        workspaces,
                                        settings,
                                        checks,
                                        models,
                                        Version.NUMBER)));
        commands.put(
                "sync", () -> Described.command(new SpecSyncCommand(console, workspaces, proofs)));
        commands.put(
                "check",
                () ->
                        Described.command(
                                new SpecCheckCommand(
                                        console, workspaces, proofs, settings, environment)));
        commands.put(
                "trace",
                () -> Described.command(new SpecTraceCommand(console, workspaces, proofs)));
        return commands;
    }
}
