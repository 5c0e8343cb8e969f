package kiro;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import kiro.cli.CheckCache;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.ProjectSettings;
import kiro.cli.SpecCheckCommand;
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
import kiro.config.Config;
import kiro.evidence.TestLeave;
import picocli.CommandLine;

/// The inventory of the commands about specs.
final class SpecWiring {
    private final Outside outside;
    private final Console console;
    private final Workspaces workspaces;
    private final SpecProofs proofs;
    private final ProjectSettings settings;

    SpecWiring(Outside outside, Workspaces workspaces) {
        this.outside = outside;
        this.console = outside.console();
        this.workspaces = workspaces;
        this.proofs = new ProofWiring(outside, TestLeave.GIVEN);
        this.settings =
                workspace -> Config.read(outside.environment(), outside.home(), workspace.root());
    }

    /// `kiro spec` with the command that the arguments name, or all of them.
    CommandLine command(String[] args) {
        var spec = Described.command(CommandGroup.SPEC.description(console));
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
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put(
                "create",
                () ->
                        new SpecCreateCommand(
                                console, workspaces, UUID::randomUUID, models(), settings));
        commands.put(
                "infer",
                () -> new SpecInferCommand(console, workspaces, new CodeWiring(outside), models()));
        commands.put("list", () -> new SpecListCommand(console, workspaces, proofs).description());
        commands.put("show", () -> new SpecShowCommand(console, workspaces, proofs));
        commands.put("validate", () -> validate().description());
        commands.put("sync", () -> new SpecSyncCommand(console, workspaces, proofs));
        commands.put("check", this::check);
        commands.put("trace", () -> new SpecTraceCommand(console, workspaces, proofs));
        var described = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.forEach(
                (name, command) -> described.put(name, () -> Described.command(command.get())));
        return described;
    }

    private SpecValidateCommand validate() {
        return new SpecValidateCommand(
                console, workspaces, settings, checks(), models(), Version.NUMBER);
    }

    private SpecCheckCommand check() {
        return new SpecCheckCommand(console, workspaces, proofs, settings, outside.environment());
    }

    private SpecModels models() {
        return new SpecModelWiring(outside, new ModelWiring(outside));
    }

    private CheckCache checks() {
        return new CheckCache(
                outside.caches(System.getProperty("os.name")).resolve("kiro/checks"),
                Build::identity);
    }
}
