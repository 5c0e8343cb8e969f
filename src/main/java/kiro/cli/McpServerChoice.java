package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.finding.Severity;
import kiro.text.NearestNames;

/// The server that a person names; says what to do where there is none, or it may not be started.
final class McpServerChoice {
    private final Console console;

    McpServerChoice(Console console) {
        this.console = console;
    }

    /// Empty, and said, where the server cannot be started.
    Optional<McpAccess.Configured.Server> find(McpAccess.Configured configured, String name) {
        Optional<McpAccess.Configured.Server> server = configured.server(name);
        if (server.isEmpty()) {
            List<String> names =
                    configured.servers().stream().map(McpAccess.Configured.Server::name).toList();
            console.problem(
                    "mcp/no-server",
                    "there is no MCP server '" + name + "'",
                    NearestNames.of(name, names).stream()
                            .findFirst()
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("see 'kiro mcp list'"));
            return server;
        }
        return switch (server.get().state()) {
            case READY -> server;
            case DISABLED -> {
                console.problem(
                        "mcp/disabled",
                        "the MCP server '%s' is disabled in %s"
                                .formatted(name, server.get().place()),
                        "remove 'disabled' there");
                yield Optional.empty();
            }
            case UNTRUSTED -> {
                console.problem(
                        "mcp/untrusted",
                        "the MCP server '%s' stands in %s, which is not trusted as it is now"
                                .formatted(name, server.get().place()),
                        "look at it, and run 'kiro trust'");
                yield Optional.empty();
            }
        };
    }

    /// How a command ends as far as the files go.
    static ExitCode standing(McpAccess.Configured configured) {
        return configured.findings().stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitCode.FINDINGS
                : ExitCode.OK;
    }
}
