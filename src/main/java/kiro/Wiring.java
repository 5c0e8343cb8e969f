package kiro;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import kiro.cli.AgentCommand;
import kiro.cli.AgentFlow;
import kiro.cli.CommandGroup;
import kiro.cli.CompletionCommand;
import kiro.cli.DemoCommand;
import kiro.cli.ExitCode;
import kiro.cli.FlowingHelp;
import kiro.cli.FoundModels;
import kiro.cli.InitCommand;
import kiro.cli.PermissionsExplainCommand;
import kiro.cli.PermissionsListCommand;
import kiro.cli.RunFaces;
import kiro.cli.Style;
import kiro.cli.TrustCommand;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.process.CommandRunner;
import kiro.session.LogFailure;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/// The inventory of the system: what there is, and what it is made of. The one class that says `new`.
final class Wiring {
    /// The commands that need to know all others.
    private static final Set<String> SPEAKS_OF_ALL = Set.of("help", "completion");

    private final Outside outside;
    private final Optional<FirstLook> early;

    private Wiring(Outside outside, Optional<FirstLook> early) {
        this.outside = outside;
        this.early = early;
    }

    static Wiring of(Outside outside) {
        return new Wiring(outside, Optional.empty());
    }

    /// Runs one command line; answers its exit code.
    int run(String[] args) {
        return new Wiring(outside, FirstLook.early(outside, args)).execute(args);
    }

