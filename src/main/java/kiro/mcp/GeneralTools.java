package kiro.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.text.NearestNames;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// The tools that are about all servers: what they offer, their resources and prompts, and the tools that are not
/// among the model's own.
final class GeneralTools {
    private final List<Server> servers;
    private final Calling calling;
    private final Listing listing;

    GeneralTools(List<Server> servers, Calling calling) {
        this.servers = List.copyOf(servers);
        this.calling = calling;
        this.listing = new Listing(calling);
    }

    List<Tool> tools() {
        return List.of(
                GeneralTool.of("mcp_list", this::list),
                GeneralTool.of("mcp_call", this::call),
                GeneralTool.of(
                        "mcp_read_resource",
                        arguments ->
                                named(
                                        arguments,
                                        "uri",
                                        asked -> calling.resource(asked.server(), asked.what()))),
                GeneralTool.of(
                        "mcp_get_prompt",
                        arguments ->
                                named(
                                        arguments,
                                        "prompt",
                                        asked ->
                                                calling.prompt(
                                                        asked.server(),
                                                        asked.what(),
                                                        asked.arguments()))));
    }

    /// What is asked of which server.
    private record Asked(Server server, String what, Map<String, Object> arguments) {}

    private Preparation list(CallArguments.Read arguments) {
        Optional<String> name = arguments.text("server");
        if (name.isEmpty()) {
            return looking("list the MCP servers", () -> listing.all(servers));
        }
        return server(name.get())
                .map(server ->
                        looking(
                                "list what the MCP server " + server.name() + " offers",
                                () -> listing.of(server)))
                .orElseGet(() -> unknown(name.get()));
    }

    private static Preparation looking(String summary, Preparation.Act act) {
        return new Preparation.Ready(new Effect.Nothing(), summary, act);
    }

    /// Whether a tool only looks is known where its server has been met.
    private Preparation call(CallArguments.Read arguments) {
        return named(
                arguments,
                "tool",
                asked ->
                        calling.tool(
                                asked.server(),
                                asked.what(),
                                asked.server().says(asked.what()),
                                asked.arguments()));
    }

    private Preparation named(
            CallArguments.Read arguments, String what, Function<Asked, Preparation> act) {
        Optional<String> name = arguments.text("server");
        Optional<String> wanted = arguments.text(what);
        if (name.isEmpty() || wanted.isEmpty()) {
            return Preparation.Refused.looking(
                    "it takes `server` and `%s`, both texts: mcp_list shows what there is"
                            .formatted(what));
        }
        return server(name.get())
                .map(server ->
                        act.apply(new Asked(server, wanted.get(), arguments.object("arguments"))))
                .orElseGet(() -> unknown(name.get()));
    }

    private Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    private Preparation unknown(String name) {
        List<String> names = servers.stream().map(Server::name).toList();
        return Preparation.Refused.looking(
                "there is no MCP server '%s'%s; there is %s"
                        .formatted(
                                name,
                                NearestNames.of(name, names).stream()
                                        .findFirst()
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(""),
                                String.join(", ", names)));
    }
}
