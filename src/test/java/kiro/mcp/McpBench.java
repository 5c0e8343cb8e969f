package kiro.mcp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.tool.Person;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;

/// Servers as a run has them, and calls of their tools the way the loop makes them.
final class McpBench implements AutoCloseable {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    private final McpServers servers;
    private final McpServers.Offer offer;

    private McpBench(McpServers servers, McpServers.Offer offer) {
        this.servers = servers;
        this.offer = offer;
    }

    static McpBench of(Path folder, ServerSettings... settings) throws InterruptedException {
        return of(folder, Duration.ofSeconds(15), Person.NOBODY, settings);
    }

    static McpBench of(Path folder, Duration bound, Person person, ServerSettings... settings)
            throws InterruptedException {
        McpServers servers =
                McpServers.start(List.of(settings), world(folder, person, Tokens.NONE));
        return new McpBench(servers, servers.offer(bound));
    }

    static World world(Path folder, Person person, Tokens tokens) {
        return new World(
                folder,
                ENVIRONMENT,
                new World.Programs(
                        new CommandRunner(ENVIRONMENT, folder.resolve("spill")), Confinement.NONE),
                folder.resolve("output"),
                person,
                tokens,
                "0");
    }

    List<String> tools() {
        return offer.tools().stream().map(tool -> tool.spec().name()).toList();
    }

    List<String> remarks() {
        return offer.remarks();
    }

    Tool tool(String name) {
        return offer.tools().stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                name
                                        + " is none of "
                                        + tools()
                                        + offer.remarks().stream()
                                                .collect(Collectors.joining("\n"))));
    }

    ToolResult call(String tool, String arguments) throws InterruptedException {
        return switch (tool(tool).prepare(arguments)) {
            case Preparation.Ready ready -> ready.act().run();
            case Preparation.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    @Override
    public void close() {
        servers.close();
    }
}
