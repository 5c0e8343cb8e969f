package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro mcp doctor`: starts every server, and says what it offers or why it does not work.
@Command(
        name = "doctor",
        description = {
            "Starts the MCP servers, shows what each offers, and why one does not work: what is wrong with its settings,",
            "how it ended, and what it printed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro mcp doctor",
            "  kiro mcp doctor files --tools",
            "  kiro mcp doctor --json",
            "",
            "Exit codes: 0 every server that is to be started works, 1 one does not, or a file has to be repaired."
        })
public final class McpDoctorCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final McpAccess access;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVER",
            description = "The server to look at; left out, all of them.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--tools", description = "Show each tool, resource and prompt.")
    private boolean isWhole;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean isJson;

    @Mixin private McpAgentOption agent = new McpAgentOption();

    public McpDoctorCommand(Console console, Workspaces workspaces, McpAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        Optional<McpAccess.Configured> servers = agent.servers(console, access, workspace);
        if (servers.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        McpAccess.Configured configured = servers.get();
        Optional<List<McpAccess.Configured.Server>> chosen = chosen(configured);
        if (chosen.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        List<McpAccess.Examined> examined = access.examine(workspace, chosen.get());
        if (isJson) {
            console.print(McpJson.doctor(configured, examined));
        } else {
            show(configured, examined);
        }
        boolean isWell = examined.stream().allMatch(each -> each.problem().isEmpty());
        return (isWell ? McpServerChoice.standing(configured) : ExitCode.FINDINGS).number();
    }

    private Optional<List<McpAccess.Configured.Server>> chosen(McpAccess.Configured configured) {
        if (name.isPresent()) {
            return new McpServerChoice(console).find(configured, name.get()).map(List::of);
        }
        return Optional.of(
                configured.servers().stream()
                        .filter(server -> server.state() == McpAccess.Configured.State.READY)
                        .toList());
    }

    private void show(McpAccess.Configured configured, List<McpAccess.Examined> examined) {
        examined.forEach(this::show);
        for (McpAccess.Configured.Server server : configured.servers()) {
            if (server.state() == McpAccess.Configured.State.DISABLED && name.isEmpty()) {
                console.print(
                        console.styled(
                                Style.DIM,
                                "%s: disabled in %s".formatted(server.name(), server.place())));
            }
        }
        if (examined.isEmpty() && configured.findings().isEmpty()) {
            console.print("no MCP server is to be started: see 'kiro mcp list'");
        }
        console.findings(configured.findings());
    }

    private void show(McpAccess.Examined examined) {
        McpAccess.Configured.Server server = examined.server();
        console.print(
                console.styled(Style.BOLD, server.name())
                        + console.styled(
                                Style.DIM, "  %s  %s".formatted(server.access(), server.place())));
        examined.met().ifPresent(this::show);
        examined.problem()
                .ifPresent(problem -> console.print(console.styled(Style.RED, "  ✗ ") + problem));
        if (examined.problem().isPresent() && !examined.printed().isBlank()) {
            console.print("    what it printed:");
            examined.printed()
                    .lines()
                    .forEach(line -> console.print(console.styled(Style.DIM, "      " + line)));
        }
    }

    private void show(McpAccess.Met met) {
        long looking = met.tools().stream().filter(McpAccess.Offered::isLooking).count();
        console.print(
                console.styled(Style.GREEN, "  ✓ ")
                        + "%s, protocol %s, introduced itself in %.1f seconds"
                                .formatted(
                                        met.program(),
                                        met.protocol(),
                                        met.took().toMillis() / 1000.0));
        console.print(
                console.styled(Style.GREEN, "  ✓ ")
                        + "%s (%d say that they only look), %d resources and prompts"
                                .formatted(
                                        Counted.of(met.tools().size(), "tool"),
                                        looking,
                                        met.others().size()));
        if (isWhole) {
            met.tools().forEach(tool -> console.print("    " + line(tool)));
            met.others().forEach(line -> console.print("    " + line));
        }
    }

    private static String line(McpAccess.Offered tool) {
        String first = tool.description().lines().findFirst().orElse("");
        return tool.name() + (first.isEmpty() ? "" : "  " + first);
    }
}
