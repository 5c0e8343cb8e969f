package kiro;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.McpAccess;
import kiro.cli.McpCallCommand;
import kiro.cli.McpDoctorCommand;
import kiro.cli.McpListCommand;
import kiro.cli.McpLoginCommand;
import kiro.cli.McpLogoutCommand;
import kiro.cli.Personas;
import kiro.cli.Problem;
import kiro.cli.Workspaces;
import kiro.mcp.McpFiles;
import kiro.mcp.ServerSettings;
import kiro.mcp.ServerSettings.Access;
import kiro.mcp.ServerVisit;
import kiro.mcp.oauth.SignIn;
import kiro.persona.PersonaStore;
import kiro.secret.SecretMask;
import kiro.tool.Person;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about MCP servers.
final class McpCommands implements McpAccess {
    private final Outside outside;
    private final McpWiring servers;

    McpCommands(Outside outside) {
        this.outside = outside;
        this.servers = new McpWiring(outside);
    }

    /// `kiro mcp` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        Console console = outside.console();
        var mcp = Described.command(CommandGroup.MCP.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "list", () -> Described.command(new McpListCommand(console, workspaces, this)));
        commands.put(
                "doctor", () -> Described.command(new McpDoctorCommand(console, workspaces, this)));
        commands.put(
                "call", () -> Described.command(new McpCallCommand(console, workspaces, this)));
        commands.put(
                "login",
                () ->
                        Described.command(
                                new McpLoginCommand(
                                        console,
                                        workspaces,
                                        this,
                                        new SystemBrowser(outside.environment())::open)));
        commands.put(
                "logout", () -> Described.command(new McpLogoutCommand(console, workspaces, this)));
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            mcp.addSubcommand(args[1], named.get());
            return mcp;
        }
        commands.forEach((name, command) -> mcp.addSubcommand(name, command.get()));
        return mcp;
    }

    @Override
    public Optional<Problem> nobody(Workspace workspace, String agent) {
        PersonaStore.Reading reading = personas(workspace);
        return reading.find(agent).isPresent()
                ? Optional.empty()
                : Optional.of(Personas.unknown(agent, reading));
    }

    private PersonaStore.Reading personas(Workspace workspace) {
        return PersonaStore.of(outside.environment(), outside.home(), workspace).read();
    }

    private McpFiles.Reading read(Workspace workspace, Optional<String> agent) {
        return servers.files(workspace, agent.flatMap(personas(workspace)::find)).read();
    }

    @Override
    public Configured configured(Workspace workspace, Optional<String> agent) {
        McpFiles.Reading reading = read(workspace, agent);
        var all = new ArrayList<Configured.Server>();
        reading.servers()
                .forEach(server ->
                        all.add(
                                server(
                                        server,
                                        agent,
                                        server.isDisabled()
                                                ? Configured.State.DISABLED
                                                : Configured.State.READY)));
        reading.untrusted()
                .forEach(server -> all.add(server(server, agent, Configured.State.UNTRUSTED)));
        return new Configured(all, reading.findings());
    }

    private Configured.Server server(
            ServerSettings settings, Optional<String> agent, Configured.State state) {
        return new Configured.Server(
                settings.name(),
                settings.place(),
                settings.isProjects() ? "project" : "person",
                SecretMask.of(outside.environment()).mask(words(settings.access())),
                state,
                settings.tools().autoApprove(),
                agent);
    }

    private static String words(Access access) {
        return switch (access) {
            case Access.Program program -> {
                var words = new ArrayList<>(List.of(program.command()));
                words.addAll(program.args());
                yield String.join(" ", words);
            }
            case Access.Address address -> address.url();
        };
    }

    @Override
    public List<Examined> examine(Workspace workspace, List<Configured.Server> chosen)
            throws InterruptedException {
        var all = new ArrayList<Examined>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = new LinkedHashMap<Configured.Server, Future<Examined>>();
            for (Configured.Server server : chosen) {
                visits.put(server, threads.submit(() -> examine(workspace, server)));
            }
            try {
                for (Future<Examined> visit : visits.values()) {
                    all.add(visit.get());
                }
            } catch (InterruptedException stopped) {
                visits.values().forEach(visit -> visit.cancel(true));
                throw stopped;
            } catch (ExecutionException fault) {
                throw new IllegalStateException(fault);
            }
        }
        return all;
    }

    private Examined examine(Workspace workspace, Configured.Server server)
            throws InterruptedException {
        try (ServerVisit visit = visit(workspace, server, Person.NOBODY)) {
            return switch (visit.meet()) {
                case ServerVisit.Meeting.NotMet not ->
                        new Examined(
                                server, Optional.empty(), Optional.of(not.reason()), not.printed());
                case ServerVisit.Meeting.Met met ->
                        new Examined(server, Optional.of(met(met)), Optional.empty(), "");
            };
        }
    }

    private static Met met(ServerVisit.Meeting.Met met) {
        return new Met(
                met.introduction().program(),
                met.introduction().protocol(),
                met.took(),
                met.introduction().tools().stream()
                        .map(tool ->
                                new Offered(
                                        tool.name(),
                                        tool.description(),
                                        tool.schema(),
                                        tool.isLooking()))
                        .toList(),
                met.others());
    }

    @Override
    public Called call(
            Workspace workspace,
            Configured.Server server,
            String tool,
            String arguments,
            Person person)
            throws InterruptedException {
        try (ServerVisit visit = visit(workspace, server, person)) {
            ServerVisit.Answer answer = visit.call(tool, arguments);
            return new Called(answer.text(), answer.isFailure());
        }
    }

    @Override
    public Optional<String> signIn(
            Workspace workspace, Configured.Server server, Consumer<URI> page)
            throws InterruptedException {
        return switch (settings(workspace, server).access()) {
            case Access.Program _ ->
                    Optional.of("it is a program, and asks nobody who they are over the network");
            case Access.Address address ->
                    switch (servers.signIn()
                            .signIn(URI.create(address.url()), address.client(), page::accept)) {
                        case SignIn.Outcome.SignedIn _ -> Optional.empty();
                        case SignIn.Outcome.NotSignedIn not -> Optional.of(not.reason());
                    };
        };
    }

    @Override
    public boolean signOut(Workspace workspace, Configured.Server server) throws IOException {
        return settings(workspace, server).access() instanceof Access.Address address
                && servers.signIn().signOut(URI.create(address.url()));
    }

    /// With its variables filled in where they are set.
    private ServerSettings settings(Workspace workspace, Configured.Server server) {
        return servers.settings(read(workspace, server.agent()), server.name());
    }

    private ServerVisit visit(Workspace workspace, Configured.Server server, Person person) {
        return servers.visit(
                read(workspace, server.agent()).server(server.name()).orElseThrow(),
                workspace,
                person);
    }
}
