package kiro.mcp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kiro.mcp.ServerSettings.Access;
import kiro.process.Command;
import kiro.process.OutsidePath;
import kiro.process.PipedCommand;
import kiro.process.ProgramFinder;

/// Starts servers that are programs, and finds those on the network.
final class Connector {
    private static final String PATH = "PATH";

    private final World world;

    Connector(World world) {
        this.world = world;
    }

    /// @throws McpFailure when there is no way to the server
    Connection connect(ServerSettings settings) throws InterruptedException {
        Optional<String> objection = world.programs().standing().objection(settings);
        if (objection.isPresent()) {
            throw new McpFailure(McpFailure.Kind.GONE, objection.get());
        }
        return switch (settings.filled(world.environment())) {
            case ServerSettings.Filled.Missing missing ->
                    throw new McpFailure(
                            McpFailure.Kind.GONE,
                            "its settings in %s name %s, which %s not set"
                                    .formatted(
                                            settings.place(),
                                            String.join(", ", missing.variables()),
                                            missing.variables().size() == 1 ? "is" : "are"));
            case ServerSettings.Filled.Whole whole ->
                    switch (whole.settings().access()) {
                        case Access.Program program -> start(program, settings.isProjects());
                        case Access.Address address ->
                                HttpConnections.connect(address, world.tokens());
                    };
        };
    }

    private Connection start(Access.Program program, boolean isProjects)
            throws InterruptedException {
        var argv = new ArrayList<>(List.of(program.command()));
        argv.addAll(program.args());
        Path folder = program.cwd().map(world.root()::resolve).orElse(world.root());
        Command named =
                Command.of(folder, Duration.ZERO, argv)
                        .withEnvironment(isProjects ? Map.of() : path())
                        .withEnvironment(program.env());
        Command command = isProjects ? named : outside(named);
        Command started =
                program.isConfined() ? world.programs().confinement().confine(command) : command;
        return switch (world.programs().commands().talk(started)) {
            case PipedCommand.Start.NotStarted not ->
                    throw new McpFailure(McpFailure.Kind.GONE, not.reason());
            case PipedCommand.Start.Started running -> {
                var ended = new CompletableFuture<String>();
                var transport = new StdioTransport(running.command(), ended);
                yield new Connection(
                        new WatchedTransport(transport), ended, transport::diagnostics);
            }
        };
    }

    /// A person's own server is no program that lies in the project, such as in `.venv/bin`, and calls none by its name.
    private Map<String, String> path() {
        return Map.of(
                PATH, OutsidePath.of(world.programs().commands().variable(PATH), world.root()));
    }

    private static Command outside(Command command) {
        var argv = new ArrayList<>(command.argv());
        if (argv.getFirst().indexOf('/') < 0) {
            ProgramFinder.find(
                            argv.getFirst(), Optional.ofNullable(command.environment().get(PATH)))
                    .ifPresent(program -> argv.set(0, program.toString()));
        }
        return command.withArgv(argv);
    }
}