    private int execute(String[] args) {
        CommandLine line = commandLine(args);
        withHelpOption(line);
        line.setExecutionExceptionHandler((fault, command, parsed) -> fault(fault));
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong));
        line.setColorScheme(
                Help.defaultColorScheme(
                        outside.console().hasColours() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setHelpFactory(FlowingHelp::new);
        line.setUsageHelpWidth(Math.clamp(outside.console().width(), 60, 120));
        line.setOut(new PrintWriter(new ConsoleWriter(outside.console()), true));
        return line.execute(args);
    }

    /// The command that the arguments name, or all of them: describing a command to picocli takes
    /// time, and most calls need one.
    private CommandLine commandLine(String[] args) {
        var root = Described.command(CommandGroup.KIRO.description(outside.console()));
        SequencedMap<String, Supplier<CommandLine>> commands = commands(args);
        Supplier<CommandLine> named = args.length == 0 ? null : commands.get(args[0]);
        if (named != null && !SPEAKS_OF_ALL.contains(args[0])) {
            root.addSubcommand(args[0], named.get());
            return root;
        }
        commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        return root;
    }

    private SequencedMap<String, Supplier<CommandLine>> commands(String[] args) {
        var commands = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.put("help", () -> Described.command(new CommandLine.HelpCommand()));
        commands.put(
                "init", () -> Described.command(new InitCommand(outside.console(), workspaces())));
        commands.put("spec", () -> specs().command(args));
        commands.put("agent", () -> Described.command(agent().description()));
        commands.put("agents", () -> new AgentsWiring(outside, workspaces()).command(args));
        commands.put("skills", () -> new AgentsWiring(outside, workspaces()).skills());
        commands.put("chat", () -> chat());
        commands.put("auth", () -> new AuthWiring(outside).command(args, workspaces()));
        commands.put("models", () -> new ModelsWiring(outside).command(args, workspaces()));
        commands.put("sessions", () -> sessions().list());
        commands.put("session", () -> sessions().command(args));
        commands.put("usage", () -> sessions().usage(args));
        commands.put("undo", () -> sessions().undo());
        commands.put("demo", () -> Described.command(demo()));
        commands.put("config", () -> new ConfigWiring(outside).command(args, workspaces()));
        commands.put("permissions", () -> permissions());
        commands.put("steering", () -> new SteeringWiring(outside).command(args, workspaces()));
        commands.put("knowledge", () -> new KnowledgeWiring(outside).command(args, workspaces()));
        commands.put("memory", () -> new MemoryWiring(outside).command(args, workspaces()));
        commands.put("mcp", () -> new McpCommands(outside).command(args, workspaces()));
        commands.put("hooks", () -> new HooksWiring(outside, workspaces()).command(args));
        commands.put(
                "test",
                () ->
                        Described.command(
                                new TestWiring(outside).command(workspaces()).description()));
        commands.put("trust", () -> trust());
        commands.put(
                "completion", () -> Described.command(new CompletionCommand(outside.console())));
        return commands;
    }

    private CommandLine chat() {
        return Described.command(
                new ChatWiring(outside, runs(), faces())
                        .command(workspaces(), found())
                        .description());
    }

    private CommandLine trust() {
        return Described.command(
                new TrustCommand(outside.console(), workspaces(), new PermissionWiring(outside)));
    }

    private AgentCommand agent() {
        return new AgentCommand(
                outside.console(), flow(), workspaces(), new RehearsalWiring(outside), found());
    }

    private FoundModels found() {
        return new FoundModels(
                outside.console(), new ModelsWiring(outside), new ConfigWiring(outside));
    }

    private DemoCommand demo() {
        return new DemoCommand(
                outside.console(),
                flow(),
                new PackagedSample(
                        new CommandRunner(
                                outside.environment(),
                                Path.of(outside.environment().getOrDefault("TMPDIR", "/tmp")))),
                workspaces(),
                new PermissionWiring(outside));
    }

    private CommandLine permissions() {
        var settings = new PermissionWiring(outside);
        var command = Described.command(CommandGroup.PERMISSIONS.description(outside.console()));
        command.addSubcommand(
                "list", new PermissionsListCommand(outside.console(), workspaces(), settings));
        command.addSubcommand(
                "explain",
                new PermissionsExplainCommand(outside.console(), workspaces(), settings));
        return command;
    }

    private SpecWiring specs() {
        return new SpecWiring(outside, workspaces());
    }

    private SessionWiring sessions() {
        return new SessionWiring(outside, workspaces());
    }

    private AgentWiring runs() {
        return new AgentWiring(outside, new RouteWiring(outside, new ModelWiring(outside)), early);
    }

    private AgentFlow flow() {
        return new AgentFlow(outside.console(), runs(), faces());
    }

    private RunFaces faces() {
        return new RunFaces(
                outside.console(),
                editor(),
                outside.clock(),
                workspace -> Config.read(outside.environment(), outside.home(), workspace.root()));
    }

    private ProcessEditor editor() {
        return new ProcessEditor(outside.environment(), outside.directory());
    }

    private Workspaces workspaces() {
        return new Workspaces(outside.directory(), outside.home());
    }

    private static void withHelpOption(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .description("Show this help.")
                                    .build());
        }
        command.getSubcommands().values().forEach(Wiring::withHelpOption);
    }

    private int usage(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        var suggestions = new StringWriter();
        CommandLine.UnmatchedArgumentException.printSuggestions(
                wrong, new PrintWriter(suggestions, true));
        outside.console()
                .problem(
                        "cli/usage",
                        lowerFirst(String.valueOf(wrong.getMessage())),
                        suggestions.toString().isBlank()
                                ? "see '" + command.getCommandSpec().qualifiedName() + " --help'"
                                : suggestions.toString().strip());
        return ExitCode.USAGE.number();
    }

    /// A disk that is full or a file that cannot be written is no fault of the program.
    private int fault(Exception fault) {
        return switch (fault) {
            case LogFailure log -> environment(log);
            case UncheckedIOException file -> environment(file);
            case IOException file -> environment(file);
            case InterruptedException _ -> ExitCode.INTERRUPTED.number();
            default -> internal(fault);
        };
    }

    private int environment(Exception fault) {
        String cause =
                fault.getCause() == null || fault instanceof LogFailure
                        ? ""
                        : ": " + fault.getCause().getMessage();
        outside.console()
                .problem(
                        "io/failed",
                        lowerFirst(String.valueOf(fault.getMessage())) + cause,
                        "free some disk space or mend the permissions, and call the command again");
        return ExitCode.ENVIRONMENT.number();
    }

    private int internal(Exception fault) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        outside.console()
                .note(outside.console().styled(Style.DIM, trace.toString().stripTrailing()));
        outside.console()
                .problem(
                        "cli/internal",
                        "kiro itself failed: " + fault,
                        "report it with the lines above; what was written before is consistent");
        return ExitCode.INTERNAL.number();
    }

    private static String lowerFirst(String text) {
        List<String> lines = Arrays.asList(text.strip().split("\n"));
        String first = lines.getFirst();
        return first.isEmpty()
                ? first
                : Character.toLowerCase(first.charAt(0)) + first.substring(1);
    }
}
