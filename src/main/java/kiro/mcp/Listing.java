package kiro.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiro.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What servers offer, for a model that asks.
final class Listing {
    private static final int MOST = 200;

    private final Calling calling;

    Listing(Calling calling) {
        this.calling = calling;
    }

    ToolResult all(List<Server> servers) throws InterruptedException {
        var lines = new ArrayList<String>();
        for (Server server : servers) {
            lines.add(line(server));
        }
        return new ToolResult.Done(String.join("\n", lines));
    }

    private static String line(Server server) throws InterruptedException {
        try {
            Introduction met = server.meetAgain();
            return "%s: %d tools%s%s"
                    .formatted(
                            server.name(),
                            met.tools().size(),
                            met.hasResources() ? ", resources" : "",
                            met.hasPrompts() ? ", prompts" : "");
        } catch (McpFailure failure) {
            return "%s: not there, %s".formatted(server.name(), failure.reason());
        }
    }

    ToolResult of(Server server) throws InterruptedException {
        try {
            Introduction met = server.meetAgain();
            var lines = new ArrayList<String>();
            lines.add(met.program() + ", protocol " + met.protocol());
            if (!met.instructions().isBlank()) {
                lines.add(met.instructions());
            }
            met.tools().forEach(tool -> lines.add(tool(tool)));
            lines.addAll(rest(server, met));
            return new ToolResult.Done(
                    calling.part(server, "what it offers", String.join("\n", lines)));
        } catch (McpFailure failure) {
            return new ToolResult.Failed(
                    "the MCP server '%s': %s".formatted(server.name(), failure.reason()));
        }
    }

    /// A server that does not answer one of these is not asked for the others.
    static List<String> rest(Server server, Introduction met) throws InterruptedException {
        var lines = new ArrayList<String>();
        try {
            if (met.hasResources()) {
                lines.addAll(resources(server));
            }
            if (met.hasPrompts()) {
                lines.addAll(prompts(server));
            }
        } catch (McpFailure silence) {
            lines.add("[" + silence.reason() + "]");
        }
        return lines;
    }

    private static String tool(OfferedTool tool) {
        return "tool %s%s: %s\n  arguments: %s"
                .formatted(
                        tool.name(),
                        tool.isLooking() ? " (says that it only looks)" : "",
                        tool.description(),
                        tool.schema());
    }

    private static List<String> resources(Server server) throws InterruptedException {
        var lines = new ArrayList<String>();
        lines.addAll(
                lines(
                        server,
                        client ->
                                client.listResources(null)
                                        .map(list ->
                                                list.resources().stream()
                                                        .map(each ->
                                                                "resource %s (%s)"
                                                                        .formatted(
                                                                                each.uri(),
                                                                                each.name()))
                                                        .toList())));
        lines.addAll(
                lines(
                        server,
                        client ->
                                client.listResourceTemplates(null)
                                        .map(list ->
                                                list.resourceTemplates().stream()
                                                        .map(each ->
                                                                "resources %s (%s)"
                                                                        .formatted(
                                                                                each.uriTemplate(),
                                                                                each.name()))
                                                        .toList())));
        return lines;
    }

    private static List<String> prompts(Server server) throws InterruptedException {
        return lines(
                server,
                client ->
                        client.listPrompts(null)
                                .map(list ->
                                        list.prompts().stream()
                                                .map(each ->
                                                        "prompt %s(%s): %s"
                                                                .formatted(
                                                                        each.name(),
                                                                        arguments(each.arguments()),
                                                                        each.description() == null
                                                                                ? ""
                                                                                : each
                                                                                        .description()))
                                                .toList()));
    }

    private static String arguments(@Nullable List<McpSchema.PromptArgument> arguments) {
        return arguments == null
                ? ""
                : arguments.stream()
                        .map(each ->
                                each.name()
                                        + (Boolean.TRUE.equals(each.required())
                                                ? ""
                                                : " (optional)"))
                        .collect(Collectors.joining(", "));
    }

    private static List<String> lines(
            Server server, Function<McpAsyncClient, Mono<List<String>>> request)
            throws InterruptedException {
        try {
            List<String> all = server.ask(request, server.settings().limits().start());
            var lines = new ArrayList<>(all.stream().limit(MOST).toList());
            if (all.size() > MOST) {
                lines.add("[%d more]".formatted(all.size() - MOST));
            }
            return lines;
        } catch (McpFailure failure) {
            if (failure.kind() != McpFailure.Kind.REFUSED) {
                throw failure;
            }
            return List.of("[" + failure.reason() + "]");
        }
    }
}
